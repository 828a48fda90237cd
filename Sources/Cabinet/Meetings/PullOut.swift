public import Rules
public import Store

/// A member takes an item out of the consent list: it is put alone. Until its vote opens. Who: the holder of a seat.
public struct PullOut: Command {
    public static let name: CommandName = "consent.pull-out"
    public var meeting: MeetingID
    public var item: AgendaItemID

    public init(meeting: MeetingID, item: AgendaItemID) {
        self.meeting = meeting
        self.item = item
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Positions.requireSeat(caller, meeting, item, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.consent, type: row.type)
        if try tx.exists("SELECT 1 FROM poll WHERE item = \(item.text) AND state = 'open'") {
            throw Refusal(.pollWrongState, ["state": PollState.open.rawValue, "action": "pull-out"])
        }
        if try tx.exists("SELECT 1 FROM consent_pull WHERE item = \(item.text)") { return Done(seq: 0) }
        let user = act.caller.person!.id
        try tx.execute("INSERT INTO consent_pull (item, account, at) VALUES (\(item.text), \(user.text), \(act.at.ms))")
        return Done(seq: try tx.record(.consentPulledOut, in: row.stream, to: .of(item, in: meeting), MeetingFact(meeting, item: item, user: user), by: act))
    }
}
