/// What an `error` frame says. Strings for ever.
enum PushErrorCode: String, CaseIterable, Sendable {
    /// The cursor belongs to another epoch, or lies ahead of the log: fetch afresh, then subscribe again.
    case resync = "push.resync"
    /// No such stream, or none the caller may know of.
    case notFound = "push.not-found"
    /// Not a frame of the dialect.
    case badFrame = "push.bad-frame"
    /// The socket has as many subscriptions as it may have.
    case tooMany = "push.too-many"
}
