/// Who has the floor and who asks for it.
struct FloorModel: Sendable {
    var speaker: SpeechModel?
    var waitingTitle: String
    var waiting: [Waiting]
    var nobodyWaits: Bool
    /// "Danh sách đã khóa"
    var listClosed: String?
    /// The viewer's own place, and how to give it up.
    var myPlace: String?
    /// What the viewer can do for himself: ask, withdraw, end his speech.
    var floorActions: [ActionModel]
    /// Time and closing of the list, for those who conduct.
    var listActions: [ActionModel]
    var hasListActions: Bool

    struct Waiting: Sendable {
        var requestId: String
        var waitingPlace: String
        var waitingName: String
        var waitingOffice: String
        var waitingActions: [ActionModel]
    }
}

/// One speaker with his clock, on the panel and on the wall.
struct SpeechModel: Sendable {
    var speechId: String
    var speechName: String
    var speechOffice: String
    var speechWord: String
    var speechClass: String
    var spokenMs: Int64
    /// Milliseconds since 1970; nil while the clock stands.
    var speechSince: Int64?
    var speechLimit: Int64?
    /// What the clock showed when the page was drawn.
    var speechText: String
    /// The viewer's own speech: his device warns him.
    var speechIsMine: Bool
    var speechActions: [ActionModel]
}
