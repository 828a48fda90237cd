/// Members with their attendance, and who presides.
struct PreparePeople: Sendable {
    var lamp: LampModel?
    var peopleNote: String
    var persons: [Person]
    var presiding: Presiding?

    struct Person: Sendable {
        var userId: String
        var order: String
        var name: String
        var office: String
        var roleWord: String
        var editable: Bool
        var marks: [MarkModel]
        var readOnlyMark: Bool
        var markClass: String
        var markSymbol: String
        var markWord: String
        var absenceReason: String?
    }

    struct Presiding: Sendable {
        var presidingUrl: String
        var presidingNow: String
        var presidingOptions: [OptionModel]
        var presidingGround: String
    }
}
