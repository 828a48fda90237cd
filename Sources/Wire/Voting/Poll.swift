public import Rules

/// A poll, as `GET /polls/{id}` and every transition answer it.
///
/// `tally`, `heads`, `outcome` and `because` are null until the poll is closed unless it shows live, which a secret
/// poll never does. Elections carry `options`, `blank` and `elected` instead of a tally.
public struct Poll: Codable, Sendable, Equatable {
    public struct Option: Codable, Sendable, Equatable {
        public var id: PollOptionID
        public var title: String
        /// Null until the result may be seen.
        @Nullable public var count: Int?

        public init(id: PollOptionID, title: String, count: Int?) {
            self.id = id
            self.title = title
            self.count = count
        }
    }

    public var id: PollID
    public var meetingId: MeetingID
    @Nullable public var agendaItemId: AgendaItemID?
    public var title: String
    /// What is voted on; frozen when the poll opens.
    @Nullable public var subject: PollSubject?
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var show: PollShow
    public var state: PollState
    /// 1, or the round of the poll it repeats and one more.
    public var round: Int?
    public var repeats: PollID?
    public var amends: PollID?
    public var durationSeconds: Int64?
    /// What is left of its time while the session pauses; `closesAt` is then null.
    public var remainingMs: Int64?
    /// devices, rollCall or hands; absent means devices.
    public var taking: PollTaking?
    /// What one account entered for a roll-call or a show of hands and another has to confirm: chair and secretariat.
    public var count: EnteredCount?
    /// Whether slips may be closed before their deadline: chair and secretariat, while they are out.
    public var earlyClose: EarlyClose?
    /// N: members in the roster.
    public var members: Int
    /// P: null for circulated opinions, which know no presence.
    @Nullable public var present: Int?
    /// By weight: what adoption compares.
    @Nullable public var tally: Tally?
    /// By heads.
    @Nullable public var heads: Tally?
    @Nullable public var outcome: Outcome?
    @Nullable public var because: Because?
    /// Until when the decider of a tie may be heard; RFC 3339, as all times here.
    @Nullable public var castingUntil: String?
    @Nullable public var openedAt: String?
    /// When the poll closes by itself.
    @Nullable public var closesAt: String?
    @Nullable public var closedAt: String?
    @Nullable public var rules: RuleSet?
    /// The caller's own ballot.
    @Nullable public var mine: OwnBallot?
    public var options: [Option]?
    public var maxSelections: Int?
    /// Ballots of an election that select nobody.
    public var blank: Int?
    /// Ids of the options elected, most votes first.
    public var elected: [PollOptionID]?
    /// Ids of those who share the last place, where the outcome is a tie.
    public var tied: [PollOptionID]?
    /// Who voted what, once an open poll is closed.
    public var named: [NamedVote]?
    /// What was voted in a secret poll, once it is closed: each vote beside the tracker that only its voter knows, in the order of trackers.
    public var slips: [SecretVote]?

    public init(
        id: PollID, meetingId: MeetingID, agendaItemId: AgendaItemID?, title: String, subject: PollSubject?, method: PollMethod, secrecy: PollSecrecy,
        show: PollShow, state: PollState, members: Int, present: Int?, tally: Tally? = nil, heads: Tally? = nil, outcome: Outcome? = nil,
        because: Because? = nil, castingUntil: String? = nil, openedAt: String? = nil, closesAt: String? = nil, closedAt: String? = nil,
        rules: RuleSet?, mine: OwnBallot? = nil, options: [Option]? = nil, maxSelections: Int? = nil, blank: Int? = nil, elected: [PollOptionID]? = nil,
        tied: [PollOptionID]? = nil, named: [NamedVote]? = nil, slips: [SecretVote]? = nil
    ) {
        self.id = id
        self.meetingId = meetingId
        self.agendaItemId = agendaItemId
        self.title = title
        self.subject = subject
        self.method = method
        self.secrecy = secrecy
        self.show = show
        self.state = state
        self.members = members
        self.present = present
        self.tally = tally
        self.heads = heads
        self.outcome = outcome
        self.because = because
        self.castingUntil = castingUntil
        self.openedAt = openedAt
        self.closesAt = closesAt
        self.closedAt = closedAt
        self.rules = rules
        self.mine = mine
        self.options = options
        self.maxSelections = maxSelections
        self.blank = blank
        self.elected = elected
        self.tied = tied
        self.named = named
        self.slips = slips
    }
}
