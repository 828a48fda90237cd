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
        return Done(seq: try Self.approve(circulation, of: row, act, tx))
    }

    /// Opening a slip himself is the presiding person's word as well.
    @discardableResult
    static func approve(_ circulation: CirculationView, of meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> Int64 {
        if circulation.approvedBy != nil { return 0 }
        try tx.execute("UPDATE circulation SET approved_by = \(act.caller.person!.id.text), approved_at = \(act.at.ms) WHERE meeting = \(meeting.id.text)")
        try meeting.touch(in: tx)
        return try tx.record(.circulationApproved, in: meeting.stream, to: Audience(.meeting(meeting.id)), CirculationFact(meeting: meeting.id), by: act)
    }

    /// Slips go out only with the approval that the body's rules ask for.
    /// - Throws: `circulation.not-approved`, `circulation.not-described`.
    static func require(for meeting: MeetingRow, rules: RuleSet, _ act: Act, _ tx: borrowing Transaction) throws {
        let circulation = try Circulations.find(meeting.id, in: tx)
        if rules.circulation.opensUnapproved(isDescribed: circulation != nil) { return }
        guard let circulation else { throw Refusal(.circulationNotDescribed) }
        if circulation.approvedBy != nil { return }
        guard let person = act.caller.person, meeting.presiding == person.id else { throw Refusal(.circulationNotApproved) }
        try approve(circulation, of: meeting, act, tx)
    }
}
