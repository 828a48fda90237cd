/// All that a count needs, and nothing else: the one function behind every number of an approval poll.
///
/// Screens, API, minutes, archive and the offline recount make this value and ask for `result()`.
/// Contract §2 "Meaning, integers only"; domain/meetings.md §3 and §4.
public struct PollCount: Hashable, Sendable {
    /// One place in the roster, as frozen when the meeting opened.
    public struct Seat: Hashable, Sendable {
        public static let weights = 1...1000

        public let user: UserID
        public let weight: Int
        public let role: BodyRole

        public init(user: UserID, weight: Int = 1, role: BodyRole = .member) {
            precondition(Self.weights.contains(weight), "a seat weighs 1 to 1000")
            self.user = user
            self.weight = weight
            self.role = role
        }
    }

    /// A ballot of an open poll as it stood at closing.
    public struct Cast: Codable, Hashable, Sendable {
        public var choice: Choice
        /// Sent by a member who was not in the room.
        public var remote: Bool

        public init(choice: Choice, remote: Bool = false) {
            self.choice = choice
            self.remote = remote
        }
    }

    /// A secret poll knows who voted and what was voted, never together.
    public struct SecretBox: Hashable, Sendable {
        public var voted: Set<UserID>
        public var slips: [Choice]

        public init(voted: Set<UserID>, slips: [Choice]) {
            self.voted = voted
            self.slips = slips
        }
    }

    /// What the decider of a tie said after closing.
    public struct CastingVote: Codable, Hashable, Sendable {
        public enum Basis: String, Codable, Sendable, CaseIterable {
            /// The decider's own act in the system.
            case cast
            /// Declared aloud and entered by the secretary.
            case declared
        }

        public var choice: Choice
        public var basis: Basis

        public init(choice: Choice, basis: Basis) {
            self.choice = choice
            self.basis = basis
        }
    }

    /// A roster beyond this is a mistake, and keeps every product far from overflow.
    public static let maximumSeats = 10_000

    /// Roles without a vote are left out when the value is made.
    public let seats: [Seat]
    /// Ballots of an open poll; those of strangers to the roster and of the recused do not count.
    public var ballots: [UserID: Cast]
    /// The box of a secret poll; then `ballots` is not looked at.
    public var secret: SecretBox?
    /// In the room or online when the poll closed.
    public var presentAtClosing: Set<UserID>
    /// In the room or online when the poll opened.
    public var presentAtOpening: Set<UserID>
    /// They stay in N and P but have no ballot.
    public var recused: Set<UserID>
    /// Who decides a tie: `RuleSet.decider(among:presiding:)`.
    public var decider: UserID?
    public var castingVote: CastingVote?
    /// The time for a casting vote is over.
    public var castingExpired: Bool
    /// Opinions by slip, outside any session.
    public var circulated: Bool
    /// Counted before closing (`show: live`): silence means nothing yet.
    public var stillOpen: Bool
    /// Slips closed before their deadline because their outcome was certain: the time of those who are silent was not over, so silence means nothing.
    public var closedAsCertain: Bool
    public var rules: RuleSet
    public var ruleVersion: Int?

    public init(
        seats: [Seat], ballots: [UserID: Cast] = [:], secret: SecretBox? = nil, presentAtClosing: Set<UserID>,
        presentAtOpening: Set<UserID>, recused: Set<UserID> = [], decider: UserID?, castingVote: CastingVote? = nil,
        castingExpired: Bool = false, circulated: Bool = false, stillOpen: Bool = false, closedAsCertain: Bool = false, rules: RuleSet, ruleVersion: Int? = nil
    ) {
        precondition(seats.count <= Self.maximumSeats, "a roster has at most \(Self.maximumSeats) seats")
        precondition(Set(seats.map(\.user)).count == seats.count, "a person holds one seat")
        self.seats = seats.filter(\.role.isSeat)
        self.ballots = ballots
        self.secret = secret
        self.presentAtClosing = presentAtClosing
        self.presentAtOpening = presentAtOpening
        self.recused = recused
        self.decider = decider
        self.castingVote = castingVote
        self.castingExpired = castingExpired
        self.circulated = circulated
        self.stillOpen = stillOpen
        self.closedAsCertain = closedAsCertain
        self.rules = rules
        self.ruleVersion = ruleVersion
    }
}
