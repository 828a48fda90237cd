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
        var paperHref: String
        /// The paper as the agency signed it, where the secretariat gave it out.
        var signed: Signed?
        var attendAction: ActionModel?
        /// A member's decline needs a reason.
        var reasonRequired: Bool
        var mayNameSubstitute: Bool
        /// He has declined already.
        var declined: Bool
    }

    struct Signed: Sendable {
        var signedHref: String
        var signedTitle: String
        var verdict: Verdict?
    }

    struct Verdict: Sendable {
        var verdictClass: String
        var verdictSymbol: String
        var verdictWord: String
    }
}
