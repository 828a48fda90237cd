public import Rules
public import Store

/// Puts an item, with all below it, to another place of the agenda: under a parent, among those who stand there. Everything is numbered
/// anew by `AgendaOutline`. Who: the body's secretary, admin.
public struct MoveAgendaItem: SecretariatOfMeeting {
    public static let name: CommandName = "agenda.move"
    public var id: AgendaItemID
    public var meeting: MeetingID
    /// Nil for the top.
    public var parent: AgendaItemID?
    /// From 1 among the items there; nil for the last.
    public var place: Int?

    public init(id: AgendaItemID, meeting: MeetingID, parent: AgendaItemID?, place: Int?) {
        self.id = id
        self.meeting = meeting
        self.parent = parent
        self.place = place
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let item = try Agenda.item(id, of: meeting, in: tx) else { throw Refusal(.notFound) }
        guard try Self.move(item, in: row, tx, { outline throws(Refusal) in try outline.move(id, under: parent, place: place) }) else { return Done(seq: 0) }
        try tx.execute("UPDATE agenda_item SET version = version + 1 WHERE id = \(id.text)")
        try row.touch(in: tx)
        let seq = try tx.record(.agendaChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, item: id), by: act)
        try ChangeNotices.issue(.itemChanged, item: id, subject: item.title, to: .of(id, in: meeting), in: row, act, tx)
        return Done(seq: seq)
    }

    /// Changes the outline and writes down what has changed of it; false where nothing has.
    static func move(_ item: AgendaItemView, in meeting: MeetingRow, _ tx: borrowing Transaction, _ change: (inout AgendaOutline) throws(Refusal) -> Void) throws -> Bool {
        let before = try Agenda.outline(of: meeting.id, in: tx)
        var after = before
        try change(&after)
        guard after != before else { return false }
        try AgendaFreeze.require(before: before, after: after, in: meeting, tx)
        for (index, entry) in after.entries.enumerated() {
            try tx.execute("UPDATE agenda_item SET number = \(index + 1), parent = \(entry.parent?.text) WHERE id = \(entry.id.text)")
        }
        return true
    }
}
