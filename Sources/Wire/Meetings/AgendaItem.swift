public import Rules

/// One item of a meeting's agenda.
public struct AgendaItem: Codable, Sendable, Equatable {
    public var id: AgendaItemID
    public var meetingId: MeetingID
    /// What the agenda prints, for example "3" or "3.2".
    public var number: String
    /// Below which item it stands; null at the top.
    @Nullable public var parentId: AgendaItemID?
    /// 0 at the top.
    public var depth: Int
    /// Its place among the items beside it, from 1.
    public var place: Int
    public var title: String
    /// discussion, opinion, vote or report.
    @Nullable public var kind: String?
    /// What is asked of the members, in half a line.
    @Nullable public var ask: String?
    /// The body or unit that submits it.
    @Nullable public var submitter: String?
    @Nullable public var rapporteur: String?
    @Nullable public var minutesPlanned: Int?
    /// planned, current or done.
    public var state: String
    /// Those the caller may see, in their order.
    public var documents: [Document]
    /// The presiding person's conclusion, once recorded.
    @Nullable public var conclusion: String?
    /// Put on the agenda after convening.
    public var late: Bool
    /// Late, and no word of the chair is on record.
    public var awaitsChair: Bool
    public var visibility: ItemVisibility
    /// A private part of the session.
    public var closed: Bool

    public init(
        id: AgendaItemID, meetingId: MeetingID, number: String, title: String, kind: String?, ask: String?, submitter: String?, rapporteur: String?,
        minutesPlanned: Int?, state: String, documents: [Document], conclusion: String?, parentId: AgendaItemID? = nil, depth: Int = 0, place: Int = 1,
        late: Bool, awaitsChair: Bool, visibility: ItemVisibility, closed: Bool
    ) {
        self.id = id
        self.meetingId = meetingId
        self.number = number
        self.parentId = parentId
        self.depth = depth
        self.place = place
        self.title = title
        self.kind = kind
        self.ask = ask
        self.submitter = submitter
        self.rapporteur = rapporteur
        self.minutesPlanned = minutesPlanned
        self.state = state
        self.documents = documents
        self.conclusion = conclusion
        self.late = late
        self.awaitsChair = awaitsChair
        self.visibility = visibility
        self.closed = closed
    }
}
