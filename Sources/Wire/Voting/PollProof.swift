public import Rules

/// `GET /polls/{id}/proof`: a closed poll as a file that counts itself again without any server (`ecabinet recount FILE`).
public struct PollProof: Codable, Sendable {
    public static let format = "ecabinet.poll-proof.v1"

    /// An open ballot: with meeting, item, poll and round these are the fields of its leaf.
    public struct Ballot: Codable, Sendable {
        public var userId: UserID
        public var name: String
        public var choice: Choice?
        public var selections: [PollOptionID]?
        public var remote: Bool
        /// Milliseconds since 1970 UTC.
        public var at: Int64
        public var nonce: String
        public var receipt: String

        public init(userId: UserID, name: String, vote: Vote, remote: Bool, at: Int64, nonce: String, receipt: String) {
            self.userId = userId
            self.name = name
            choice = vote.choice
            selections = vote.selections
            self.remote = remote
            self.at = at
            self.nonce = nonce
            self.receipt = receipt
        }

        public var vote: Vote { selections.map(Vote.selections) ?? .choice(choice ?? .abstain) }
    }

    /// The fact of the log that told the result, with what its hash is made of.
    public struct Fact: Codable, Sendable {
        public var stream: String
        public var seq: Int64
        public var kind: String
        public var at: Int64
        public var actor: String
        public var audience: String
        public var body: String
        /// Hexadecimal.
        public var parent: String
        public var hash: String

        public init(stream: String, seq: Int64, kind: String, at: Int64, actor: String, audience: String, body: String, parent: String, hash: String) {
            self.stream = stream
            self.seq = seq
            self.kind = kind
            self.at = at
            self.actor = actor
            self.audience = audience
            self.body = body
            self.parent = parent
            self.hash = hash
        }
    }

    public var format: String
    public var pollId: PollID
    public var meetingId: MeetingID
    public var agendaItemId: AgendaItemID?
    public var round: Int
    public var title: String
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var taking: PollTaking
    /// Of an open poll.
    public var ballots: [Ballot]?
    /// Of a secret poll.
    public var slips: [SecretVote]?
    /// Of a show of hands.
    public var hands: Tally?
    /// Merkle root over ballots, slips or hands, hexadecimal; null for ballots from before roots were made.
    @Nullable public var root: String?
    /// What was counted: seats, presence, rules, decider.
    public var count: PollCount
    /// The same, where the poll has options.
    public var election: ElectionCount?
    /// What was told.
    public var result: PollResult?
    public var elected: ElectionResult?
    public var fact: Fact

    public init(
        pollId: PollID, meetingId: MeetingID, agendaItemId: AgendaItemID?, round: Int, title: String, method: PollMethod, secrecy: PollSecrecy, taking: PollTaking,
        ballots: [Ballot]?, slips: [SecretVote]?, hands: Tally?, root: String?, count: PollCount, election: ElectionCount?, verdict: PollVerdict, fact: Fact
    ) {
        format = Self.format
        self.pollId = pollId
        self.meetingId = meetingId
        self.agendaItemId = agendaItemId
        self.round = round
        self.title = title
        self.method = method
        self.secrecy = secrecy
        self.taking = taking
        self.ballots = ballots
        self.slips = slips
        self.hands = hands
        self.root = root
        self.count = count
        self.election = election
        result = verdict.approval
        elected = verdict.election
        self.fact = fact
    }
}
