public import Rules

/// A report, as `GET /reports/{id}` and every step answer it.
public struct ReportResource: Codable, Sendable {
    public struct Clock: Codable, Sendable {
        public var kind: ClockKind
        public var owner: UnitID
        public var startedAt: String
        public var due: String
        /// What was due before any extension.
        public var originalDue: String
        public var isPaused: Bool
        public var isLate: Bool
        @Nullable public var stoppedAt: String?
        @Nullable public var task: ActionItemID?

        public init(kind: ClockKind, owner: UnitID, startedAt: String, due: String, originalDue: String, isPaused: Bool, isLate: Bool, stoppedAt: String?, task: ActionItemID?) {
            self.kind = kind
            self.owner = owner
            self.startedAt = startedAt
            self.due = due
            self.originalDue = originalDue
            self.isPaused = isPaused
            self.isLate = isLate
            self.stoppedAt = stoppedAt
            self.task = task
        }
    }

    public struct Links: Codable, Sendable {
        @Nullable public var escalation: EscalationID?
        @Nullable public var agendaItem: AgendaItemID?
        @Nullable public var meeting: MeetingID?
        /// The newest poll on the item.
        @Nullable public var poll: PollID?
        @Nullable public var conclusion: ConclusionID?
        public var actionItems: [ActionItemID]

        public init(escalation: EscalationID?, agendaItem: AgendaItemID?, meeting: MeetingID?, poll: PollID?, conclusion: ConclusionID?, actionItems: [ActionItemID]) {
            self.escalation = escalation
            self.agendaItem = agendaItem
            self.meeting = meeting
            self.poll = poll
            self.conclusion = conclusion
            self.actionItems = actionItems
        }
    }

    public struct Answer: Codable, Sendable {
        @Nullable public var outcome: AnswerOutcome?
        public var text: String
        public var flags: [AnswerFlag.Kind]
        public var isApproved: Bool

        public init(outcome: AnswerOutcome?, text: String, flags: [AnswerFlag.Kind], isApproved: Bool) {
            self.outcome = outcome
            self.text = text
            self.flags = flags
            self.isApproved = isApproved
        }
    }

    public struct Contact: Codable, Sendable {
        public var name: String
        public var phone: String
        public var email: String

        public init(name: String, phone: String, email: String) {
            self.name = name
            self.phone = phone
            self.email = email
        }
    }

    public var id: ReportID
    public var code: TrackingCode
    public var state: ReportState
    public var stateCode: String
    public var bucket: Bucket
    public var holder: UnitID
    public var holderName: String
    @Nullable public var handler: UnitID?
    @Nullable public var officer: UserID?
    public var channel: Channel
    public var legalKind: LegalKind
    public var urgency: Urgency
    @Nullable public var category: CategoryID?
    @Nullable public var place: UnitID?
    /// Under which version of the tree of units it was routed.
    public var tree: TreeID
    public var text: String
    public var publicText: String
    /// The text is the public one.
    public var isMasked: Bool
    public var address: String
    @Nullable public var latitude: Double?
    @Nullable public var longitude: Double?
    /// For who submitted it, and for who has opened it; else null.
    @Nullable public var contact: Contact?
    public var hasContact: Bool
    public var receivedAt: String
    @Nullable public var due: String?
    @Nullable public var light: TrafficLight?
    public var round: Int
    public var clocks: [Clock]
    public var hops: [TimelineBody]
    public var files: [ReportFileBody]
    public var links: Links
    @Nullable public var answer: Answer?
    @Nullable public var rating: RatingLevel?
    /// Codes the reporter chose with it.
    public var ratingReasons: [RatingReasonID]
    @Nullable public var masterCode: TrackingCode?
    @Nullable public var extensionAskedUntil: String?
    /// The unit is asked to answer: the last task of the conclusion is done.
    public var answerAsked: Bool
    /// Steps the caller may take now.
    public var may: [String]
    @Nullable public var heldBy: String?
    public var version: Int64
    /// What `report:ID` on the push address continues from.
    public var epoch: String
    public var head: Int64

    public init(
        id: ReportID, code: TrackingCode, state: ReportState, bucket: Bucket, holder: UnitID, holderName: String, handler: UnitID?, officer: UserID?, channel: Channel,
        legalKind: LegalKind, urgency: Urgency, category: CategoryID?, place: UnitID?, tree: TreeID, text: String, publicText: String, isMasked: Bool, address: String,
        latitude: Double?, longitude: Double?, contact: Contact?, hasContact: Bool, receivedAt: String, due: String?, light: TrafficLight?, round: Int, clocks: [Clock], hops: [TimelineBody],
        files: [ReportFileBody], links: Links, answer: Answer?, rating: RatingLevel?, ratingReasons: [RatingReasonID], masterCode: TrackingCode?, extensionAskedUntil: String?, answerAsked: Bool, may: [String],
        heldBy: String?, version: Int64, epoch: String, head: Int64
    ) {
        self.id = id
        self.code = code
        self.state = state
        stateCode = state.code
        self.bucket = bucket
        self.holder = holder
        self.holderName = holderName
        self.handler = handler
        self.officer = officer
        self.channel = channel
        self.legalKind = legalKind
        self.urgency = urgency
        self.category = category
        self.place = place
        self.tree = tree
        self.text = text
        self.publicText = publicText
        self.isMasked = isMasked
        self.address = address
        self.latitude = latitude
        self.longitude = longitude
        self.contact = contact
        self.hasContact = hasContact
        self.receivedAt = receivedAt
        self.due = due
        self.light = light
        self.round = round
        self.clocks = clocks
        self.hops = hops
        self.files = files
        self.links = links
        self.answer = answer
        self.rating = rating
        self.ratingReasons = ratingReasons
        self.masterCode = masterCode
        self.extensionAskedUntil = extensionAskedUntil
        self.answerAsked = answerAsked
        self.may = may
        self.heldBy = heldBy
        self.version = version
        self.epoch = epoch
        self.head = head
    }
}
