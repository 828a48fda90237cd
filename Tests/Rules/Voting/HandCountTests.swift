import Rules
import Testing

@Suite("Counts without devices")
struct HandCountTests {
    private let five = Chamber.users(0..<5)

    private func reason(_ count: HandCount, _ taking: PollTaking) -> String? {
        do throws(Refusal) {
            try count.validated(taking, voters: five)
            return nil
        } catch {
            return error.fields.first?.reason
        }
    }

    @Test("raised hands add up to those present who may vote, or are refused")
    func hands() {
        #expect(reason(.init(for: 3, against: 1, abstain: 1), .hands) == nil)
        #expect(reason(.init(for: 3, against: 1, abstain: 0), .hands) == "count.mismatch")
        #expect(reason(.init(for: 6, against: 0, abstain: -1), .hands) == "field.out-of-range")
        #expect(reason(.init(for: 3, against: 2), .hands) == "count.numbers")
        #expect(reason(.init(for: 3, against: 1, abstain: 1), .devices) == "count.devices")
    }

    @Test("at a roll-call everybody present answers once, and nobody else")
    func rollCall() {
        let all = (0..<5).map { HandCount.Answer(userId: Chamber.user($0), choice: $0 < 3 ? .for : .against) }
        #expect(reason(.init(votes: all), .rollCall) == nil)
        #expect(reason(.init(votes: Array(all.dropLast())), .rollCall) == "count.mismatch")
        #expect(reason(.init(votes: all + [all[0]]), .rollCall) == "count.twice")
        #expect(reason(.init(votes: all + [.init(userId: Chamber.user(9), choice: .for)]), .rollCall) == "count.not-present")
        #expect(HandCount(votes: all).heads == Tally(for: 3, against: 2))
        #expect(HandCount(votes: all).agrees(with: .init(votes: all.reversed())) && !HandCount(votes: all).agrees(with: .init(for: 3, against: 2, abstain: 0)))
    }
}
