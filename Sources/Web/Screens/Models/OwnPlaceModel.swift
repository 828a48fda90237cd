/// What a person says of himself: that he comes, that he is here.
struct OwnPlaceModel: Sendable {
    /// One tap: here, online, leaving.
    var checkIns: [ActionModel]
    var hasCheckIns: Bool
    /// The answer to the invitation, before the session.
    var invitation: OwnInvitation?

    struct OwnInvitation: Sendable {
        var invitationUrl: String
        var invitationLine: String
        var attendAction: ActionModel?
        /// A member's decline needs a reason.
        var reasonRequired: Bool
        var mayNameSubstitute: Bool
        /// He has declined already.
        var declined: Bool
    }
}
