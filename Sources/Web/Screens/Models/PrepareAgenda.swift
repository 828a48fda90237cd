/// The agenda as a table to work in.
struct PrepareAgenda: Sendable {
    var items: [Item]
    /// Below it an item's place is put; nil where the state locks the agenda.
    var orderUrl: String?
    /// Nil where the state locks the agenda.
    var addUrl: String?
    var openAdd: Bool
    var blank: Blank

    struct Item: Sendable {
        var itemId: String
        var number: String
        var parentId: String
        var depth: String
        var place: String
        var orderSteps: [Step]
        /// Of the handle by which a row is dragged; nil where locked.
        var orderLabel: String?
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
        /// Below which item it comes.
        var parents: [OptionModel]
    }

    /// One step of an item: up, down, out, in.
    struct Step: Sendable {
        var stepName: String
        var stepLabel: String
        var stepSymbol: String
        var stepUrl: String
        var stepPayload: String
        /// Why it cannot be taken.
        var stepBlocked: String?
    }
}
