import Foundation
import Rules
import Testing

@Suite("Elections and choices")
struct ElectionTests {
    static let options = ["An", "Bình", "Cúc", "Dũng"].enumerated().map { PollOption(id: PollOptionID(trusted: "o\($0.offset)"), title: $0.element) }

    func election(_ ballots: [[Int]], members: Int = 10, places: Int = 2, method: PollMethod = .election) -> ElectionCount {
        ElectionCount(
            method: method, options: Self.options, places: places, seats: Chamber.seats(members),
            ballots: ballots.enumerated().map { .init(user: Chamber.user($0.offset), selections: $0.element.map { Self.options[$0].id }) },
            presentAtClosing: Chamber.users(0..<members), rules: Chamber.rules, ruleVersion: 1)
    }

    @Test("elected are those who meet the rule, most votes first")
    func elected() {
        let result = election([[0, 1], [0, 1], [0, 1], [0, 1], [0, 1], [1, 0], [1, 2], [1], [], [3]]).result()
        #expect(result.options.map(\.count) == [6, 8, 1, 1])
        #expect(result.elected == [Self.options[1].id, Self.options[0].id])
        #expect(result.outcome == .adopted && result.blank == 1 && result.cast == 10 && result.needed == 6)
        #expect(result.because.vi == "TRÚNG CỬ: Bình (8/10), An (6/10); quá nửa tổng số thành viên (cần 6).")
        #expect(result.because.en == "ELECTED: Bình (8/10), An (6/10); more than half of all members (6 needed).")
    }

    @Test("a tie at the last place elects those above it and names who share it")
    func tie() {
        let ballots = [[0, 1], [0, 1], [0, 1], [0, 2], [0, 2], [0, 2]] + Array(repeating: [1, 2], count: 4)
        let result = election(ballots, places: 1).result()
        // Only the first selection of an overfull slip counts.
        #expect(result.options.map(\.count) == [6, 4, 0, 0])
        var shared = election((0..<10).map { $0 < 6 ? [0, 1] : [2, 3] })
        shared.places = 1
        shared.ballots = (0..<10).map { .init(user: Chamber.user($0), selections: [Self.options[$0 % 2].id]) }
        shared.rules.adoption = .init(1, 2, .atLeast, of: .allMembers)
        let outcome = shared.result()
        #expect(outcome.outcome == .tie)
        #expect(outcome.elected.isEmpty && outcome.tied == [Self.options[0].id, Self.options[1].id])
        #expect(outcome.because.rule == "election.tie-at-last-place")
        #expect(outcome.because.vi == "NGANG PHIẾU ở vị trí cuối: An (5/10), Bình (5/10); còn 1 vị trí.")
    }

    @Test("nobody reaches the rule")
    func nobody() {
        let result = election([[0], [0], [1]], places: 1, method: .choice).result()
        #expect(result.outcome == .notAdopted && result.elected.isEmpty && result.none == 7)
        #expect(result.because.vi == "KHÔNG PHƯƠNG ÁN NÀO ĐƯỢC CHỌN: cao nhất 2/10, không quá nửa tổng số thành viên (cần 6).")
    }

    @Test("blank ballots are cast but not valid; quorum is tested as for any poll")
    func bases() {
        var count = election([[0], [0], [], [], []], places: 1)
        count.rules.adoption.of = .cast
        #expect(count.result().base == 5 && count.result().outcome == .notAdopted)
        count.rules.adoption.of = .valid
        #expect(count.result().base == 2 && count.result().outcome == .adopted)
        count.presentAtClosing = Chamber.users(0..<6)
        #expect(count.result().outcome == .noQuorum && count.result().elected.isEmpty)
    }

    @Test("a secret box, the recused, and the way through an archive")
    func secret() throws {
        var count = election([], places: 1)
        count.secret = .init(voted: Chamber.users(0..<7), slips: Array(repeating: [Self.options[0].id], count: 6) + [[]])
        #expect(count.result().outcome == .adopted && count.result().blank == 1 && count.result().none == 3)
        let back = try JSONDecoder().decode(ElectionCount.self, from: JSONEncoder().encode(count))
        #expect(back.result() == count.result())
        var open = election(Array(repeating: [0], count: 6), places: 1)
        open.recused = [Chamber.user(0)]
        #expect(open.result().outcome == .notAdopted)
    }

    @Test("an over-vote, an unknown option and a double are refused at the door")
    func selections() {
        let ids = Self.options.map(\.id)
        #expect(throws: Never.self) { try ElectionCount.validated([], among: Self.options, places: 2) }
        #expect(throws: Refusal.self) { try ElectionCount.validated(Array(ids.prefix(3)), among: Self.options, places: 2) }
        #expect(throws: Refusal.self) { try ElectionCount.validated([ids[0], ids[0]], among: Self.options, places: 2) }
        #expect(throws: Refusal.self) { try ElectionCount.validated([PollOptionID(trusted: "x")], among: Self.options, places: 2) }
        #expect(throws: Refusal.self) { try ElectionCount.validated(optionCount: 0, places: 1) }
        #expect(throws: Refusal.self) { try ElectionCount.validated(optionCount: 3, places: 4) }
    }
}
