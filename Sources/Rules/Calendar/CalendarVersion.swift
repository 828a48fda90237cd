/// A working calendar as it was published: data with a legal source, never edited, only followed by a higher version.
///
/// Lies in `Storage/Seeds/calendars/*.json`. Times of day are those of Viet Nam (+07:00). A clock keeps the version under which it was
/// started; a new version recomputes open clocks only (`CalendarChange`).
public struct CalendarVersion: Codable, Hashable, Sendable {
    public var id: CalendarID
    public var version: Int
    public var title: BilingualText
    public var hours: WeeklyHours
    /// What fixes the weekly hours.
    public var hoursSource: String
    public var holidays: [Holiday]
    public var swaps: [DaySwap]
    /// First and last day whose holidays are known; outside only the week counts, and a deadline says so. Missing: known for ever.
    public var coversFrom: CivilDate?
    public var coversTo: CivilDate?
    public var legalSource: String
    public var publishedAt: CivilDate
    public var effectiveFrom: CivilDate
    public var status: SourceStatus

    public init(
        id: CalendarID, version: Int, title: BilingualText, hours: WeeklyHours, hoursSource: String, holidays: [Holiday] = [], swaps: [DaySwap] = [],
        coversFrom: CivilDate? = nil, coversTo: CivilDate? = nil, legalSource: String, publishedAt: CivilDate, effectiveFrom: CivilDate, status: SourceStatus
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.hours = hours
        self.hoursSource = hoursSource
        self.holidays = holidays
        self.swaps = swaps
        self.coversFrom = coversFrom
        self.coversTo = coversTo
        self.legalSource = legalSource
        self.publishedAt = publishedAt
        self.effectiveFrom = effectiveFrom
        self.status = status
    }

    public func covers(_ date: CivilDate) -> Bool {
        (coversFrom.map { $0 <= date } ?? true) && (coversTo.map { date <= $0 } ?? true)
    }
}
