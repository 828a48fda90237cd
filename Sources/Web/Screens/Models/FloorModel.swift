/// Who has the floor and who asks for it.
struct FloorModel: Sendable {
    var speaker: SpeechModel?
    var waitingTitle: String
    var waiting: [Waiting]
    var nobodyWaits: Bool
    /// "Danh sách đã khóa"
    var listClosed: String?
    /// The viewer's own place for what is on now.
    var myPlace: String?
    /// His requests for other items, each with a way to give it up.
    var myOthers: [OtherRequest]
    /// What is left of the item's time, for all who speak on it.
    var itemTime: ItemTimeModel?
    /// What the viewer can do for himself: ask, withdraw, end his speech.
    var floorActions: [ActionModel]
    /// Closing of the list, for those who conduct.
    var listLock: ActionModel?
    /// What each speaker is given, for those who conduct.
    var listActions: [ActionModel]
    var hasListActions: Bool

    struct OtherRequest: Sendable {
        var otherText: String
        var otherWithdraw: ActionModel
    }

    struct Waiting: Sendable {
        var requestId: String
        var waitingPlace: String
        var waitingName: String
        var waitingOffice: String
        var waitingActions: [ActionModel]
    }
}

/// What all speakers have used of an item's time.
struct ItemTimeModel: Sendable {
    var itemTimeId: String
    var itemTimeWord: String
    var itemSpokenMs: Int64
    var itemSince: Int64?
    var itemLimit: Int64
    var itemTimeText: String
    /// Who conducts is warned on his own device.
    var itemTimeWarns: Bool
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
