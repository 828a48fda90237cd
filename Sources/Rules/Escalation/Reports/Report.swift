/// A report as the rules see it: where it stands, who holds it, what runs, and nothing anybody wrote. Texts lie sealed elsewhere.
///
/// Changes only through `applying`, which answers with a new value, its hops and what the citizen is told.
public struct Report: Codable, Hashable, Sendable {
    public let id: ReportID
    public let code: TrackingCode
    /// Grows by one with every command: who answers an older one is refused by the caller (`version.stale`).
    public internal(set) var version: Int
    public internal(set) var state: ReportState
    public let channel: Channel
    public internal(set) var legalKind: LegalKind
    public internal(set) var category: CategoryID?
    public internal(set) var urgency: Urgency
    /// The local unit in whose territory the place lies.
    public internal(set) var place: UnitID?
    /// The version of the tree under which it was routed.
    public internal(set) var tree: TreeID
    /// Signed by several people.
    public let isCollective: Bool
    public let receivedAt: Timestamp

    /// Who has it now.
    public internal(set) var holder: UnitID
    /// The unit whose work it is, also while leadership has it.
    public internal(set) var handler: UnitID?
    public internal(set) var officer: UserID?
    public internal(set) var assignedAt: Timestamp?

    /// Handling begins with 1; every reopening begins another.
    public internal(set) var round = 1
    public internal(set) var bouncesInRound = 0
    public internal(set) var isInDispute = false
    public internal(set) var isReturnable = true
    public internal(set) var counters = Counters()

    public internal(set) var questionsAsked = 0
    /// When a question without reply no longer stops the clock.
    public internal(set) var questionEndsAt: Timestamp?
    public internal(set) var extensions = 0
    public internal(set) var extensionAskedUntil: Timestamp?
    public internal(set) var subRequests: [SubRequest] = []
    public internal(set) var clocks: [ReportClock] = []

    public internal(set) var escalation: EscalationID?
    public internal(set) var agendaItem: AgendaItemID?
    public internal(set) var conclusion: ConclusionID?
    /// Tasks of conclusions that are not done.
    public internal(set) var openTasks: [ActionItemID] = []

    public internal(set) var pending: PendingAnswer?
    public internal(set) var outcome: AnswerOutcome?
    public internal(set) var answeredAt: Timestamp?
    /// When an answered report closes by itself.
    public internal(set) var closesAt: Timestamp?
    public internal(set) var ratings: [RoundRating] = []

    public internal(set) var master: ReportID?
    /// What a duplicate was before it was merged, and which clocks the merger stopped.
    public internal(set) var stateBeforeMerge: ReportState?
    public internal(set) var clocksStoppedByMerge: [Int] = []
    public internal(set) var hopCount = 0

    init(_ submission: Submission, id: ReportID, code: TrackingCode, tree: TreeID, holder: UnitID, at now: Timestamp) {
        self.id = id
        self.code = code
        version = 1
        state = .received
        channel = submission.channel
        legalKind = submission.legalKind
        category = submission.category
        urgency = submission.urgency
        place = submission.place
        self.tree = tree
        isCollective = submission.isCollective
        receivedAt = now
        self.holder = holder
    }

    /// The public state; `master` is the state of the report at the root of the chain for a duplicate.
    public func bucket(master: ReportState? = nil) -> Bucket? { state.bucket(master: master) }
}
