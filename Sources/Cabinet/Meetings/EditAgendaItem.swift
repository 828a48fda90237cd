public import Rules
public import Store

/// Changes an item's words or its place; the others close up. Once a poll on it has closed, title, kind and place are part of what was
/// decided (`field.decided`). Who: the body's secretary, admin.
public struct EditAgendaItem: SecretariatOfMeeting {
    public static let name: CommandName = "agenda.edit"
    public var id: AgendaItemID
    public var meeting: MeetingID
    public var draft: AgendaItemDraft
    /// New place among the items beside it, from 1; nil keeps it.
    public var number: Int?
    public init(id: AgendaItemID, meeting: MeetingID, draft: AgendaItemDraft, number: Int?) {
        self.id = id
        self.meeting = meeting
        self.draft = draft
        self.number = number
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let item = try Agenda.item(id, of: meeting, in: tx) else { throw Refusal(.notFound) }
        let draft = try draft.checked()
        try requireUndecided(item, draft, in: tx)
        try tx.execute(
            """
            UPDATE agenda_item SET title = \(draft.title), kind = \(draft.kind.rawValue), ask = \(draft.ask), submitter = \(draft.submitter), rapporteur = \(draft.rapporteur),
              minutes = \(draft.minutesPlanned), version = version + 1 WHERE id = \(id.text)
            """)
        var isMoved = false
        if let number {
            isMoved = try MoveAgendaItem.move(item, in: row, tx) { outline throws(Refusal) in try outline.move(id, under: item.parent, place: number, pointer: "/number") }
        }
        try row.touch(in: tx)
        let changed = AgendaItemDraft(
            title: item.title, kind: item.kind, ask: item.ask, submitter: item.submitter, rapporteur: item.rapporteur, minutesPlanned: item.minutesPlanned)
        let seq = try tx.record(.agendaChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, item: id), by: act)
        if changed != draft || isMoved {
            try ChangeNotices.issue(.itemChanged, item: id, subject: draft.title, to: .of(id, in: meeting), in: row, act, tx)
        }
        return Done(seq: seq)
    }

    private func requireUndecided(_ item: AgendaItemView, _ draft: AgendaItemDraft, in tx: borrowing Transaction) throws {
        guard try tx.exists("SELECT 1 FROM poll WHERE item = \(id.text) AND state = 'closed'") else { return }
        if draft.title != item.title { throw Refusal.invalid("/title", "field.decided") }
        if draft.kind != item.kind { throw Refusal.invalid("/kind", "field.decided") }
        if let number, number != item.place { throw Refusal.invalid("/number", "field.decided") }
    }
}

/// Takes an item without papers, polls or items below it off the agenda; escalations on it go back to the leadership's inbox (invariant v). Who: the body's secretary, admin.
public struct RemoveAgendaItem: Command {
    public static let name: CommandName = "agenda.remove"
    public var id: AgendaItemID
    public var meeting: MeetingID
    public init(id: AgendaItemID, meeting: MeetingID) {
        self.id = id
        self.meeting = meeting
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        try [.meeting(meeting)] + EscalationMoving.streams(of: EscalationRow.standing(on: id, in: tx).map(\.id), in: tx)
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireSecretary(caller, of: try MeetingRow.visible(meeting, to: caller, in: tx).body, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let item = try Agenda.item(id, of: meeting, in: tx) else { throw Refusal(.notFound) }
        if try tx.exists("SELECT 1 FROM document WHERE item = \(id.text)") || tx.exists("SELECT 1 FROM poll WHERE item = \(id.text)") {
            throw Refusal.invalid("/id", "field.item-in-use")
        }
        if try tx.exists("SELECT 1 FROM conclusion WHERE item = \(id.text)") { throw Refusal.invalid("/id", "field.item-in-use") }
        if try tx.exists("SELECT 1 FROM agenda_item WHERE parent = \(id.text)") { throw Refusal.invalid("/id", "agenda.has-items-below") }
        let before = try Agenda.outline(of: meeting, in: tx)
        try AgendaFreeze.require(before: before, after: AgendaOutline(before.entries.filter { $0.id != id }), in: row, tx)
        let escalations = try EscalationRow.standing(on: id, in: tx)
        for escalation in escalations { try EscalationMoving.end(escalation.id, .init(reason: .itemRemoved), together: escalations.count, act, in: tx) }
        try tx.execute("DELETE FROM recusal WHERE item = \(id.text)")
        // Told before it is gone: afterwards nobody may read it.
        let audience: Audience = item.visibility == .public && !item.isClosed ? Audience(.meeting(meeting)) : .of(id, in: meeting)
        try ChangeNotices.issue(.itemRemoved, item: id, subject: item.title, to: audience, in: row, act, tx)
        for table: SQL in ["item_position", "consent_pull"] { try tx.execute("DELETE FROM \(table) WHERE item = \(id.text)") }
        try tx.execute("UPDATE proposal SET item = NULL WHERE item = \(id.text)")
        try tx.execute("UPDATE floor_request SET item = NULL WHERE item = \(id.text)")
        try tx.execute("DELETE FROM agenda_item WHERE id = \(id.text)")
        try tx.execute("UPDATE agenda_item SET number = number - 1 WHERE meeting = \(meeting.text) AND number > \(item.number)")
        if row.currentItem == id { try tx.execute("UPDATE meeting SET current_item = NULL WHERE id = \(meeting.text)") }
        try row.touch(in: tx)
        return Done(seq: try tx.record(.agendaChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, item: id), by: act))
    }
}
