/// What the record knows of a meeting when its minutes are drawn up: a plain value, gathered once, drafted by `draft()`.
///
/// Content follows QĐ 45/2018/QĐ-TTg and the old Law on Organisation of Local Government Art. 119 (domain/meetings.md §5). Numbers
/// come from the record alone; what a clerk wrote (conclusions, summaries, reasons) is marked as such in every paragraph.
public struct MinutesRecord: Codable, Hashable, Sendable {
    /// The body above the one that met, for the head of the paper.
    public var superior: String?
    public var body: String
    /// `05/BB-UBND` once the register has given it.
    public var number: String?
    /// Kind and body as the register writes them, for the blank before there is a number: `BB-UBND`.
    public var symbol: String
    public var title: String
    public var type: MeetingType
    public var form: MeetingForm
    public var place: String
    /// Why and by whom it was called.
    public var conveningGround: String?
    /// Nobody named that ground: it is the first of the type.
    public var conveningAssumed: Bool
    public var convenedAt: Timestamp?
    public var openedAt: Timestamp?
    public var closedAt: Timestamp?
    public var presiding: Person?
    /// Whether who presides is the holder of the chair.
    public var presidingIsChairman: Bool
    /// On what ground another presides.
    public var presidingGround: String?
    public var clerk: Person?
    /// In the order of the roster.
    public var roster: [Member]
    public var substitutes: [Substitute]
    public var invited: [Person]
    /// As it was at opening; nil for circulated opinions.
    public var quorum: Quorum?
    public var agenda: [Item]
    /// Polls that belong to no item.
    public var polls: [Poll]
    public var announcements: [Announcement]
    /// What was said later about who was where, oldest first.
    public var corrections: [Correction]
    /// Each time the session paused, oldest first.
    public var pauses: [Pause]
    /// Each time the closed meeting was opened again, oldest first.
    public var reopenings: [Reopening]
    /// Hash of the newest row of the meeting's log, lower-case hex.
    public var recordHash: String?

    public init(
        superior: String? = nil, body: String, number: String? = nil, symbol: String = "BB", title: String, type: MeetingType, form: MeetingForm,
        place: String, conveningGround: String? = nil, conveningAssumed: Bool = false, convenedAt: Timestamp? = nil, openedAt: Timestamp?, closedAt: Timestamp?, presiding: Person?,
        presidingIsChairman: Bool = true, presidingGround: String? = nil, clerk: Person?, roster: [Member], substitutes: [Substitute] = [],
        invited: [Person] = [], quorum: Quorum?, agenda: [Item], polls: [Poll] = [], announcements: [Announcement] = [], corrections: [Correction] = [],
        pauses: [Pause] = [], reopenings: [Reopening] = [], recordHash: String? = nil
    ) {
        self.superior = superior
        self.body = body
        self.number = number
        self.symbol = symbol
        self.title = title
        self.type = type
        self.form = form
        self.place = place
        self.conveningGround = conveningGround
        self.conveningAssumed = conveningAssumed
        self.convenedAt = convenedAt
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.presiding = presiding
        self.presidingIsChairman = presidingIsChairman
        self.presidingGround = presidingGround
        self.clerk = clerk
        self.roster = roster
        self.substitutes = substitutes
        self.invited = invited
        self.quorum = quorum
        self.agenda = agenda
        self.polls = polls
        self.announcements = announcements
        self.corrections = corrections
        self.pauses = pauses
        self.reopenings = reopenings
        self.recordHash = recordHash
    }

    var isCirculated: Bool { type == .circulated }

    /// All polls in the order of the paper.
    var allPolls: [Poll] { agenda.flatMap(\.polls) + polls }
}
