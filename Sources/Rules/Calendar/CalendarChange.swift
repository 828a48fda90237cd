/// What a new version of a calendar does to the clocks that are still open; closed history stays as it was counted.
public struct CalendarChange: Sendable {
    /// A due instant that moves.
    public struct Move: Codable, Hashable, Sendable {
        /// Place of the clock in the list that was given.
        public var index: Int
        public var before: Timestamp
        public var after: Timestamp
    }

    /// Start, budget, pauses and the due instant that was promised.
    public struct Running: Hashable, Sendable {
        public var start: Timestamp
        public var budget: Budget
        public var pauses: [Pause]
        public var due: Timestamp
        public init(start: Timestamp, budget: Budget, pauses: [Pause], due: Timestamp) {
            self.start = start
            self.budget = budget
            self.pauses = pauses
            self.due = due
        }
    }

    public let clock: WorkClock

    public init(to clock: WorkClock) { self.clock = clock }

    /// Only the clocks whose due instant differs under the new version, in the order given.
    public func moves(of running: [Running]) -> [Move] {
        running.enumerated().compactMap { index, running in
            guard let after = clock.due(from: running.start, budget: running.budget, pauses: running.pauses), after != running.due else { return nil }
            return Move(index: index, before: running.due, after: after)
        }
    }
}
