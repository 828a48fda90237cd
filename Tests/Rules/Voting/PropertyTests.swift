import Rules
import Testing

@Suite("The count agrees with a second reading of the law")
struct PropertyTests {
    static let casesPerSeed = 5000

    @Test("random polls have the same outcome twice, and sums that add up", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func agreement(seed: UInt64) {
        var random = Seeded(seed)
        var seen: [Outcome: Int] = [:]
        for _ in 0..<Self.casesPerSeed {
            let count = Self.poll(&random)
            let result = count.result()
            seen[result.outcome, default: 0] += 1
            let expected = NaiveCount(count: count).outcome()
            #expect(result.outcome == expected, "\(count)")
            #expect(result.heads.total == count.seats.count)
            #expect(result.tally.total == count.seats.reduce(0) { $0 + $1.weight })
            #expect(!result.because.vi.isEmpty && !result.because.en.isEmpty)
            if let needed = result.needed {
                // The promise on the panel: one vote less would not have been enough.
                #expect((result.tally.for >= needed) == Self.meets(result.tally.for, result.base, count.rules.adoption))
                #expect(!Self.meets(needed - 1, result.base, count.rules.adoption) && Self.meets(needed, result.base, count.rules.adoption))
            }
            if let present = result.present, let needed = result.quorumNeeded, result.members > 0 {
                let quorum = Quorum(members: result.members, present: present, fraction: count.rules.quorum)
                #expect(quorum.isMet == (present >= needed))
            }
        }
        for outcome in [Outcome.adopted, .notAdopted, .noQuorum, .awaitingChairman] {
            #expect(seen[outcome, default: 0] > 20, "the cases must reach \(outcome)")
        }
    }

    static func meets(_ votes: Int, _ base: Int, _ rule: RuleSet.Adoption) -> Bool {
        guard votes > 0 else { return false }
        return rule.comparison == .moreThan
            ? votes * rule.denominator > rule.numerator * base : votes * rule.denominator >= rule.numerator * base
    }

    static func poll(_ random: inout Seeded) -> PollCount {
        let members = Int.random(in: 0...24, using: &random)
        let isWeighted = Int.random(in: 0..<3, using: &random) == 0
        let seats = Chamber.seats(members, weights: isWeighted ? (0..<members).map { _ in Int.random(in: 1...9, using: &random) } : [])
        var ballots: [UserID: PollCount.Cast] = [:]
        // Ties are rare by chance and are what can go wrong, so the dice are loaded in half of the cases.
        let isBalanced = Bool.random(using: &random)
        let turnout = isBalanced ? 100 : Int.random(in: 0...100, using: &random)
        for index in 0..<members where Int.random(in: 0..<100, using: &random) < turnout {
            let choice = isBalanced ? (index.isMultiple(of: 2) ? Choice.for : .against) : Choice.allCases.randomElement(using: &random)!
            ballots[Chamber.user(index)] = .init(choice: choice, remote: Bool.random(using: &random))
        }
        if Int.random(in: 0..<5, using: &random) == 0 { ballots[UserID(trusted: "stranger")] = .init(choice: .for) }
        if isBalanced { ballots[Chamber.user(0)] = [nil, .init(choice: .abstain), .init(choice: .for)].randomElement(using: &random)! }
        func some(_ percent: Int) -> Set<UserID> {
            var some: Set<UserID> = []
            for index in 0..<members where Int.random(in: 0..<100, using: &random) < percent { some.insert(Chamber.user(index)) }
            return some
        }
        let denominator = Int.random(in: 1...8, using: &random)
        let isHalf = Bool.random(using: &random)
        let rules = RuleSet(
            quorum: Fraction(Int.random(in: 0...denominator, using: &random), denominator),
            adoption: .init(
                isHalf ? 1 : Int.random(in: 0...denominator, using: &random), isHalf ? 2 : denominator,
                RuleSet.Adoption.Comparison.allCases.randomElement(using: &random)!,
                of: RuleSet.Adoption.Base.allCases.randomElement(using: &random)!),
            tie: .init(
                decidedBy: RuleSet.Tie.Decider.allCases.randomElement(using: &random)!,
                applies: RuleSet.Tie.Kind.allCases.randomElement(using: &random)!),
            quorumCheckedAt: RuleSet.QuorumCheck.allCases.randomElement(using: &random)!,
            absentMayVote: Bool.random(using: &random), remoteVoteCountsAsPresence: Bool.random(using: &random),
            circulation: .init(
                silence: Bool.random(using: &random) ? .agree : .notCounted,
                minimumReturned: Bool.random(using: &random) ? Int.random(in: 1...24, using: &random) : nil),
            status: Bool.random(using: &random) ? .unconfirmed : nil)
        return PollCount(
            seats: seats, ballots: ballots, presentAtClosing: some(Int.random(in: 30...100, using: &random)), presentAtOpening: some(90),
            recused: some(isBalanced ? 1 : 5), decider: Int.random(in: 0..<5, using: &random) == 0 ? nil : Chamber.user(0),
            castingVote: [nil, nil, nil, nil, .init(choice: .for, basis: .cast), .init(choice: .against, basis: .declared), .init(choice: .abstain, basis: .cast)]
                .randomElement(using: &random)!,
            castingExpired: Bool.random(using: &random), circulated: Int.random(in: 0..<4, using: &random) == 0,
            stillOpen: Int.random(in: 0..<8, using: &random) == 0, rules: rules)
    }
}
