/// One thing a caller holds today: a place from which facts may be seen. Text form `noun:id`, as it stands in the log.
public struct Grant: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    private init(_ text: String) { self.text = text }

    /// This person alone.
    public static func person(_ id: UserID) -> Grant { Grant("person:\(id)") }
    /// Everyone who takes part in a meeting or may read it: roster, invited, the body's secretaries, auditors.
    public static func meeting(_ id: MeetingID) -> Grant { Grant("meeting:\(id)") }
    /// Who may read an agenda item today.
    public static func item(_ id: AgendaItemID) -> Grant { Grant("item:\(id)") }
    /// Who may read the papers of an agenda item today.
    public static func papers(_ id: AgendaItemID) -> Grant { Grant("papers:\(id)") }
    /// Who presides over a meeting.
    public static func chair(_ id: MeetingID) -> Grant { Grant("chair:\(id)") }
    /// A body's secretaries and the administrators.
    public static func secretariat(_ id: BodyID) -> Grant { Grant("secretariat:\(id)") }
    /// A body's seats and secretaries.
    public static func body(_ id: BodyID) -> Grant { Grant("body:\(id)") }
    /// Officers and head of a unit.
    public static func unit(_ id: UnitID) -> Grant { Grant("unit:\(id)") }
    /// A report in full: the units on its trail, those who take reports in, leadership, auditors.
    public static func report(_ id: ReportID) -> Grant { Grant("report:\(id)") }
    /// An escalation: the unit it comes from, units on the trail of its reports, the reception, leadership, auditors.
    public static func escalation(_ id: EscalationID) -> Grant { Grant("escalation:\(id)") }
    /// The public part of a report, for who submitted it.
    public static func reporter(_ id: ReportID) -> Grant { Grant("reporter:\(id)") }
    /// Administrators.
    public static let house = Grant("house")

    /// A grant as it was written into the log.
    public init?(logged text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 128, !text.contains(" ") else { return nil }
        self.text = String(text)
    }

    public var description: String { text }
}
