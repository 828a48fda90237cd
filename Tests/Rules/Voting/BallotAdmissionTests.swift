import Rules
import Testing

@Suite("Which ballot enters the box")
struct BallotAdmissionTests {
    static let closing = Timestamp(ms: 1_000_000)

    func box(_ change: (inout BallotAdmission) -> Void = { _ in }) -> BallotAdmission {
        var box = BallotAdmission(
            poll: .open, meeting: .open, secrecy: .open, closesAt: Self.closing, seats: Chamber.users(0..<5), recused: [Chamber.user(4)],
            present: Chamber.users(0..<3), rules: Chamber.rules)
        change(&box)
        return box
    }

    @Test("a ballot that arrived before the close counts, one that arrived at it does not")
    func arrival() throws {
        try box().admit(Chamber.user(0), arrivedAt: Timestamp(ms: 999_999))
        #expect(throws: Refusal(.pollNotOpen, ["state": "late"])) { try box().admit(Chamber.user(0), arrivedAt: Self.closing) }
        try box { $0.closesAt = nil }.admit(Chamber.user(0), arrivedAt: Timestamp(ms: 9_999_999))
    }

    @Test("only an open poll takes ballots", arguments: PollState.allCases)
    func state(state: PollState) {
        let box = box { $0.poll = state }
        if state == .open {
            #expect(throws: Never.self) { try box.admit(Chamber.user(0), arrivedAt: Timestamp(ms: 0)) }
        } else {
            #expect(throws: Refusal(.pollNotOpen, ["state": state.rawValue])) { try box.admit(Chamber.user(0), arrivedAt: Timestamp(ms: 0)) }
        }
    }

    @Test("a pause freezes votes")
    func paused() {
        #expect(throws: Refusal(.pollNotOpen, ["state": "paused"])) {
            try box { $0.meeting = .paused }.admit(Chamber.user(0), arrivedAt: Timestamp(ms: 0))
        }
    }

    @Test("no seat, no ballot; a conflict of interest takes it away")
    func entitlement() {
        #expect(throws: Refusal(.ballotNotEntitled, ["reason": "no-seat"])) { try box().admit(UserID(trusted: "guest"), arrivedAt: Timestamp(ms: 0)) }
        #expect(throws: Refusal(.ballotRecused)) { try box().admit(Chamber.user(4), arrivedAt: Timestamp(ms: 0)) }
    }

    @Test("the absent vote where the rules let them")
    func absent() throws {
        try box().admit(Chamber.user(3), arrivedAt: Timestamp(ms: 0))
        let strict = box { $0.rules.absentMayVote = false }
        #expect(throws: Refusal(.ballotNotEntitled, ["reason": "absent"])) { try strict.admit(Chamber.user(3), arrivedAt: Timestamp(ms: 0)) }
        try strict.admit(Chamber.user(2), arrivedAt: Timestamp(ms: 0))
        try box {
            $0.rules.absentMayVote = false
            $0.circulated = true
            $0.meeting = .convened
        }.admit(Chamber.user(3), arrivedAt: Timestamp(ms: 0))
    }

    @Test("an open ballot may be changed, a secret one never")
    func again() throws {
        try box { $0.voted = [Chamber.user(0)] }.admit(Chamber.user(0), arrivedAt: Timestamp(ms: 0))
        #expect(throws: Refusal(.ballotAlreadyCast)) {
            try box {
                $0.voted = [Chamber.user(0)]
                $0.secrecy = .secret
            }.admit(Chamber.user(0), arrivedAt: Timestamp(ms: 0))
        }
    }

    @Test("poll transitions, and their refusals")
    func transitions() throws {
        #expect(try PollState.draft.applying(.open) == .open)
        #expect(try PollState.open.applying(.close) == .closed)
        #expect(try PollState.open.applying(.annul) == .annulled)
        #expect(try PollState.closed.applying(.annul) == .annulled)
        #expect(throws: Refusal(.pollNotOpen, ["state": "closed", "action": "close"])) { try PollState.closed.applying(.close) }
        #expect(throws: Refusal(.pollWrongState, ["state": "closed", "action": "open"])) { try PollState.closed.applying(.open) }
        #expect(throws: Refusal(.pollWrongState, ["state": "draft", "action": "annul"])) { try PollState.draft.applying(.annul) }
        #expect(throws: Refusal(.pollWrongState, ["state": "annulled", "action": "annul"])) { try PollState.annulled.applying(.annul) }
    }
}
