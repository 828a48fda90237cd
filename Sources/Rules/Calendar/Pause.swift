/// A stretch of time that does not count, from the first instant to the one after the last.
public struct Pause: Codable, Hashable, Sendable {
    public var from: Timestamp
    /// Nil while the pause lasts.
    public var to: Timestamp?

    public init(from: Timestamp, to: Timestamp?) {
        self.from = from
        self.to = to
    }
}

extension [Pause] {
    /// The same time in order, without overlaps and without what is empty or runs backwards. An open pause ends at `end`.
    func merged(until end: Timestamp) -> [(from: Timestamp, to: Timestamp)] {
        var merged: [(from: Timestamp, to: Timestamp)] = []
        for pause in sorted(by: { $0.from < $1.from }) {
            let to = pause.to ?? end
            guard pause.from < to else { continue }
            if let last = merged.last, pause.from <= last.to {
                merged[merged.count - 1].to = Swift.max(last.to, to)
            } else {
                merged.append((pause.from, to))
            }
        }
        return merged
    }
}
