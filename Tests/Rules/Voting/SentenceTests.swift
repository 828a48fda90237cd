import Rules
import Testing

@Suite("What the law says in words")
struct SentenceTests {
    func because(
        _ votesFor: Int, _ against: Int, _ abstain: Int = 0, chairman: Choice? = nil, present: Int = 22, weights: [Int] = [],
        casting: PollCount.CastingVote? = nil, expired: Bool = false, change: (inout PollCount) -> Void = { _ in }
    ) -> Because {
        var count = PollCount(
            seats: Chamber.seats(22, weights: weights),
            ballots: Chamber.ballots(of: 22, for: votesFor, against: against, abstain: abstain, chairman: chairman),
            presentAtClosing: Chamber.users(0..<present), presentAtOpening: Chamber.users(0..<22), decider: Chamber.user(0),
            castingVote: casting, castingExpired: expired, rules: Chamber.rules, ruleVersion: 3)
        change(&count)
        return count.result().because
    }

    @Test("adopted and not adopted name both numbers and the rule")
    func majority() {
        let adopted = because(14, 3)
        #expect(adopted.vi == "THÔNG QUA: 14/22 tán thành, quá nửa tổng số thành viên (cần 12).")
        #expect(adopted.en == "ADOPTED: 14/22 in favour, more than half of all members (12 needed).")
        #expect(adopted.rule == "adoption.more-than.1/2.allMembers")
        #expect(adopted.ruleVersion == 3)
        let not = because(10, 9)
        #expect(not.vi == "KHÔNG THÔNG QUA: 10/22 tán thành, không quá nửa tổng số thành viên (cần 12).")
        #expect(not.en == "NOT ADOPTED: 10/22 in favour, not more than half of all members (12 needed).")
        #expect(because(0, 9).vi == "KHÔNG THÔNG QUA: không có phiếu tán thành.")
    }

    @Test("a lost quorum names who is here and who must be")
    func quorum() {
        let lost = because(15, 2, present: 14)
        #expect(lost.vi == "KHÔNG ĐỦ ĐIỀU KIỆN: có mặt 14/22, cần ít nhất 15 (2/3 tổng số thành viên).")
        #expect(lost.en == "NO QUORUM: 14/22 present, at least 15 needed (2/3 of all members).")
        #expect(lost.rule == "quorum.closing.2/3")
    }

    @Test("a tie shows for, against and the whole")
    func tie() {
        let own = because(11, 11, chairman: .for)
        #expect(own.vi == "THÔNG QUA: tán thành 11, không tán thành 11, ngang nhau (11/22, cần 12); theo phiếu của Chủ tịch: tán thành.")
        #expect(own.en == "ADOPTED: 11 in favour, 11 against, a tie (11/22, 12 needed); decided by the ballot of the chairman: in favour.")
        #expect(own.rule == "tie.chairman.equalForAgainst.for")
        let waiting = because(10, 10, 1)
        #expect(
            waiting.vi
                == "CHỜ Ý KIẾN CHỦ TỊCH: tán thành 10, không tán thành 10, ngang nhau (10/22, cần 12); Chủ tịch chưa cho ý kiến tán thành hoặc không tán thành."
        )
        #expect(waiting.rule == "tie.chairman.equalForAgainst.awaiting")
        let declared = because(10, 10, 1, casting: .init(choice: .against, basis: .declared))
        #expect(declared.vi.hasSuffix("; theo ý kiến Chủ tịch tuyên bố: không tán thành."))
        #expect(declared.vi.hasPrefix("KHÔNG THÔNG QUA: "))
        let expired = because(10, 10, 1, expired: true)
        #expect(expired.vi.hasSuffix("; hết thời hạn mà Chủ tịch không cho ý kiến."))
        #expect(expired.rule == "tie.chairman.equalForAgainst.expired")
    }

    @Test("where the tie rule does not bite, the sentence says so with both numbers")
    func unappliedTie() {
        let exact = because(10, 10, 2, chairman: .for) { $0.rules.tie.applies = .exactHalf }
        #expect(
            exact.vi
                == "KHÔNG THÔNG QUA: 10/22 tán thành, không quá nửa tổng số thành viên (cần 12). Tán thành 10, không tán thành 10, tổng 22: ngang nhau nhưng không bằng đúng một nửa tổng số thành viên, không áp dụng ý kiến quyết định của Chủ tịch."
        )
        #expect(because(11, 3, 8).vi.contains("Tán thành 11, không tán thành 3, tổng 22: không ngang nhau"))
        #expect(because(10, 10) { $0.rules.tie.decidedBy = .none }.vi.hasSuffix("không có người quyết định khi ngang phiếu."))
        #expect(!because(11, 3, 8) { $0.rules.tie.decidedBy = .none }.vi.contains("ngang"))
    }

    @Test("an unconfirmed basis is said on every result")
    func unconfirmed() {
        let because = because(14, 3) { $0.rules.status = .unconfirmed }
        #expect(because.vi.hasSuffix(" Căn cứ chưa được pháp chế xác nhận."))
        #expect(because.en.hasSuffix(" The legal unit has not confirmed the legal basis."))
    }

    @Test("weights, other fractions and other bases have their words")
    func variants() {
        #expect(because(14, 3, weights: [1, 5]).vi == "THÔNG QUA: 14/26 tán thành tính theo trọng số, quá nửa tổng số thành viên (cần 14).")
        let twoThirds = because(15, 3) { $0.rules.adoption = .init(2, 3, .atLeast, of: .present) }
        #expect(twoThirds.vi == "THÔNG QUA: 15/22 tán thành, đạt ít nhất 2/3 số thành viên có mặt (cần 15).")
        #expect(twoThirds.en == "ADOPTED: 15/22 in favour, at least 2/3 of the members present (15 needed).")
        #expect(because(9, 8, 5) { $0.rules.adoption.of = .valid }.vi == "THÔNG QUA: 9/17 tán thành, quá nửa số phiếu tán thành và không tán thành.")
        #expect(because(21, 0) { $0.rules.adoption = .init(1, 1, .atLeast, of: .allMembers) }.vi
            == "KHÔNG THÔNG QUA: 21/22 tán thành, không đạt nhất trí trên tổng số thành viên (cần 22).")
        #expect(because(10, 10, 1) { $0.rules.tie.decidedBy = .presiding }.vi.hasPrefix("CHỜ Ý KIẾN CHỦ TỌA: "))
    }

    @Test("slips have their own words, and silence is owned up to")
    func circulated() {
        let agreed = because(10, 2) {
            $0.circulated = true
            $0.rules.circulation.silence = .agree
        }
        #expect(agreed.vi == "THÔNG QUA: 20/22 đồng ý, quá nửa tổng số thành viên (cần 12). Trong đó 10 phiếu không gửi lại được tính là đồng ý.")
        let few = because(10, 2) {
            $0.circulated = true
            $0.rules.circulation.minimumReturned = 15
        }
        #expect(few.vi == "KHÔNG ĐỦ ĐIỀU KIỆN: thu về 12/22 phiếu, cần ít nhất 15.")
        #expect(few.rule == "circulation.minimum-returned.15")
    }

    @Test("the panel's line states the rule and what it takes")
    func ruleLine() {
        let count = PollCount(
            seats: Chamber.seats(22), presentAtClosing: Chamber.users(0..<18), presentAtOpening: [], decider: nil, rules: Chamber.rules)
        #expect(count.ruleLine == BilingualText(vi: "quá nửa tổng số thành viên: cần 12/22", en: "more than half of all members: 12/22 needed"))
    }
}
