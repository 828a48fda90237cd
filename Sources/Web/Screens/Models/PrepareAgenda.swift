/// The agenda as a table to work in.
struct PrepareAgenda: Sendable {
    var items: [Item]
    /// Nil where the state locks the agenda.
    var addUrl: String?
    var openAdd: Bool
    var blank: Blank

    struct Item: Sendable {
        var itemId: String
        var number: String
        var itemTitle: String
        var itemAsk: String
        var kindWord: String
        var submitter: String
        var rapporteur: String
        var minutesPlanned: String
        var itemActions: [ActionModel]
        var editHref: String?
        var editHeading: String
        var fieldId: String
        var kinds: [OptionModel]
        /// Whom the item is for.
        var accessUrl: String?
        var accessOptions: [OptionModel]
        /// For whom, and late or not, where it is not the rule.
        var itemNote: String
    }

    /// The fields of an item that is not there yet.
    struct Blank: Sendable {
        var fieldId = "new"
        var itemTitle = ""
        var itemAsk = ""
        var submitter = ""
        var rapporteur = ""
        var minutesPlanned = ""
        var kinds: [OptionModel]
    }
}
