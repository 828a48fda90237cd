import Rules
import Testing

@Suite("Elections agree with a second reading of the law")
struct ElectionPropertyTests {
    static let casesPerSeed = 4000

    @Test("random elections have the same winners twice, and sums that add up", arguments: [11, 12, 13, 14] as [UInt64])
    func agreement(seed: UInt64) {
        var random = Seeded(seed)
        var seen: [Outcome: Int] = [:]
        for _ in 0..<Self.casesPerSeed {
            let count = Self.election(&random)
            let (result, naive) = (count.result(), NaiveElection(count: count).result())
            seen[result.outcome, default: 0] += 1
            #expect(result.outcome == naive.outcome && result.elected == naive.elected && Set(result.tied) == naive.tied, "\(count)")
            let total = count.seats.reduce(0) { $0 + $1.weight }
            #expect(result.cast + result.none == total && result.blank <= result.cast)
            #expect(result.options.allSatisfy { $0.count <= result.cast } && result.elected.count <= count.places)
            #expect(result.options.reduce(0) { $0 + $1.count } <= result.cast * count.places, "no ballot names more than there are places")
            #expect(!result.because.vi.isEmpty && !result.because.en.isEmpty)
        }
        for outcome in [Outcome.adopted, .notAdopted, .noQuorum, .tie] { #expect(seen[outcome, default: 0] > 20, "the cases must reach \(outcome)") }
    }

    static func election(_ random: inout Seeded) -> ElectionCount {
        let members = Int.random(in: 0...18, using: &random)
        let optionCount = Int.random(in: 1...6, using: &random)
        let options = (0..<optionCount).map { PollOption(id: PollOptionID(trusted: "o\($0)"), title: "Ứng viên \($0)") }
        let places = Int.random(in: 1...optionCount, using: &random)
        let isSecret = Int.random(in: 0..<3, using: &random) == 0
        let isWeighted = !isSecret && Int.random(in: 0..<3, using: &random) == 0
        let seats = Chamber.seats(members, weights: isWeighted ? (0..<members).map { _ in Int.random(in: 1...9, using: &random) } : [])
        let turnout = Int.random(in: 30...100, using: &random)
        func selections() -> [PollOptionID] {
            Array(options.map(\.id).shuffled(using: &random).prefix(Int.random(in: 0...places, using: &random)))
        }
        let voters = (0..<members).filter { _ in Int.random(in: 0..<100, using: &random) < turnout }
        var some: [UserID] = []
        for index in 0..<members where Int.random(in: 0..<100, using: &random) < 80 { some.append(Chamber.user(index)) }
        let denominator = Int.random(in: 1...6, using: &random)
        var rules = Chamber.rules
        rules.adoption = .init(
            Int.random(in: 0...denominator, using: &random), denominator, RuleSet.Adoption.Comparison.allCases.randomElement(using: &random)!,
            of: RuleSet.Adoption.Base.allCases.randomElement(using: &random)!)
        rules.quorumCheckedAt = Bool.random(using: &random) ? .opening : .openingAndClosing
        rules.remoteVoteCountsAsPresence = Bool.random(using: &random)
        rules.circulation.minimumReturned = Bool.random(using: &random) ? Int.random(in: 1...18, using: &random) : nil
        var count = ElectionCount(
            method: Bool.random(using: &random) ? .election : .choice, options: options, places: places, seats: seats, presentAtClosing: Set(some),
            circulated: Int.random(in: 0..<5, using: &random) == 0, rules: rules)
        if isSecret {
            count.secret = .init(voted: Set(voters.map(Chamber.user)), slips: voters.map { _ in selections() })
        } else {
            count.ballots = voters.map { .init(user: Chamber.user($0), selections: selections(), remote: false) }
            if Int.random(in: 0..<6, using: &random) == 0, members > 0 { count.recused = [Chamber.user(Int.random(in: 0..<members, using: &random))] }
        }
        return count
    }
}
