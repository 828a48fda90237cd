public import Rules
public import Store

/// The City Office asks the unit for more before leadership sees it. Who: officers of the City Office.
public struct ReturnEscalation: Command {
    public static let name: CommandName = "escalation.return"
    public var id: EscalationID
    public var note: String

    public init(id: EscalationID, note: String) {
        self.id = id
        self.note = note
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try EscalationMoving.streams(of: [id], in: tx) }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try EscalationRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> EscalationReceipt {
        let row = try EscalationRow.locked(id, in: tx)
        let actor = ReportActor(person: act.caller.person?.id, roles: try EscalationDesk.roles(act.caller, in: tx))
        let note = Text.clean(note)
        let law = try act.law()
        let step = try Refusal.told { () throws(ReportRefusal) in try row.value.officeReturning(note, by: actor, under: law) }
        try EscalationMoving.take(step, of: row, as: actor, act, in: tx)
        try EscalationNotes.keep(Decision(kind: .returnForMore, text: note), of: row.id, act, in: tx)
        return EscalationReceipt(step.escalation)
    }
}
