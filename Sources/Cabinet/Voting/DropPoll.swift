public import Rules
public import Store

/// Takes back a poll that was never put: nobody voted, nobody but those who conduct the meeting knew of it. What amends it goes first.
/// Who: the presiding person, the body's secretary, admin.
public struct DropPoll: ConductOfPoll {
    public static let name: CommandName = "poll.drop"
    public var id: PollID
    public init(id: PollID) { self.id = id }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        guard poll.state == .draft else { throw Refusal(.pollWrongState, ["state": poll.state.rawValue, "action": "drop"]) }
        try meeting.state.require(.polls, type: meeting.type)
        if try tx.exists("SELECT 1 FROM poll WHERE amends = \(id.text)") { throw Refusal(.pollWrongState, ["state": "amended", "action": "drop"]) }
        try tx.execute("DELETE FROM poll_option WHERE poll = \(id.text)")
        try tx.execute("DELETE FROM poll WHERE id = \(id.text)")
        let fact = PollFact(poll: id, round: poll.round)
        return Done(seq: try tx.record(.pollDropped, in: meeting.stream, to: Audience(.secretariat(meeting.body), .chair(meeting.id)), fact, by: act))
    }
}
