import NIOCore

/// So many at once, so many a second: says how long to wait when they are used up.
struct TokenBucket {
    let burst: Double
    let perSecond: Double
    private var tokens: Double
    private var at: NIODeadline

    init(burst: Int, perSecond: Int, now: NIODeadline) {
        precondition(burst > 0 && perSecond > 0, "a bucket that never fills lets nothing through")
        self.burst = Double(burst)
        self.perSecond = Double(perSecond)
        tokens = Double(burst)
        at = now
    }

    /// Takes a token, even one that is not there yet.
    /// - Returns: as `debt`.
    mutating func take(now: NIODeadline) -> TimeAmount? {
        refill(now: now)
        tokens -= 1
        return debt(now: now)
    }

    /// How long to wait until all tokens taken are there; nil when they are.
    mutating func debt(now: NIODeadline) -> TimeAmount? {
        refill(now: now)
        guard tokens < 0 else { return nil }
        // Rounded up: a wait that ends in debt would only be followed by another.
        return .nanoseconds(Int64((-tokens / perSecond * 1e9).rounded(.up)))
    }

    /// Takes a token if there is one.
    mutating func tryTake(now: NIODeadline) -> Bool {
        refill(now: now)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }

    private mutating func refill(now: NIODeadline) {
        guard now > at else { return }
        tokens = min(burst, tokens + Double((now - at).nanoseconds) / 1e9 * perSecond)
        at = now
    }
}
