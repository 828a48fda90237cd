/// A table of time limits, as it lies in `Storage/Seeds/sla/*.json`. Limits that are not confirmed are still data, never constants.
public struct ServiceProfile: Codable, Hashable, Sendable {
    public struct Row: Codable, Hashable, Sendable {
        public var clock: ClockKind
        public var urgency: Urgency
        public var budget: Budget
        public var calendar: CalendarID
        /// How far an extension may move the due instant; missing means that there is none.
        public var extensionMax: Budget?
        public var source: String
        public var status: SourceStatus

        public init(
            clock: ClockKind, urgency: Urgency, budget: Budget, calendar: CalendarID, extensionMax: Budget? = nil, source: String, status: SourceStatus
        ) {
            self.clock = clock
            self.urgency = urgency
            self.budget = budget
            self.calendar = calendar
            self.extensionMax = extensionMax
            self.source = source
            self.status = status
        }
    }

    public var id: ServiceProfileID
    public var version: Int
    public var title: BilingualText
    public var rows: [Row]

    public init(id: ServiceProfileID, version: Int, title: BilingualText, rows: [Row]) {
        self.id = id
        self.version = version
        self.title = title
        self.rows = rows
    }

    public func row(_ clock: ClockKind, _ urgency: Urgency) -> Row? { rows.first { $0.clock == clock && $0.urgency == urgency } }
}
