/// What may be sent here, and what has another door.
struct KindsModel: Sendable {
    var kinds: [Kind]
    var doors: [Kind]

    struct Kind: Sendable {
        var kindCode: String
        var kindHref: String
        var kindName: String
        var kindHint: String
    }
}

/// The right door for what is not taken here.
struct DoorModel: Sendable {
    var kindCode: String
    var kindName: String
    var rightDoor: String
    var protection: String?
}
