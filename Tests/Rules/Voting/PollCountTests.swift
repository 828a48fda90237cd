import Foundation
import Rules
import Testing

@Suite("Counting")
struct PollCountTests {
    func count(_ members: Int = 10, _ change: (inout PollCount) -> Void = { _ in }) -> PollCount {
        var count = PollCount(
            seats: Chamber.seats(members), presentAtClosing: Chamber.users(0..<members), presentAtOpening: Chamber.users(0..<members),
            decider: Chamber.user(0), rules: Chamber.rules)
        change(&count)
        return count
    }

    @Test("the recused stay in N and P but have no ballot")
    func recused() {
        let result = count {
            $0.recused = [Chamber.user(1)]
            for index in 1..<7 { $0.ballots[Chamber.user(index)] = .init(choice: .for) }
        }.result()
        #expect(result.members == 10 && result.present == 10)
        #expect(result.tally == Tally(for: 5, none: 5))
        #expect(result.outcome == .notAdopted)
    }

    @Test("a recused chairman decides no tie")
    func recusedDecider() {
        let result = count {
            $0.recused = [Chamber.user(0)]
            for index in 1...4 { $0.ballots[Chamber.user(index)] = .init(choice: .for) }
            for index in 5...8 { $0.ballots[Chamber.user(index)] = .init(choice: .against) }
            $0.castingVote = .init(choice: .for, basis: .cast)
        }.result()
        #expect(result.outcome == .notAdopted)
    }

    @Test("strangers and people without a vote do not count")
    func strangers() {
        var seats = Chamber.seats(3)
        seats.append(.init(user: UserID(trusted: "clerk"), role: .secretary))
        let result = PollCount(
            seats: seats,
            ballots: [Chamber.user(1): .init(choice: .for), UserID(trusted: "clerk"): .init(choice: .for), UserID(trusted: "guest"): .init(choice: .for)],
            presentAtClosing: Chamber.users(0..<3).union([UserID(trusted: "clerk"), UserID(trusted: "guest")]),
            presentAtOpening: Chamber.users(0..<3), decider: nil, rules: Chamber.rules
        ).result()
        #expect(result.members == 3 && result.present == 3 && result.tally.for == 1)
    }

    @Test("a secret box is counted without names; a tie waits for the chairman's declaration")
    func secret() {
        var poll = count {
            $0.secret = .init(voted: Chamber.users(0..<8), slips: [.for, .for, .for, .for, .against, .against, .against, .against])
            // Whatever ballots say is not looked at.
            $0.ballots = [Chamber.user(0): .init(choice: .for)]
        }
        #expect(poll.result().outcome == .awaitingChairman)
        #expect(poll.result().tally == Tally(for: 4, against: 4, none: 2))
        poll.castingVote = .init(choice: .for, basis: .declared)
        #expect(poll.result().outcome == .adopted)
    }

    @Test("secret polls refuse unequal weights")
    func secretWeights() {
        #expect(throws: Refusal.invalid("/secrecy", "poll.secret-unequal-weights")) { try PollCount.maySecretlyVote(Chamber.seats(3, weights: [2])) }
        #expect(throws: Never.self) { try PollCount.maySecretlyVote(Chamber.seats(3, weights: [2, 2, 2])) }
    }

    @Test("silence means agreement only where the rules say so, only after closing, never for the recused")
    func silence() {
        var poll = count {
            $0.circulated = true
            $0.recused = [Chamber.user(9)]
            $0.ballots = [Chamber.user(1): .init(choice: .against)]
            $0.presentAtClosing = []
        }
        #expect(poll.result().tally == Tally(against: 1, none: 9))
        #expect(poll.result().present == nil)
        poll.rules.circulation.silence = .agree
        #expect(poll.result().tally == Tally(for: 8, against: 1, none: 1))
        #expect(poll.result().outcome == .adopted)
        poll.stillOpen = true
        #expect(poll.result().tally == Tally(against: 1, none: 9))
    }

    @Test("a poll opens only with members and quorum, and the refusal names the numbers")
    func opening() throws {
        try count().mayOpen()
        let lost = count { $0.presentAtOpening = Chamber.users(0..<6) }
        #expect(throws: Refusal(.pollNoQuorum, ["present": "6", "members": "10", "needed": "7"])) { try lost.mayOpen() }
        let empty = count(0) { $0.rules.quorum = Fraction(0, 1) }
        #expect(throws: Refusal.self) { try empty.mayOpen() }
        #expect(empty.result().outcome == .noQuorum)
        try count {
            $0.presentAtOpening = []
            $0.circulated = true
        }.mayOpen()
    }

    @Test("the casting vote is the decider's alone, and only when it is asked for")
    func castingVote() throws {
        let tie = count {
            for index in 1...4 { $0.ballots[Chamber.user(index)] = .init(choice: .for) }
            for index in 5...8 { $0.ballots[Chamber.user(index)] = .init(choice: .against) }
        }
        try tie.mayCast(.init(choice: .for, basis: .cast), by: Chamber.user(0))
        #expect(throws: Refusal(.ballotNotEntitled, ["reason": "not-decider"])) { try tie.mayCast(.init(choice: .for, basis: .cast), by: Chamber.user(1)) }
        #expect(throws: Refusal.invalid("/choice", "field.unknown-value", ["value": "abstain"])) {
            try tie.mayCast(.init(choice: .abstain, basis: .cast), by: Chamber.user(0))
        }
        #expect(throws: Refusal(.pollWrongState, ["state": "notAdopted", "action": "casting-vote"])) {
            try count().mayCast(.init(choice: .for, basis: .cast), by: Chamber.user(0))
        }
        var expired = tie
        expired.castingExpired = true
        #expect(expired.result().outcome == .notAdopted)
        expired.castingVote = .init(choice: .for, basis: .cast)
        #expect(expired.result().outcome == .adopted, "a vote recorded in time outlives the time")
    }

    @Test("the largest roster with the largest weights and fractions does not overflow")
    func extremes() {
        let seats = (0..<PollCount.maximumSeats).map { PollCount.Seat(user: Chamber.user($0), weight: 1000) }
        var rules = Chamber.rules
        rules.adoption = .init(999, 1000, .atLeast, of: .allMembers)
        let result = PollCount(
            seats: seats, ballots: Dictionary(uniqueKeysWithValues: seats.map { ($0.user, .init(choice: .for)) }),
            presentAtClosing: Set(seats.map(\.user)), presentAtOpening: [], decider: nil, rules: rules
        ).result()
        #expect(result.outcome == .adopted && result.tally.for == 10_000_000 && result.needed == 9_990_000)
    }

    @Test("a count survives its archive, and an impossible one is refused")
    func codable() throws {
        var random = Seeded(42)
        for _ in 0..<200 {
            let poll = PropertyTests.poll(&random)
            var stripped = poll
            stripped.ballots = poll.ballots
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let bytes = try encoder.encode(stripped)
            let back = try JSONDecoder().decode(PollCount.self, from: bytes)
            #expect(back == stripped)
            #expect(try encoder.encode(back) == bytes)
            #expect(back.result() == poll.result())
        }
        let heavy = #"{"user":"a","weight":1001,"role":"member"}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(PollCount.Seat.self, from: Data(heavy.utf8)) }
    }
}
