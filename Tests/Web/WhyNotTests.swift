import Rules
import Testing
@testable import Web

@Suite("Why can I not vote?")
struct WhyNotTests {
    static let rules = RuleSet(
        quorum: Fraction(2, 3), adoption: .init(1, 2, .moreThan, of: .allMembers),
        tie: RuleSet.Tie(decidedBy: .chairman, applies: .equalForAgainst), quorumCheckedAt: .openingAndClosing, absentMayVote: false, remoteVoteCountsAsPresence: false,
        circulation: .init(silence: .notCounted))
    static let me = UserID(trusted: "me")

    /// What a person is told, by what he is.
    static let places: [(VotingPlace, reason: String?)] = [
        (VotingPlace(rosterIsFrozen: true, capacity: .substitute(of: "Trần Thị Bình")), "substitute"), (VotingPlace(rosterIsFrozen: true, capacity: .guest), "guest"),
        (VotingPlace(rosterIsFrozen: true, capacity: .secretary), "secretary"), (VotingPlace(rosterIsFrozen: true, capacity: .none), "no-seat"),
        (VotingPlace(rosterIsFrozen: false, capacity: .seat), "no-roster"), (VotingPlace(rosterIsFrozen: true, capacity: .seat), "not-checked-in"),
        (VotingPlace(rosterIsFrozen: true, capacity: .seat, attendance: .absent), "absent"), (VotingPlace(rosterIsFrozen: true, capacity: .seat, attendance: .inRoom), nil),
        (VotingPlace(rosterIsFrozen: true, capacity: .seat, attendance: .online), nil),
    ]

    /// What a poll tells a seat that is there.
    static func admission(
        poll: PollState = .open, meeting: MeetingState = .open, secrecy: PollSecrecy = .open, closesAt: Timestamp? = nil, recused: Set<UserID> = [], voted: Set<UserID> = []
    ) -> BallotAdmission {
        BallotAdmission(
            poll: poll, meeting: meeting, secrecy: secrecy, closesAt: closesAt, seats: [me], recused: recused, present: [me], voted: voted, rules: rules)
    }

    static let admissions: [(BallotAdmission, code: Refusal.Code, state: String?)] = [
        (admission(poll: .draft), .pollNotOpen, "draft"), (admission(poll: .closed), .pollNotOpen, "closed"), (admission(poll: .annulled), .pollNotOpen, "annulled"),
        (admission(meeting: .paused), .pollNotOpen, "paused"), (admission(meeting: .convened), .pollNotOpen, "convened"),
        (admission(closesAt: Timestamp(ms: 0)), .pollNotOpen, "late"), (admission(recused: [me]), .ballotRecused, nil),
        (admission(secrecy: .secret, voted: [me]), .ballotAlreadyCast, nil),
    ]

    static var refusals: [Refusal] {
        places.compactMap { $0.0.whyNot(rules: rules, circulated: false) }
            + admissions.compactMap { admission, _, _ in
                do throws(Refusal) { try admission.admit(me, arrivedAt: Timestamp(ms: 1)) } catch { return error }
                return nil
            } + [Refusal(.pollByHand, ["taking": PollTaking.hands.rawValue])]
    }

    @Test("each place has its own answer, and presence asks nothing of a slip")
    func reasons() {
        for (place, reason) in Self.places {
            #expect(place.whyNot(rules: Self.rules, circulated: false)?.parameters["reason"] == reason)
            var lenient = Self.rules
            lenient.absentMayVote = true
            if case .seat = place.capacity, place.rosterIsFrozen {
                #expect(place.whyNot(rules: Self.rules, circulated: true) == nil)
                #expect(place.whyNot(rules: lenient, circulated: false) == nil)
            }
        }
        for (admission, code, state) in Self.admissions {
            let refusal = #expect(throws: Refusal.self) { try admission.admit(Self.me, arrivedAt: Timestamp(ms: 1)) }
            #expect(refusal?.code == code && (state == nil || refusal?.parameters["state"] == state))
        }
    }

    @Test("every answer is a sentence of its own in both languages, with nothing left to fill in")
    func sentences() throws {
        let locales = try Locales(folder: root + "/Templates/locales")
        for language in Language.allCases {
            let said = Self.refusals.map { locales.sentence($0, language) }
            #expect(said.count == 7 + 8 + 1)
            #expect(Set(said).count == said.count, "two answers are the same: \(said)")
            for sentence in said { #expect(sentence.count > 12 && !sentence.contains("{") && !sentence.contains("refusal."), "\(sentence)") }
        }
        let substitute = locales.sentence(Self.places[0].0.whyNot(rules: Self.rules, circulated: false)!, .vietnamese)
        #expect(substitute.contains("không được biểu quyết thay") && substitute.contains("Trần Thị Bình"))
    }
}
