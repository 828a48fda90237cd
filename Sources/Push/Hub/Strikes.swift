import NIOCore

/// Counts mistakes within a sliding window.
struct Strikes {
    let limit: Int
    let window: TimeAmount
    private var at: CircularBuffer<NIODeadline> = []

    init(limit: Int, window: TimeAmount) {
        self.limit = limit
        self.window = window
    }

    /// - Returns: true when this one is one too many.
    mutating func strike(now: NIODeadline) -> Bool {
        at.append(now)
        while let oldest = at.first, now - oldest >= window || at.count > limit { at.removeFirst() }
        return at.count >= limit
    }
}
