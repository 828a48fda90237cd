/// One proposal to leadership, for one report or several of one cause. What is decided fans out to all of them.
public struct Escalation: Codable, Hashable, Sendable {
    public static let maximumReports = 1000

    public let id: EscalationID
    public let from: UnitID
    public let reports: [ReportID]
    public let urgency: Urgency
    public let submittedAt: Timestamp
    public internal(set) var version = 1
    public internal(set) var state: EscalationState
    /// The four lines came first; the rest is owed by then.
    public internal(set) var dossierDue: Timestamp?
    public internal(set) var decisions: [Recorded] = []
    public internal(set) var agendaItem: AgendaItemID?
    public internal(set) var conclusion: ConclusionID?
    /// Looked at again then.
    public internal(set) var deferredUntil: Timestamp?

    /// A decision with who made it and when. Its texts lie sealed elsewhere.
    public struct Recorded: Codable, Hashable, Sendable {
        public var kind: DecisionKind
        public var decider: UserID
        public var onBehalfOf: UserID?
        public var at: Timestamp
    }

    /// An escalation of reports that are in progress at the unit. Each report is then escalated with the same form.
    ///
    /// Refuses `escalation.incomplete` without reports, with too many or double ones, and naming every field the form lacks.
    public init(
        id: EscalationID, from: UnitID, reports: [ReportID], urgency: Urgency, form: ReportCommand.Escalating.Form, at now: Timestamp, under law: ReportLaw
    ) throws(ReportRefusal) {
        var faults: [Refusal.Field] = []
        if reports.isEmpty { faults.append(.init(pointer: "/reports", reason: "field.required")) }
        if reports.count > Self.maximumReports { faults.append(.init(pointer: "/reports", reason: "field.too-many", parameters: ["limit": "\(Self.maximumReports)"])) }
        if Set(reports).count != reports.count { faults.append(.init(pointer: "/reports", reason: "field.twice")) }
        try ReportRefusal.check(faults + law.faults(of: form, urgency: urgency), .escalationIncomplete)
        self.id = id
        self.from = from
        self.reports = reports
        self.urgency = urgency
        submittedAt = now
        state = law.policy.officeForwards ? .gathering : .inbox
        if form.isShort {
            let row = law.row(.dossier, urgency, nil)
            dossierDue = law.clock(row.calendar).due(from: now, budget: row.budget)
        }
    }
}
