/// Items on their way to the agenda.
struct ProposalsModel: Sendable {
    var proposalRows: [Row]
    /// Where the viewer proposes one.
    var proposeUrl: String?
    var emptyFields: Fields

    /// Everything an author writes of an item.
    struct Fields: Sendable {
        var fieldPrefix: String
        var fieldTitle: String
        var fieldKinds: [OptionModel]
        var fieldAsk: String
        var fieldSubmitter: String
        var fieldRapporteur: String
    }

    struct Row: Sendable {
        var proposalId: String
        var proposalTitle: String
        var proposalLine: String
        /// Why it was returned, each time.
        var proposalRemarks: [String]
        var proposalActions: [ActionModel]
        /// Where the Office returns it with remarks.
        var returnUrl: String?
        /// Where its author writes it anew.
        var againUrl: String?
        var fields: Fields
    }
}
