import Rules
import Testing
import Wire

@Suite struct VotingBodiesTests {
    @Test("a new poll may change some rules and leave the rest")
    func patch() throws {
        let new = try decoded(
            NewPoll.self, #"{"title":"T","method":"approval","secrecy":"secret","rules":{"adoption":{"numerator":2,"denominator":3}}}"#)
        #expect(new.rules?.adoption?.numerator == 2)
        #expect(new.rules?.quorum == nil)
        #expect(new.show == nil)
    }

    @Test("a ballot is a choice or selections", arguments: [#"{"choice":"for"}"#, #"{"choice":"abstain","text":"Ý kiến khác"}"#])
    func choice(json: String) throws {
        #expect(try decoded(CastBallot.self, json).selections == nil)
    }

    @Test("a blank ballot selects nobody")
    func blank() throws {
        let ballot = try decoded(CastBallot.self, #"{"selections":[],"tracker":"00"}"#)
        #expect(ballot.selections == [])
        #expect(ballot.choice == nil)
    }

    @Test("a secret ballot's answer is the number alone")
    func secretAnswer() throws {
        #expect(try JSONShape(of: BallotAnswer(seq: 413)).keys == ["seq"])
    }

    @Test("a casting vote is choice and basis")
    func castingVote() throws {
        let vote = try decoded(CastingVote.self, #"{"choice":"against","basis":"declared"}"#)
        #expect(vote.choice == .against)
        #expect(vote.basis == .declared)
    }

    @Test("a seat without a ballot is named with null")
    func named() throws {
        #expect(try JSONShape(of: NamedVote(userId: UserID("u")!, name: "N", choice: nil)).isNull("choice"))
    }

    @Test("the caller's own secret ballot shows no choice")
    func ownSecret() throws {
        #expect(try JSONShape(of: OwnBallot(seq: 1)).keys == ["seq"])
    }
}
