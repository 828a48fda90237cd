/// Votes that were taken without devices, as somebody wrote them down: numbers of raised hands, or an answer for each name called.
public struct HandCount: Codable, Hashable, Sendable {
    public struct Answer: Codable, Hashable, Sendable {
        public var userId: UserID
        public var choice: Choice

        public init(userId: UserID, choice: Choice) {
            self.userId = userId
            self.choice = choice
        }
    }

    public var `for`: Int?
    public var against: Int?
    public var abstain: Int?
    /// Of a roll-call.
    public var votes: [Answer]?

    public init(for: Int? = nil, against: Int? = nil, abstain: Int? = nil, votes: [Answer]? = nil) {
        self.for = `for`
        self.against = against
        self.abstain = abstain
        self.votes = votes
    }

    /// The numbers, however they were taken.
    public var heads: Tally {
        guard let votes else { return Tally(for: `for` ?? 0, against: against ?? 0, abstain: abstain ?? 0) }
        var tally = Tally()
        for vote in votes { tally.add(1, to: vote.choice) }
        return tally
    }

    /// As a box without names: what raised hands are.
    public var slips: [Choice] {
        Choice.allCases.flatMap { choice in
            Array(repeating: choice, count: choice == .for ? heads.for : choice == .against ? heads.against : heads.abstain)
        }
    }

    /// Refuses what does not add up. Hands: three numbers, together exactly those present who may vote (`count.mismatch` at `/for`).
    /// Roll-call: each of them once, nobody else (`count.missing`, `count.not-present`, `count.twice` at `/votes`).
    /// - Parameter voters: present, with a seat, not recused.
    public func validated(_ taking: PollTaking, voters: Set<UserID>) throws(Refusal) {
        switch taking {
        case .devices: throw .invalid("/for", "count.devices")
        case .hands:
            guard votes == nil, let `for`, let against, let abstain else { throw .invalid("/for", "count.numbers") }
            for (pointer, number) in [("/for", `for`), ("/against", against), ("/abstain", abstain)] {
                guard (0...PollCount.maximumSeats).contains(number) else {
                    throw .invalid(pointer, "field.out-of-range", ["minimum": "0", "maximum": "\(PollCount.maximumSeats)"])
                }
            }
            let sum = `for` + against + abstain
            guard sum == voters.count else { throw .invalid("/for", "count.mismatch", ["sum": "\(sum)", "present": "\(voters.count)"]) }
        case .rollCall:
            guard `for` == nil, against == nil, abstain == nil, let votes else { throw .invalid("/votes", "field.required") }
            var seen: Set<UserID> = []
            for (index, vote) in votes.enumerated() {
                guard voters.contains(vote.userId) else { throw .invalid("/votes/\(index)/userId", "count.not-present") }
                guard seen.insert(vote.userId).inserted else { throw .invalid("/votes/\(index)/userId", "count.twice") }
            }
            guard seen.count == voters.count else { throw .invalid("/votes", "count.mismatch", ["sum": "\(seen.count)", "present": "\(voters.count)"]) }
        }
    }

    /// Whether two people wrote down the same, in whatever order they called the names.
    public func agrees(with other: HandCount) -> Bool {
        guard let votes, let theirs = other.votes else { return votes == nil && other.votes == nil && heads == other.heads }
        return Set(votes) == Set(theirs)
    }
}
