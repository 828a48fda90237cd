/// A leader's decision on an escalation. It fans out to every report the escalation carries.
public struct Decision: Codable, Hashable, Sendable {
    public var kind: DecisionKind
    /// What is directed, asked for or refused, and why; for those who carry it out.
    public var text: String
    /// What the citizen may read; nothing else of the decision is shown.
    public var publicText: String?
    public var leadUnit: UnitID?
    public var coUnits: [UnitID]
    /// Due date of the task, day until which it is deferred, or day on which an outside body's reply is looked for.
    public var due: Timestamp?
    /// Item of the agenda or of the circulated opinions, and when it is taken or closes.
    public var agendaItem: AgendaItemID?
    public var meetingAt: Timestamp?
    /// The body outside the city, for `referOutside`.
    public var outsideBody: String?
    /// "Thay mặt": the leader for whom the decider stands in, if any.
    public var onBehalfOf: UserID?

    public init(
        kind: DecisionKind, text: String, publicText: String? = nil, leadUnit: UnitID? = nil, coUnits: [UnitID] = [], due: Timestamp? = nil,
        agendaItem: AgendaItemID? = nil, meetingAt: Timestamp? = nil, outsideBody: String? = nil, onBehalfOf: UserID? = nil
    ) {
        self.kind = kind
        self.text = text
        self.publicText = publicText
        self.leadUnit = leadUnit
        self.coUnits = coUnits
        self.due = due
        self.agendaItem = agendaItem
        self.meetingAt = meetingAt
        self.outsideBody = outsideBody
        self.onBehalfOf = onBehalfOf
    }
}
