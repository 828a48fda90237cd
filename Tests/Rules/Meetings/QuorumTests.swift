import Rules
import Testing

@Suite("Quorum")
struct QuorumTests {
    @Test("two thirds is 3P ≥ 2N, to the head", arguments: [(22, 15), (21, 14), (20, 14), (3, 2), (1, 1)])
    func twoThirds(members: Int, needed: Int) {
        let met = Quorum(members: members, present: needed, fraction: Fraction(2, 3))
        #expect(met.needed == needed && met.isMet)
        #expect(!Quorum(members: members, present: needed - 1, fraction: Fraction(2, 3)).isMet)
    }

    @Test("the lamp says who is here and what it takes")
    func sentence() {
        #expect(Quorum(members: 22, present: 18, fraction: Fraction(2, 3)).sentence
            == BilingualText(vi: "Có mặt 18/22 – đủ điều kiện (cần 15)", en: "18/22 present – quorum reached (15 needed)"))
        #expect(Quorum(members: 22, present: 14, fraction: Fraction(2, 3)).sentence.vi == "Có mặt 14/22 – chưa đủ điều kiện (cần 15)")
    }

    @Test("no members, no quorum; the refusal carries the numbers")
    func refusal() throws {
        #expect(throws: Refusal(.meetingNoQuorum, ["present": "0", "members": "0", "needed": "0"])) {
            try Quorum(members: 0, present: 0, fraction: Fraction(2, 3)).mayOpenMeeting()
        }
        try Quorum(members: 3, present: 2, fraction: Fraction(2, 3)).mayOpenMeeting()
    }

    @Test("a third of the members may ask for a session")
    func convening() throws {
        try ConveningGround.members.validated(signers: 8, members: 22, share: Fraction(1, 3))
        #expect(throws: Refusal.invalid("/requestedBy", "meeting.too-few-requests", ["signers": "7", "members": "22", "needed": "8"])) {
            try ConveningGround.members.validated(signers: 7, members: 22, share: Fraction(1, 3))
        }
        try ConveningGround.chairman.validated(signers: 0, members: 22, share: Fraction(1, 3))
    }
}
