import Rules
import Testing

@Suite("A circulated outcome is certain when no slip still out can change it")
struct CertaintyTests {
    static let casesPerSeed = 400

    @Test("certain or not is what going through every completion says", arguments: [11, 12, 13, 14] as [UInt64])
    func agreement(seed: UInt64) {
        var random = Seeded(seed)
        var seen: [String: Int] = [:]
        for _ in 0..<Self.casesPerSeed {
            let count = Self.slips(&random)
            let outcomes = Self.outcomes(of: count)
            let certain = count.certainOutcome()
            #expect(certain == (outcomes.count == 1 ? outcomes.first : nil), "\(count)")
            seen[certain?.rawValue ?? "uncertain", default: 0] += 1
            // Closed early it says the same outcome, whatever silence means to this body.
            guard let certain else { continue }
            var closed = count
            closed.stillOpen = false
            closed.closedAsCertain = true
            #expect(closed.result().outcome == certain && closed.result().silent == 0)
        }
        for kind in ["adopted", "notAdopted", "noQuorum", "uncertain"] { #expect(seen[kind, default: 0] > 5, "the cases must reach \(kind): \(seen)") }
    }

    @Test("twelve of twenty-two in favour is certain, eleven is not")
    func majority() {
        func slips(for votesFor: Int, against: Int) -> PollCount {
            PollCount(
                seats: Chamber.seats(22), ballots: Chamber.ballots(of: 22, for: votesFor, against: against, abstain: 0, chairman: nil), presentAtClosing: [], presentAtOpening: [],
                decider: Chamber.user(0), circulated: true, stillOpen: true, rules: Chamber.rules)
        }
        #expect(slips(for: 12, against: 0).certainOutcome() == .adopted)
        #expect(slips(for: 11, against: 0).certainOutcome() == nil)
        #expect(slips(for: 0, against: 12).certainOutcome() == .notAdopted)
        // The chairman's slip is out: eleven each would be his to decide.
        #expect(slips(for: 10, against: 11).certainOutcome() == nil)
        #expect(slips(for: 9, against: 11).certainOutcome() == nil)
        #expect(slips(for: 8, against: 12).certainOutcome() == .notAdopted)
    }

    @Test("a threshold that is not reached leaves it open, one that cannot be reached decides it")
    func threshold() {
        var rules = Chamber.rules
        rules.circulation.minimumReturned = 5
        var count = PollCount(
            seats: Chamber.seats(6), ballots: Chamber.ballots(of: 6, for: 4, against: 0, abstain: 0, chairman: nil), presentAtClosing: [], presentAtOpening: [],
            decider: Chamber.user(0), circulated: true, stillOpen: true, rules: rules)
        #expect(count.certainOutcome() == nil)
        count.recused = [Chamber.user(0), Chamber.user(1)]
        #expect(count.certainOutcome() == .noQuorum)
    }

    @Test("a large house is judged by its extremes: what is plain is certain")
    func large() {
        func slips(for votesFor: Int, against: Int) -> PollCount {
            PollCount(
                seats: Chamber.seats(2001), ballots: Chamber.ballots(of: 2001, for: votesFor, against: against, abstain: 0, chairman: .for), presentAtClosing: [],
                presentAtOpening: [], decider: Chamber.user(0), circulated: true, stillOpen: true, rules: Chamber.rules)
        }
        #expect(slips(for: 1001, against: 0).certainOutcome() == .adopted)
        #expect(slips(for: 1000, against: 0).certainOutcome() == nil)
        #expect(slips(for: 10, against: 1100).certainOutcome() == .notAdopted)
    }

    @Test("nobody looks into a secret box, and a session has no slips")
    func elsewhere() {
        var count = PollCount(
            seats: Chamber.seats(3), ballots: Chamber.ballots(of: 3, for: 2, against: 0, abstain: 0, chairman: .for), presentAtClosing: [], presentAtOpening: [],
            decider: nil, circulated: false, rules: Chamber.rules)
        #expect(count.certainOutcome() == nil)
        count.circulated = true
        #expect(count.certainOutcome() == .adopted)
        count.secret = .init(voted: Set(count.seats.map(\.user)), slips: [])
        #expect(count.certainOutcome() == nil)
    }

    @Test("a result closed early says so")
    func sentence() {
        var count = PollCount(
            seats: Chamber.seats(22), ballots: Chamber.ballots(of: 22, for: 12, against: 0, abstain: 0, chairman: nil), presentAtClosing: [], presentAtOpening: [],
            decider: nil, circulated: true, closedAsCertain: true, rules: Chamber.rules)
        count.rules.circulation.silence = .agree
        let because = count.result().because
        #expect(because.vi.hasSuffix("Kết thúc trước thời hạn vì kết quả đã chắc chắn: 10 phiếu chưa gửi không thể làm thay đổi kết quả."))
        #expect(because.en.hasSuffix("the 10 slips that were still out could not change it."))
        #expect(count.result().tally == Tally(for: 12, against: 0, abstain: 0, none: 10))
    }

    @Test("who may close early depends on the rule, and without one on whether the circulation was described")
    func rule() {
        typealias Circulation = RuleSet.Circulation
        #expect(Circulation(silence: .notCounted).closesEarly(isDescribed: true) == .never)
        #expect(Circulation(silence: .notCounted).closesEarly(isDescribed: false) == .always)
        for rule in [Circulation.EarlyClose.never, .whenCertain, .always] {
            for isDescribed in [true, false] { #expect(Circulation(silence: .agree, earlyClose: rule).closesEarly(isDescribed: isDescribed) == rule) }
        }
    }

    /// Every outcome that some completion has: each slip that is out in favour, against, another opinion, or not sent.
    private static func outcomes(of count: PollCount) -> Set<Outcome> {
        let out = count.seats.map(\.user).filter { !count.recused.contains($0) && count.ballots[$0] == nil }
        var found: Set<Outcome> = []
        for code in 0..<(0..<out.count).reduce(1, { product, _ in product * 4 }) {
            var completed = count
            var rest = code
            for user in out {
                let choice: Choice? = [nil, .for, .against, .abstain][rest % 4]
                rest /= 4
                completed.ballots[user] = choice.map { .init(choice: $0) }
            }
            found.insert(NaiveCount(count: completed).outcome())
        }
        return found
    }

    /// Slips with at most five out, near a tie more often than chance would have it.
    private static func slips(_ random: inout Seeded) -> PollCount {
        let members = Int.random(in: 0...9, using: &random)
        let isWeighted = Int.random(in: 0..<3, using: &random) == 0
        let seats = Chamber.seats(members, weights: isWeighted ? (0..<members).map { _ in Int.random(in: 1...4, using: &random) } : [])
        let out = Int.random(in: 0...min(5, members), using: &random)
        var ballots: [UserID: PollCount.Cast] = [:]
        let isBalanced = Int.random(in: 0..<3, using: &random) == 0
        for (place, seat) in seats.shuffled(using: &random).dropFirst(out).enumerated() {
            ballots[seat.user] = .init(choice: isBalanced ? (place.isMultiple(of: 2) ? .for : .against) : Choice.allCases.randomElement(using: &random)!)
        }
        let denominator = Int.random(in: 1...5, using: &random)
        let isHalf = Bool.random(using: &random)
        let rules = RuleSet(
            quorum: Fraction(2, 3),
            adoption: .init(
                isHalf ? 1 : Int.random(in: 0...denominator, using: &random), isHalf ? 2 : denominator, RuleSet.Adoption.Comparison.allCases.randomElement(using: &random)!,
                of: RuleSet.Adoption.Base.allCases.randomElement(using: &random)!),
            tie: .init(decidedBy: RuleSet.Tie.Decider.allCases.randomElement(using: &random)!, applies: RuleSet.Tie.Kind.allCases.randomElement(using: &random)!),
            quorumCheckedAt: .opening, absentMayVote: true, remoteVoteCountsAsPresence: false,
            circulation: .init(
                silence: Bool.random(using: &random) ? .agree : .notCounted, minimumReturned: Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 1...9, using: &random) : nil))
        var recused: Set<UserID> = []
        for seat in seats where Int.random(in: 0..<10, using: &random) == 0 { recused.insert(seat.user) }
        return PollCount(
            seats: seats, ballots: ballots, presentAtClosing: [], presentAtOpening: [], recused: recused,
            decider: Int.random(in: 0..<4, using: &random) == 0 || members == 0 ? nil : Chamber.user(Int.random(in: 0..<members, using: &random)), circulated: true, stillOpen: true,
            rules: rules)
    }
}
