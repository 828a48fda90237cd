import Rules
import Testing

/// domain/meetings.md §3: N = 22, needed 12.
@Suite("The truth table of the council")
struct TruthTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var votes: (for: Int, against: Int, abstain: Int)
        var chairman: Choice?
        var present = 22
        var kind = RuleSet.Tie.Kind.equalForAgainst
        var outcome: Outcome
        var testDescription: String { "\(votes) chairman \(chairman?.rawValue ?? "silent") P=\(present) \(kind) → \(outcome)" }
    }

    static let rows: [Row] = [
        Row(votes: (12, 0, 0), chairman: nil, outcome: .adopted),
        Row(votes: (12, 0, 0), chairman: .for, outcome: .adopted),
        Row(votes: (12, 10, 0), chairman: .against, outcome: .adopted),
        Row(votes: (11, 11, 0), chairman: .for, outcome: .adopted),
        Row(votes: (11, 11, 0), chairman: .against, outcome: .notAdopted),
        Row(votes: (11, 3, 8), chairman: .for, outcome: .notAdopted),
        Row(votes: (11, 3, 8), chairman: .abstain, outcome: .notAdopted),
        Row(votes: (10, 10, 2), chairman: .for, outcome: .adopted),
        Row(votes: (10, 10, 2), chairman: .for, kind: .exactHalf, outcome: .notAdopted),
        Row(votes: (10, 10, 1), chairman: nil, outcome: .awaitingChairman),
        Row(votes: (10, 10, 2), chairman: .abstain, outcome: .awaitingChairman),
        Row(votes: (15, 2, 0), chairman: .for, present: 14, outcome: .noQuorum),
        Row(votes: (15, 2, 0), chairman: .for, present: 15, outcome: .adopted),
        Row(votes: (0, 0, 0), chairman: nil, outcome: .notAdopted),
        Row(votes: (0, 0, 22), chairman: .abstain, outcome: .notAdopted),
    ]

    @Test("each row has the outcome the law gives it", arguments: rows)
    func outcome(row: Row) {
        var rules = Chamber.rules
        rules.tie.applies = row.kind
        let result = PollCount(
            seats: Chamber.seats(22),
            ballots: Chamber.ballots(of: 22, for: row.votes.for, against: row.votes.against, abstain: row.votes.abstain, chairman: row.chairman),
            presentAtClosing: Chamber.users(0..<row.present), presentAtOpening: Chamber.users(0..<22), decider: Chamber.user(0), rules: rules
        ).result()
        #expect(result.outcome == row.outcome)
        #expect(result.tally.for == row.votes.for && result.tally.against == row.votes.against && result.tally.abstain == row.votes.abstain)
        #expect(result.tally.total == 22 && result.heads.total == 22)
        #expect(result.needed == 12 && result.quorumNeeded == 15 && result.members == 22 && result.present == row.present)
    }

    @Test("absent voters make a quorum only where the rules say so")
    func remotePresence() {
        var count = PollCount(
            seats: Chamber.seats(22), ballots: Chamber.ballots(of: 22, for: 15, against: 2, abstain: 0, chairman: .for),
            presentAtClosing: Chamber.users(0..<14), presentAtOpening: Chamber.users(0..<22), decider: Chamber.user(0), rules: Chamber.rules)
        #expect(count.result().outcome == .noQuorum)
        count.rules.remoteVoteCountsAsPresence = true
        let result = count.result()
        // Ballots came from the chairman and seats 6…21; 0…13 are present, so all 22 count.
        #expect(result.present == 22)
        #expect(result.outcome == .adopted)
    }
}
