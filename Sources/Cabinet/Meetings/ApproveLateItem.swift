public import Rules
public import Store

/// The chair takes a late item onto the agenda. Who: the presiding person; the body's secretary and admin on his behalf (the log says who).
public struct ApproveLateItem: ConductOfMeeting {
    public static let name: CommandName = "agenda.approve-late"
    public var meeting: MeetingID
    public var item: AgendaItemID

    public init(meeting: MeetingID, item: AgendaItemID) {
        self.meeting = meeting
        self.item = item
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let current = try Agenda.item(item, of: meeting, in: tx) else { throw Refusal(.notFound) }
        return Done(seq: try Self.approve(current, in: row, act, tx))
    }

    /// Going to a late item or opening a poll on it is the chair's word as well.
    @discardableResult
    static func approve(_ item: AgendaItemView, in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> Int64 {
        guard item.awaitsChair else { return 0 }
        try tx.execute(
            "UPDATE agenda_item SET late_approved_by = \(act.caller.actor), late_approved_at = \(act.at.ms), version = version + 1 WHERE id = \(item.id.text)")
        return try tx.record(.lateItemApproved, in: meeting.stream, to: .of(item.id, in: meeting.id), MeetingFact(meeting.id, item: item.id), by: act)
    }
}
