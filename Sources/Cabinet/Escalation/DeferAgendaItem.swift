public import Rules
public import Store

/// The meeting puts an item with escalations off: to another meeting, where it becomes a new item, or back to the leadership's inbox. Who: as for the
/// agenda, the body's secretary or admin; also the presiding person.
public struct DeferAgendaItem: Command {
    public static let name: CommandName = "agenda.defer"
    public var meeting: MeetingID
    public var item: AgendaItemID
    /// The meeting that takes it next, and the id of its item there; nil: back to the inbox.
    public var next: MeetingID?
    public var nextItem: AgendaItemID

    public init(meeting: MeetingID, item: AgendaItemID, next: MeetingID?, nextItem: AgendaItemID) {
        self.meeting = meeting
        self.item = item
        self.next = next
        self.nextItem = nextItem
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        try [.meeting(meeting)] + (next.map { [.meeting($0)] } ?? []) + EscalationMoving.streams(of: EscalationRow.standing(on: item, in: tx).map(\.id), in: tx)
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try MeetingRow.visible(meeting, to: caller, in: tx), caller, in: tx)
        if let next { try Standing.requireConduct(try MeetingRow.visible(next, to: caller, in: tx), caller, in: tx) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let current = try Agenda.item(item, of: meeting, in: tx) else { throw Refusal(.notFound) }
        var ending = ReportCommand.AgendaEnding(reason: .itemDeferred)
        if let next {
            let target = try MeetingRow.locked(next, in: tx)
            guard next != meeting else { throw Refusal.invalid("/meetingId", "field.same-meeting") }
            try target.state.require(.agenda, type: target.type)
            let draft = AgendaItemDraft(
                title: current.title, kind: current.kind, ask: current.ask, submitter: current.submitter, rapporteur: current.rapporteur, minutesPlanned: current.minutesPlanned)
            _ = try Agenda.append(nextItem, draft: draft, to: target, act, tx)
            ending.nextItem = nextItem
            ending.nextAt = AgendaPlacing.instant(of: target, after: act.at)
        }
        let escalations = try EscalationRow.standing(on: item, in: tx)
        for escalation in escalations { try EscalationMoving.end(escalation.id, ending, next: next, together: escalations.count, act, in: tx) }
        return Done(seq: try tx.record(.agendaChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, item: item), by: act))
    }
}
