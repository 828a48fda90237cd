/// One running or stopped clock of a report: who must act, until when, under which version of which calendar.
public struct ReportClock: Codable, Hashable, Sendable {
    /// Why a clock stopped.
    public enum Ending: String, Codable, Hashable, Sendable, CaseIterable {
        /// What was to be done was done.
        case done
        /// Leadership's decision put another clock in its place.
        case superseded
        /// The report ended without it.
        case dropped
    }

    public var kind: ClockKind
    /// Who must act; late is late for this unit alone.
    public var owner: UnitID
    public var budget: Budget
    public var calendar: CalendarID
    public var calendarVersion: Int
    public var startedAt: Timestamp
    public var pauses: [Pause]
    public var due: Timestamp
    /// What was due before any extension: statistics count by it.
    public var originalDue: Timestamp
    /// Fixed by a meeting or a leader's date, instead of counted from the budget.
    public var fixedDue: Timestamp?
    /// Since when counting waits for a fixed date.
    public var fixedAt: Timestamp?
    /// When a later date was granted; pauses before are in it already.
    public var extendedAt: Timestamp?
    public var breachedAt: Timestamp?
    public var stoppedAt: Timestamp?
    public var ending: Ending?
    /// The highest level that has rung.
    public var rung: AlarmLevel?
    /// When the next level rings; nil when paused, stopped or all have rung.
    public var nextAlarm: Timestamp?
    /// The task of a conclusion, or the unit's part in a consultation, that it measures.
    public var task: ActionItemID?
    public var subRequest: Int?

    public var isOpen: Bool { stoppedAt == nil }
    public var isPaused: Bool { pauses.last.map { $0.to == nil } ?? false }

    /// Whether it was late when it stopped or is late at `now`; measured by the due instant in force.
    public func isLate(at now: Timestamp) -> Bool { (stoppedAt ?? now) > due && (!isPaused || breachedAt != nil) }

    init(
        _ kind: ClockKind, owner: UnitID, budget: Budget, by clock: WorkClock, at now: Timestamp, fixedDue: Timestamp? = nil, task: ActionItemID? = nil,
        subRequest: Int? = nil
    ) {
        self.kind = kind
        self.owner = owner
        self.budget = budget
        calendar = clock.calendar.id
        calendarVersion = clock.calendar.version
        startedAt = now
        pauses = []
        self.fixedDue = fixedDue
        self.task = task
        self.subRequest = subRequest
        due = now
        originalDue = now
        recount(by: clock)
        originalDue = due
    }
}
