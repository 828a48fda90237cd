public import Rules
public import Store

/// The meeting did not conclude on an escalation: a vote without majority or quorum, a tie, a meeting cancelled, postponed or over (invariant v). Issued by
/// the follower of the log, keyed by the fact. Who: the clock.
public struct EndAgenda: Command {
    public static let name: CommandName = "escalation.end-agenda"
    public var id: EscalationID
    public var ending: ReportCommand.AgendaEnding

    public init(id: EscalationID, ending: ReportCommand.AgendaEnding) {
        self.id = id
        self.ending = ending
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try EscalationMoving.streams(of: [id], in: tx) }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> EscalationReceipt {
        var ending = ending
        // A date that has passed by the time the fact is followed is none.
        if let at = ending.nextAt, at <= act.at { ending.nextAt = nil }
        try EscalationMoving.end(id, ending, act, in: tx)
        return EscalationReceipt(try EscalationRow.locked(id, in: tx).value)
    }
}
