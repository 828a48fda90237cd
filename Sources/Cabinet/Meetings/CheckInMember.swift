public import Rules
public import Store

/// A member says himself that he is here, online, or has left; so does who sits in a member's place, in a record of his own that never
/// counts. Who: whoever is in the roster, and substitutes, for themselves.
public struct CheckInMember: Command {
    public static let name: CommandName = "attendance.check-in"
    public var meeting: MeetingID
    public var state: AttendanceState

    public init(meeting: MeetingID, state: AttendanceState) {
        self.meeting = meeting
        self.state = state
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, try Rosters.line(of: person.id, in: row, tx) != nil || Substitutes.member(replacedBy: person.id, in: meeting, tx) != nil else { throw Refusal(.authForbidden, ["needs": "roster"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.attendance, type: row.type)
        try CheckIn.validate(state, form: row.form, startsAt: row.startsAt, isOpen: row.state != .convened, at: act.at)
        let user = act.caller.person!.id
        if try Rosters.line(of: user, in: row, tx) == nil { return Done(seq: try Substitutes.note(user, state, in: row, act, tx)) }
        return Done(seq: try Attendance.note(user, state, in: row, act, tx))
    }
}
