/// All that a count of options needs: `choice` and `election` polls, as `PollCount` for approval.
///
/// A ballot names up to `places` different options, or none: blank, said explicitly. Elected are those whose weight
/// meets `adoption`, most votes first, up to `places`; if the last place is shared, those above it are elected and
/// the outcome is `tie`. Weight is measured against: all members; those present; ballots returned, blank ones
/// included (`cast`); ballots that name somebody (`valid`).
public struct ElectionCount: Hashable, Sendable {
    public struct Ballot: Codable, Hashable, Sendable {
        public var user: UserID
        public var selections: [PollOptionID]
        public var remote: Bool

        public init(user: UserID, selections: [PollOptionID], remote: Bool = false) {
            self.user = user
            self.selections = selections
            self.remote = remote
        }
    }

    /// The box of a secret election: who voted, and what was voted, never together.
    public struct SecretBox: Hashable, Sendable {
        public var voted: Set<UserID>
        public var slips: [[PollOptionID]]

        public init(voted: Set<UserID>, slips: [[PollOptionID]]) {
            self.voted = voted
            self.slips = slips
        }
    }

    /// More than this on one ballot nobody reads.
    public static let maximumOptions = 200

    public var method: PollMethod
    public var options: [PollOption]
    /// How many can be selected, and so how many can be elected.
    public var places: Int
    public var seats: [PollCount.Seat]
    public var ballots: [Ballot]
    public var secret: SecretBox?
    public var presentAtClosing: Set<UserID>
    public var recused: Set<UserID>
    public var circulated: Bool
    public var rules: RuleSet
    public var ruleVersion: Int?

    public init(
        method: PollMethod, options: [PollOption], places: Int, seats: [PollCount.Seat], ballots: [Ballot] = [], secret: SecretBox? = nil,
        presentAtClosing: Set<UserID>, recused: Set<UserID> = [], circulated: Bool = false, rules: RuleSet, ruleVersion: Int? = nil
    ) {
        precondition(places >= 1, "an election fills at least one place")
        precondition(seats.count <= PollCount.maximumSeats, "a roster has at most \(PollCount.maximumSeats) seats")
        self.method = method
        self.options = options
        self.places = places
        self.seats = seats.filter(\.role.isSeat)
        self.ballots = ballots
        self.secret = secret
        self.presentAtClosing = presentAtClosing
        self.recused = recused
        self.circulated = circulated
        self.rules = rules
        self.ruleVersion = ruleVersion
    }

    /// Refuses selections that no ballot may hold: unknown, twice, or more than `places`. `request.invalid` at `/selections`.
    public static func validated(_ selections: [PollOptionID], among options: [PollOption], places: Int) throws(Refusal) {
        guard selections.count <= places else {
            throw .invalid("/selections", "poll.too-many-selections", ["maximum": "\(places)"])
        }
        let known = Set(options.map(\.id))
        var seen: Set<PollOptionID> = []
        for (index, selection) in selections.enumerated() {
            guard known.contains(selection) else { throw .invalid("/selections/\(index)", "poll.unknown-option") }
            guard seen.insert(selection).inserted else { throw .invalid("/selections/\(index)", "poll.option-twice") }
        }
    }

    /// Refuses a poll with options that cannot be held: `request.invalid` at `/options` or `/maxSelections`.
    public static func validated(optionCount: Int, places: Int) throws(Refusal) {
        guard (2...maximumOptions).contains(optionCount) || (optionCount == 1 && places == 1) else {
            throw .invalid("/options", "poll.option-count", ["minimum": "1", "maximum": "\(maximumOptions)"])
        }
        guard (1...optionCount).contains(places) else {
            throw .invalid("/maxSelections", "field.out-of-range", ["minimum": "1", "maximum": "\(optionCount)"])
        }
    }
}
