import Rules
import Store

/// An escalation as it stands in its table.
struct EscalationRow: Sendable {
    var value: Escalation
    var short: ShortDossier?
    var dossier: Dossier?
    var meeting: MeetingID?
    var meetingAt: Timestamp?

    var id: EscalationID { value.id }
    var stream: StreamID { .escalation(value.id) }

    static let columns: SQL = "escalation.value, escalation.short_dossier, escalation.dossier, escalation.meeting, escalation.meeting_at"

    init(_ row: Row) throws {
        value = try Canonical.decode(Escalation.self, from: row.text("value"))
        short = try row.optionalText("short_dossier").map { try Canonical.decode(ShortDossier.self, from: $0) }
        dossier = try row.optionalText("dossier").map { try Canonical.decode(Dossier.self, from: $0) }
        meeting = row.optionalID("meeting")
        meetingAt = row.optionalTime("meeting_at")
    }

    static func find(_ id: EscalationID, in tx: borrowing Transaction) throws -> EscalationRow? {
        try tx.row("SELECT \(columns) FROM escalation WHERE id = \(id.text)").map(EscalationRow.init)
    }

    static func locked(_ id: EscalationID, in tx: borrowing Transaction) throws -> EscalationRow {
        guard let row = try find(id, in: tx) else { throw Refusal(.notFound) }
        return row
    }

    /// The escalation, if the caller may know of it: the unit it comes from, the City Office and the reception, leadership, auditors, and units on the trail
    /// of one of its reports.
    static func visible(_ id: EscalationID, to caller: Caller, in tx: borrowing Transaction) throws -> EscalationRow {
        guard let row = try find(id, in: tx) else { throw Refusal(.notFound) }
        if caller == .clock { return row }
        let standing = try ReportStanding.of(caller, in: tx)
        if standing.readsAll { return row }
        guard let unit = standing.unit else { throw Refusal(.notFound) }
        if unit == row.value.from { return row }
        let isOnTrail = try tx.exists(
            """
            SELECT 1 FROM escalation_report e JOIN report_unit u ON u.report = e.report WHERE e.escalation = \(id.text) AND u.unit = \(unit.text) LIMIT 1
            """)
        guard isOnTrail else { throw Refusal(.notFound) }
        return row
    }

    /// Those that stand on an item now, oldest first.
    static func standing(on item: AgendaItemID, in tx: borrowing Transaction) throws -> [EscalationRow] {
        try tx.rows(
            "SELECT \(columns) FROM escalation WHERE item = \(item.text) AND state = 'onAgenda' ORDER BY submitted_at, id LIMIT \(EscalationMoving.maxOnItem)"
        ).map(EscalationRow.init)
    }
}
