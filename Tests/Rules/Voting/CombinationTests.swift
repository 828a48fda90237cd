import Rules
import Testing

/// Every base × comparison × tie × moment of the quorum test, on one poll whose numbers are worked out by hand:
/// 12 seats, 9 present at closing, 5 for, 5 against, 1 abstention, 1 silent; the chairman is for.
@Suite("Every combination of rules")
struct CombinationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var base: RuleSet.Adoption.Base
        var comparison: RuleSet.Adoption.Comparison
        var tie: RuleSet.Tie
        var check: RuleSet.QuorumCheck
        var testDescription: String { "\(comparison) 1/2 of \(base), \(tie.decidedBy) \(tie.applies), \(check)" }
    }

    static let cases: [Case] = RuleSet.Adoption.Base.allCases.flatMap { base in
        RuleSet.Adoption.Comparison.allCases.flatMap { comparison in
            RuleSet.Tie.Decider.allCases.flatMap { decider in
                RuleSet.Tie.Kind.allCases.flatMap { kind in
                    RuleSet.QuorumCheck.allCases.map {
                        Case(base: base, comparison: comparison, tie: .init(decidedBy: decider, applies: kind), check: $0)
                    }
                }
            }
        }
    }

    /// 5 of 12, 5 of 9, 5 of 11, 5 of 10.
    static func expected(_ test: Case) -> Outcome {
        switch test.base {
        case .present: return .adopted
        case .valid where test.comparison == .atLeast: return .adopted
        case .allMembers, .cast, .valid:
            let isTie = test.tie.applies == .equalForAgainst || test.base == .valid
            guard isTie, test.tie.decidedBy != .none else { return .notAdopted }
            // The chairman is for; the vice chairman who presides abstained.
            return test.tie.decidedBy == .chairman ? .adopted : .awaitingChairman
        }
    }

    @Test("has the outcome worked out by hand", arguments: cases)
    func outcome(test: Case) {
        var rules = Chamber.rules
        rules.adoption = .init(1, 2, test.comparison, of: test.base)
        rules.tie = test.tie
        rules.quorumCheckedAt = test.check
        let seats = Chamber.seats(12)
        var ballots: [UserID: PollCount.Cast] = [:]
        for index in 0..<5 { ballots[Chamber.user(index)] = .init(choice: .for) }
        for index in 5..<10 { ballots[Chamber.user(index)] = .init(choice: .against) }
        ballots[Chamber.user(10)] = .init(choice: .abstain)
        func outcome(present: Int) -> Outcome {
            PollCount(
                seats: seats, ballots: ballots, presentAtClosing: Chamber.users(0..<present), presentAtOpening: Chamber.users(0..<12),
                decider: rules.decider(among: seats, presiding: Chamber.user(10)), rules: rules
            ).result().outcome
        }
        #expect(outcome(present: 9) == Self.expected(test))
        // Seven of twelve is less than two thirds; only a test at closing sees it.
        if test.check == .openingAndClosing { #expect(outcome(present: 7) == .noQuorum) } else { #expect(outcome(present: 7) != .noQuorum) }
    }
}
