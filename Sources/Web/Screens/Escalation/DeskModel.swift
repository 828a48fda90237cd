/// The officer's desk.
struct DeskModel: Sendable {
    var personId: String
    var unitName: String
    var counts: [Count]
    var hasUnits: Bool
    var units: [OptionModel]
    var shows: [OptionModel]
    var search: String
    var rows: [Row]
    var emptyTitle: String
    var emptyWhy: String
    var more: String?
    var open: DeskReport?
    var act: DeskAct?
    var keys: [Key]

    /// How many reports have a colour; a press shows them alone.
    struct Count: Sendable {
        var lightClass: String
        var lightSymbol: String
        var countWord: String
        var countHref: String
        var isHere: Bool
    }

    /// A report of the queue.
    struct Row: Sendable {
        var rowId: String
        var rowCode: String
        var rowHref: String
        var isOpen: Bool
        var rowTitle: String
        var lightClass: String
        var lightSymbol: String
        var dueShort: String
        var rowLine: String
    }

    struct Key: Sendable {
        var keyName: String
        var keyWhat: String
    }
}
