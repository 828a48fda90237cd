/// Why a calendar cannot be used, with a pointer into its JSON.
public struct CalendarFault: Error, Hashable, Sendable {
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// No weekday has hours: nothing would ever be due.
        case noHours = "calendar.no-hours"
        case hoursOverlap = "calendar.hours-overlap"
        /// The last day lies before the first.
        case backwards = "calendar.backwards"
        /// The day given off has no hours of its own.
        case swapOffNotWorking = "calendar.swap-off-not-working"
        /// The day of making up is a working day already.
        case swapWorkNotResting = "calendar.swap-work-not-resting"
        /// Two swaps name the same day.
        case swapTwice = "calendar.swap-twice"
        case tooManyEntries = "calendar.too-many-entries"
        case version = "calendar.version"
    }

    public var pointer: String
    public var reason: Reason

    public init(_ pointer: String, _ reason: Reason) {
        self.pointer = pointer
        self.reason = reason
    }
}
