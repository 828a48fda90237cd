import Rules
import Testing

@Suite("The life of a meeting")
struct MeetingStateTests {
    /// Every cell of states × transitions: what is not here is refused.
    static let session: [MeetingState: [MeetingTransition: MeetingState]] = [
        .draft: [.convene: .convened, .cancel: .cancelled],
        .convened: [.open: .open, .cancel: .cancelled],
        .open: [.pause: .paused, .close: .closed],
        .paused: [.resume: .open, .close: .closed],
        .closed: [.approveMinutes: .minutesApproved],
        .minutesApproved: [.archive: .archived],
        .archived: [:],
        .cancelled: [:],
    ]

    static let cells = MeetingState.allCases.flatMap { state in MeetingTransition.allCases.map { (state, $0) } }

    @Test("each state allows its own steps and refuses the others", arguments: cells)
    func session(state: MeetingState, transition: MeetingTransition) throws {
        if let next = Self.session[state]?[transition] {
            #expect(try state.applying(transition, type: .regular) == next)
        } else {
            #expect(throws: Refusal(.meetingWrongState, ["state": state.rawValue, "action": transition.verb])) {
                try state.applying(transition, type: .regular)
            }
        }
    }

    @Test("circulated opinions are never opened and close from where their polls ran")
    func circulated() throws {
        for state in MeetingState.allCases {
            for transition in [MeetingTransition.open, .pause, .resume] {
                #expect(throws: Refusal.self) { try state.applying(transition, type: .circulated) }
            }
        }
        #expect(try MeetingState.convened.applying(.close, type: .circulated) == .closed)
        #expect(MeetingState.convened.admitsBallots(circulated: true) && !MeetingState.convened.admitsBallots(circulated: false))
    }

    @Test("each state locks a defined set of edits")
    func edits() throws {
        #expect(!MeetingState.draft.allows(.attendance, type: .regular) && MeetingState.convened.allows(.attendance, type: .regular))
        #expect(MeetingState.paused.allows(.agenda, type: .regular) && !MeetingState.paused.allows(.pollOpening, type: .regular))
        #expect(!MeetingState.paused.allows(.floor, type: .regular))
        #expect(MeetingState.convened.allows(.pollOpening, type: .circulated) && !MeetingState.convened.allows(.pollOpening, type: .regular))
        for edit in MeetingEdit.allCases {
            #expect(!MeetingState.archived.allows(edit, type: .regular) && !MeetingState.cancelled.allows(edit, type: .regular))
        }
        #expect(throws: Refusal(.meetingWrongState, ["state": "closed", "action": "agenda"])) {
            try MeetingState.closed.require(.agenda, type: .regular)
        }
    }

    @Test("the verbs of the API name the transitions")
    func verbs() {
        #expect(MeetingTransition(verb: "approve-minutes") == .approveMinutes)
        #expect(MeetingTransition(verb: "approveMinutes") == nil)
        #expect(MeetingTransition.allCases.allSatisfy { MeetingTransition(verb: $0.verb) == $0 })
    }
}
