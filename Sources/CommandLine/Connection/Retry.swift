/// When a request is sent again, and how long we wait before.
struct Retry: Sendable {
    /// Attempts in all.
    static let maxAttempts = 5
    static let firstPauseMS = 500
    /// A server that asks for more patience than this is reported instead.
    static let maxRetryAfterSeconds = 20

    private(set) var attempt = 1
    private var wasReached = false

    /// Milliseconds to wait before the next attempt; nil to give up.
    mutating func pauseMS(after loss: Loss) -> Int? {
        switch loss {
        case .untrusted, .hopeless: return nil
        case .cut, .silent: wasReached = true
        case .unheard, .unnamed: if !wasReached { return nil }
        }
        return next(Self.firstPauseMS << (attempt - 1))
    }

    /// The same for 503 with `Retry-After`: the server is there and busy.
    mutating func pauseMS(retryAfterSeconds: Int) -> Int? {
        wasReached = true
        return (0...Self.maxRetryAfterSeconds).contains(retryAfterSeconds) ? next(retryAfterSeconds * 1000) : nil
    }

    private mutating func next(_ pauseMS: Int) -> Int? {
        guard attempt < Self.maxAttempts else { return nil }
        attempt += 1
        return pauseMS
    }
}
