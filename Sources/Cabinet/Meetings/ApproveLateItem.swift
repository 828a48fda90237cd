public import Rules
public import Store

/// The chair takes a late item onto the agenda. Who: the presiding person; the body's secretary and admin record his word (the log says who).
public struct ApproveLateItem: ConductOfMeeting {
    public static let name: CommandName = "agenda.approve-late"
    public var meeting: MeetingID
    public var item: AgendaItemID
    /// How the chair said so, where another records it; prose of the record.
    public var note: String

    public init(meeting: MeetingID, item: AgendaItemID, note: String = "") {
        self.meeting = meeting
        self.item = item
        self.note = note
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let current = try Agenda.item(item, of: meeting, in: tx) else { throw Refusal(.notFound) }
        let note = try Text.checked(note, at: "/note", limit: Text.titleLength, mayBeEmpty: true)
        return Done(seq: try Self.approve(current, note: note, in: row, act, tx))
    }

    /// Going to a late item or opening a poll on it is the chair's word as well, where he does it himself; nobody else's step is.
    static func approveByStep(_ item: AgendaItemView, in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        guard let presiding = meeting.presiding, act.caller.person?.id == presiding else { return }
        _ = try approve(item, in: meeting, act, tx)
    }

    private static func approve(_ item: AgendaItemView, note: String = "", in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> Int64 {
        guard item.awaitsChair else { return 0 }
        try tx.execute(
            "UPDATE agenda_item SET late_approved_by = \(act.caller.actor), late_approved_at = \(act.at.ms), late_note = \(note), version = version + 1 WHERE id = \(item.id.text)")
        return try tx.record(.lateItemApproved, in: meeting.stream, to: .of(item.id, in: meeting.id), MeetingFact(meeting.id, item: item.id), by: act)
    }
}
