public import Rules
public import Store

/// The rest of an urgent dossier, within one working day. Who: officers of the unit that escalated.
public struct CompleteDossier: Command {
    public static let name: CommandName = "escalation.complete"
    public var id: EscalationID
    public var dossier: Dossier

    public init(id: EscalationID, dossier: Dossier) {
        self.id = id
        self.dossier = dossier
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try EscalationMoving.streams(of: [id], in: tx) }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try EscalationRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> EscalationReceipt {
        let row = try EscalationRow.locked(id, in: tx)
        let dossier = dossier.cleaned
        let actor = ReportActor(person: act.caller.person?.id, roles: try EscalationDesk.roles(act.caller, in: tx))
        let law = try act.law()
        let step = try Refusal.told { () throws(ReportRefusal) in try row.value.completing(dossier, by: actor, under: law) }
        try EscalateReports.checkAttachments(dossier, of: row.value.reports, in: tx)
        try EscalationMoving.take(step, of: row, as: .clock, act, in: tx)
        try tx.execute("UPDATE escalation SET dossier = \(try Canonical.encode(dossier)) WHERE id = \(id.text)")
        return EscalationReceipt(step.escalation)
    }
}
