extension MinutesRecord {
    /// A poll with its result; approval polls carry `result`, those with options `election`.
    public struct Poll: Codable, Hashable, Sendable {
        public var title: String
        public var round: Int
        /// The round it repeats, and the one that repeats it.
        public var before: Round?
        public var after: Round?
        public var secrecy: PollSecrecy
        public var taking: PollTaking
        /// Who entered and who confirmed a count without devices.
        public var count: Count?
        public var state: PollState
        public var annulReason: String?
        /// The version voted on.
        public var subject: Document?
        public var openedAt: Timestamp?
        public var closedAt: Timestamp?
        public var result: PollResult?
        public var election: ElectionResult?
        /// Who voted what, in roster order; empty for a secret poll.
        public var named: [NamedVote]
        /// The slips of a secret poll, each beside the tracker its voter keeps.
        public var slips: [Slip]
        /// Merkle root over the ballots, hexadecimal.
        public var ballotsRoot: String?
        /// Numbers of the facts in the meeting's log: opened, closed, annulled.
        public var facts: [Int64]

        public init(
            title: String, round: Int = 1, secrecy: PollSecrecy, taking: PollTaking = .devices, count: Count? = nil, state: PollState, annulReason: String? = nil, subject: Document? = nil,
            openedAt: Timestamp?, closedAt: Timestamp?, result: PollResult? = nil, election: ElectionResult? = nil, named: [NamedVote] = [],
            slips: [Slip] = [], ballotsRoot: String? = nil, facts: [Int64] = []
        ) {
            self.title = title
            self.round = round
            self.secrecy = secrecy
            self.taking = taking
            self.count = count
            self.state = state
            self.annulReason = annulReason
            self.subject = subject
            self.openedAt = openedAt
            self.closedAt = closedAt
            self.result = result
            self.election = election
            self.named = named
            self.slips = slips
            self.ballotsRoot = ballotsRoot
            self.facts = facts
        }
    }

    /// Two people with accounts of their own stand behind a count by hand or by name.
    public struct Count: Codable, Hashable, Sendable {
        public var enteredBy: Person
        public var confirmedBy: Person

        public init(enteredBy: Person, confirmedBy: Person) {
            self.enteredBy = enteredBy
            self.confirmedBy = confirmedBy
        }
    }

    /// Another round of the same question.
    public struct Round: Codable, Hashable, Sendable {
        public var number: Int
        public var openedAt: Timestamp?
        public var isAnnulled: Bool

        public init(number: Int, openedAt: Timestamp?, isAnnulled: Bool) {
            self.number = number
            self.openedAt = openedAt
            self.isAnnulled = isAnnulled
        }
    }

    /// A line of the named list.
    public struct NamedVote: Codable, Hashable, Sendable {
        public var name: String
        public var title: String
        /// Nil: no ballot, or a ballot with selections.
        public var choice: Choice?
        /// Titles of the options chosen; empty and `at` set: blank.
        public var selections: [String]?
        public var remote: Bool
        /// He took no part for a conflict of interest.
        public var recused: Bool
        public var weight: Int
        public var at: Timestamp?
        public var text: String?

        public init(
            name: String, title: String, choice: Choice?, selections: [String]? = nil, remote: Bool = false, recused: Bool = false, weight: Int = 1,
            at: Timestamp? = nil, text: String? = nil
        ) {
            self.name = name
            self.title = title
            self.choice = choice
            self.selections = selections
            self.remote = remote
            self.recused = recused
            self.weight = weight
            self.at = at
            self.text = text
        }
    }

    /// A slip of a secret poll: what was voted, under a number that only the voter knows.
    public struct Slip: Codable, Hashable, Sendable {
        public var tracker: String
        public var vote: String

        public init(tracker: String, vote: String) {
            self.tracker = tracker
            self.vote = vote
        }
    }
}
