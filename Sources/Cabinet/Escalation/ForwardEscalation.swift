public import Rules
public import Store

/// The City Office puts an escalation before leadership. Who: officers of the City Office; a leader who takes it up himself.
public struct ForwardEscalation: Command {
    public static let name: CommandName = "escalation.forward"
    public var id: EscalationID
    public init(id: EscalationID) { self.id = id }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try EscalationMoving.streams(of: [id], in: tx) }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try EscalationRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> EscalationReceipt {
        EscalationReceipt(try Self.forward(try EscalationRow.locked(id, in: tx), act, in: tx).value)
    }

    static func forward(_ row: EscalationRow, _ act: Act, in tx: borrowing Transaction) throws -> EscalationRow {
        let actor = ReportActor(person: act.caller.person?.id, roles: try EscalationDesk.roles(act.caller, in: tx))
        let law = try act.law()
        let step = try Refusal.told { () throws(ReportRefusal) in try row.value.forwarding(by: actor, under: law) }
        try EscalationMoving.take(step, of: row, as: actor, act, in: tx)
        return try EscalationRow.locked(row.id, in: tx)
    }
}
