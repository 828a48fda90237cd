public import Rules
public import Store

/// T13, T14: leadership decides; every report of the escalation follows. For `agenda` and `circulate` the item is named or made, by tracking code only.
///
/// What the City Office is still gathering is put before leadership first. Who: leaders. Refuses `escalation.incomplete` naming every field.
public struct DecideEscalation: Command {
    public static let name: CommandName = "escalation.decide"
    public var id: EscalationID
    /// `agendaItem` and `meetingAt` are filled in from `placing`.
    public var decision: Decision
    /// For `agenda` and `circulate`.
    public var placing: AgendaPlacing?

    public init(id: EscalationID, decision: Decision, placing: AgendaPlacing? = nil) {
        self.id = id
        self.decision = decision
        self.placing = placing
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        try EscalationMoving.streams(of: [id], in: tx) + (placing.flatMap { try $0.meeting(in: tx) }.map { [.meeting($0)] } ?? [])
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try EscalationRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> EscalationReceipt {
        var row = try EscalationRow.locked(id, in: tx)
        let actor = ReportActor(person: act.caller.person?.id, roles: try EscalationDesk.roles(act.caller, in: tx))
        guard actor.roles.contains(.leader) else { throw Refusal(.escalationForbidden, ["action": "decide"]) }
        if row.value.state == .gathering { row = try ForwardEscalation.forward(row, act, in: tx) }
        guard row.value.state == .inbox else { throw Refusal(.escalationWrongState, ["action": "decide", "state": row.value.state.rawValue]) }
        if let behalf = decision.onBehalfOf, try !tx.exists("SELECT 1 FROM account WHERE id = \(behalf.text) AND role = 'leader'") {
            throw Refusal.invalid("/onBehalfOf", "field.unknown-user", ["id": behalf.text])
        }
        var decision = decision.cleaned
        let needsItem = decision.kind == .agenda || decision.kind == .circulate
        var place: (item: AgendaItemID, meeting: MeetingID, at: Timestamp)?
        if needsItem, let placing {
            place = try placing.place(row, act, in: tx)
            decision.agendaItem = place?.item
            decision.meetingAt = place?.at
        } else if needsItem {
            decision.agendaItem = nil
            decision.meetingAt = nil
        }
        let law = try act.law()
        let step = try Refusal.told { () throws(ReportRefusal) in try row.value.deciding(decision, by: actor, at: act.at, under: law) }
        try EscalationMoving.take(step, of: row, as: ReportActor(person: actor.person, roles: [.leader]), decision: decision.kind, act, in: tx)
        if let place { try tx.execute("UPDATE escalation SET meeting = \(place.meeting.text), meeting_at = \(place.at.ms) WHERE id = \(id.text)") }
        try EscalationNotes.keep(decision, of: id, act, in: tx)
        if let place { try ChainCheck.requireWhole(around: place.item, act, in: tx) }
        return EscalationReceipt(step.escalation)
    }
}
