public import Rules
public import Store

/// The chairman agrees that opinions are gathered by slip instead of in a session. Who: the presiding person alone.
public struct ApproveCirculation: Command {
    public static let name: CommandName = "circulation.approve"
    public var meeting: MeetingID
    public init(meeting: MeetingID) { self.meeting = meeting }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, row.presiding == person.id else { throw Refusal(.authForbidden, ["needs": "presiding"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard row.isCirculated, row.state == .draft || row.state == .convened, let circulation = try Circulations.find(meeting, in: tx) else {
            throw Refusal(.meetingWrongState, ["state": row.state.rawValue, "action": "circulation"])
        }
        if circulation.approvedBy != nil { return Done(seq: 0) }
        try tx.execute("UPDATE circulation SET approved_by = \(act.caller.person!.id.text), approved_at = \(act.at.ms) WHERE meeting = \(meeting.text)")
        try row.touch(in: tx)
        return Done(seq: try tx.record(.circulationApproved, in: row.stream, to: Audience(.meeting(meeting)), CirculationFact(meeting: meeting), by: act))
    }
}
