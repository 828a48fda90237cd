import Rules
import Store

/// Numbers that minutes name stay: of an item from its conclusion or the first question decided on it on, of every item once the meeting has been closed, also where it was opened again.
enum AgendaFreeze {
    /// - Throws: `agenda.numbers-frozen` with the `number` that would change.
    static func require(before: AgendaOutline, after: AgendaOutline, in meeting: MeetingRow, _ tx: borrowing Transaction) throws {
        let old = before.labels()
        let new = after.labels()
        let frozen = try items(of: meeting.id, in: tx)
        guard let first = before.entries.first(where: { frozen.contains($0.id) && new[$0.id]?.number != old[$0.id]?.number }) else { return }
        throw Refusal(.agendaNumbersFrozen, ["number": old[first.id]!.number])
    }

    private static func items(of meeting: MeetingID, in tx: borrowing Transaction) throws -> Set<AgendaItemID> {
        let isClosed = try tx.exists("SELECT 1 FROM minutes WHERE meeting = \(meeting.text)")
        let concluded: SQL = isClosed ? "1 = 1" : "(conclusion <> '' OR EXISTS (SELECT 1 FROM poll WHERE poll.item = agenda_item.id AND poll.state = 'closed'))"
        return Set(try tx.rows("SELECT id FROM agenda_item WHERE meeting = \(meeting.text) AND \(concluded) ORDER BY id LIMIT \(Agenda.maxItems)").map { $0.id("id") })
    }
}
