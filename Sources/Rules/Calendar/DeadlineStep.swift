/// One stretch on the way from a start to its due instant.
public struct DeadlineStep: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Work counted from minute to minute.
        case worked
        /// Whole days without working hours.
        case rest
        case paused
        /// The working day of the start, which a budget of days does not count.
        case uncounted
        /// Working days counted by a budget of days.
        case counted
        /// Days added for what pauses took from a budget of days.
        case madeUp
    }

    public var kind: Kind
    public var from: Timestamp
    /// For whole days the last instant counted in them: midnight for days of rest.
    public var to: Timestamp
    /// Working time in it, for `worked`.
    public var workMS: Int64
    /// Ordinal of the first and last day, for `counted`.
    public var days: ClosedRange<Int>?

    public init(_ kind: Kind, from: Timestamp, to: Timestamp, workMS: Int64 = 0, days: ClosedRange<Int>? = nil) {
        self.kind = kind
        self.from = from
        self.to = to
        self.workMS = workMS
        self.days = days
    }
}
