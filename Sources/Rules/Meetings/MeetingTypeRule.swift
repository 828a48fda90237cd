/// The law of one type of meeting, as data with its source (features 2, 3, 41).
public struct MeetingTypeRule: Codable, Hashable, Sendable {
    public var type: MeetingType
    public var version: Int
    /// On what grounds it may be called; the first is taken where nobody named one.
    public var grounds: [ConveningGround]
    /// Whole working days between the day the papers are sent and the day of the session; 0: no deadline.
    public var documentDays: Int
    /// The part of the members who may demand it.
    public var requestShare: Fraction
    public var calendar: CalendarID
    public var source: String
    public var status: SourceStatus

    public init(
        type: MeetingType, version: Int, grounds: [ConveningGround], documentDays: Int, requestShare: Fraction, calendar: CalendarID, source: String, status: SourceStatus
    ) {
        self.type = type
        self.version = version
        self.grounds = grounds
        self.documentDays = documentDays
        self.requestShare = requestShare
        self.calendar = calendar
        self.source = source
        self.status = status
    }
}
