/// What one reader can do about one item, besides reading it.
struct ItemPartModel: Sendable {
    var partItemId: String
    /// The viewer takes no part; how to take it back.
    var recusedNow: Bool
    var partActions: [ActionModel]
    /// Before the session: agree, object, want to speak.
    var positionMarks: [MarkModel]
    var hasPositions: Bool
    /// Who objects, for those who conduct.
    var positionLines: [String]
    /// Where the secretary records the chair's word on a late item.
    var lateUrl: String?
    /// Where the viewer declares that he takes no part.
    var recusalUrl: String?
    /// Where the secretary records it for somebody.
    var recusalRecord: Record?

    struct Record: Sendable {
        var recordUrl: String
        var recordMembers: [OptionModel]
    }
}
