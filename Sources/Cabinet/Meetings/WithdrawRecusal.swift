public import Rules
public import Store

/// Takes a recusal back; polls already closed keep it. Who: as `DeclareRecusal`.
public struct WithdrawRecusal: Command {
    public static let name: CommandName = "recusal.withdraw"
    public var meeting: MeetingID
    public var item: AgendaItemID
    public var user: UserID

    public init(meeting: MeetingID, item: AgendaItemID, user: UserID) {
        self.meeting = meeting
        self.item = item
        self.user = user
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Recusals.mayEnter(meeting, user, caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try Recusals.mayChange(item, of: row, for: act.caller, in: tx)
        if try tx.exists("SELECT 1 FROM poll WHERE item = \(item.text) AND state = 'open'") { throw Refusal(.recusalPollOpen, ["reason": "open"]) }
        guard try tx.execute("DELETE FROM recusal WHERE item = \(item.text) AND account = \(user.text)") == 1 else { throw Refusal(.notFound) }
        try row.touch(in: tx)
        return Done(
            seq: try tx.record(.recusalChanged, in: row.stream, to: .of(item, in: meeting), RecusalFact(item: item, user: user, recused: false), by: act))
    }
}
