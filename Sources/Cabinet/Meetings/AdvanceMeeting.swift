public import Rules
public import Store

/// Takes a meeting one step further: convene, open, pause, resume, close, approve minutes, archive, cancel.
///
/// Convening releases the papers. Opening freezes the roster and the rules, writes the agreed absences nobody recorded yet, and refuses
/// without quorum (`meeting.no-quorum`).
/// Closing refuses while a poll is open; the draft minutes exist in the same transaction. Who: convene, cancel, approve and
/// archive: the body's secretary, admin; open, pause, resume, close: also the presiding person.
public struct AdvanceMeeting: Command {
    public static let name: CommandName = "meeting.advance"
    public var id: MeetingID
    public var transition: MeetingTransition
    public init(id: MeetingID, transition: MeetingTransition) {
        self.id = id
        self.transition = transition
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        switch transition {
        case .open, .pause, .resume, .close: try Standing.requireConduct(meeting, caller, in: tx)
        case .convene, .approveMinutes, .archive, .cancel: try Standing.requireSecretary(caller, of: meeting.body, in: tx)
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        var meeting = try MeetingRow.locked(id, in: tx)
        let next = try meeting.state.applying(transition, type: meeting.type)
        if transition == .convene || transition == .open {
            try tx.execute(
                """
                UPDATE meeting SET presiding = (SELECT account FROM body_member WHERE body = meeting.body AND role = 'chairman')
                WHERE id = \(id.text) AND (presiding IS NULL OR (presiding_ground = '' AND NOT EXISTS (
                  SELECT 1 FROM body_member m WHERE m.body = meeting.body AND m.account = meeting.presiding AND m.role = 'chairman')))
                """)
        }
        if transition == .convene { try SetConveningGround.settle(meeting, in: tx) }
        if transition == .open { try Rosters.quorum(of: meeting, in: tx).mayOpenMeeting() }
        if transition == .close || transition == .cancel {
            if let open = try tx.row("SELECT title FROM poll WHERE meeting = \(id.text) AND state = 'open' ORDER BY opened_at LIMIT 1") {
                throw Refusal(.meetingWrongState, ["state": "poll-open", "action": transition.verb, "poll": open.text("title")])
            }
        }
        if transition == .open || (transition == .convene && meeting.isCirculated) {
            try Rosters.freeze(meeting, in: tx)
            meeting = try MeetingRow.locked(id, in: tx)
        }
        if transition == .open { try Attendance.noteAgreed(in: meeting, act, tx) }
        try tx.execute("UPDATE meeting SET state = \(next.rawValue), version = version + 1 WHERE id = \(id.text)")
        switch transition {
        case .convene: try tx.execute("UPDATE meeting SET convened_at = \(act.at.ms) WHERE id = \(id.text)")
        case .open:
            let first = try tx.row("SELECT id FROM agenda_item WHERE meeting = \(id.text) ORDER BY number LIMIT 1")?.text("id")
            try tx.execute("UPDATE meeting SET opened_at = \(act.at.ms), current_item = \(first) WHERE id = \(id.text)")
        case .close:
            try Floor.stopClocks(of: id, to: .done, at: act.at, in: tx)
            try tx.execute("UPDATE meeting SET closed_at = \(act.at.ms) WHERE id = \(id.text)")
            try tx.execute("INSERT INTO minutes (meeting, version, state, at) VALUES (\(id.text), 1, 'draft', \(act.at.ms)) ON CONFLICT (meeting) DO NOTHING")
        case .approveMinutes:
            try tx.execute("UPDATE minutes SET state = 'approved', at = \(act.at.ms) WHERE meeting = \(id.text)")
        case .pause: try Floor.stopClocks(of: id, to: .paused, at: act.at, in: tx)
        case .resume, .archive, .cancel: break
        }
        let quorum = try Rosters.quorum(of: meeting, in: tx)
        let seq = try tx.record(kind, in: meeting.stream, to: Audience(.meeting(id)), MeetingFact(id, state: next, quorum: quorum), by: act)
        switch transition {
        case .convene:
            try Invitations.send(to: meeting, at: act.at, in: tx)
            try ReleaseDocument.releaseAll(of: id, act, in: tx)
        case .pause: try PollTimers.stop(in: meeting, act, tx)
        case .resume: try PollTimers.goOn(in: meeting, act, tx)
        case .open:
            if let first = try MeetingRow.locked(id, in: tx).currentItem { try Floor.admitThoseWhoWanted(to: first, in: meeting, act, tx) }
        case .close, .approveMinutes, .archive, .cancel: break
        }
        return Done(seq: seq)
    }

    private var kind: EventKind {
        switch transition {
        case .convene: .meetingConvened
        case .open: .meetingOpened
        case .pause: .meetingPaused
        case .resume: .meetingResumed
        case .close: .meetingClosed
        case .approveMinutes: .minutesApproved
        case .archive: .meetingArchived
        case .cancel: .meetingCancelled
        }
    }
}
