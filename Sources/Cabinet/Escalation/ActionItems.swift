public import Rules
public import Store

/// A task of a conclusion.
public struct ActionItemView: Sendable, Equatable {
    public var id: ActionItemID
    public var conclusion: ConclusionID
    public var meeting: MeetingID
    public var item: AgendaItemID
    public var number: Int
    public var title: String
    public var leadUnit: UnitID
    public var coUnits: [UnitID]
    public var due: Timestamp
    public var isDone: Bool
    public var result: String
    public var evidence: [DocumentID]
    public var doneAt: Timestamp?
    public var reports: [TrackingCode]
    public var version: Int64

    public func isLate(at now: Timestamp) -> Bool { (doneAt ?? now) > due }
}

/// A signed conclusion.
public struct ConclusionView: Sendable, Equatable {
    public var id: ConclusionID
    public var meeting: MeetingID
    public var item: AgendaItemID
    /// For those who carry it out; nil for who may see the public text alone.
    public var text: String?
    /// Nil until released, for who may see nothing else.
    public var publicText: String?
    public var isReleased: Bool
    public var signedAt: Timestamp
    public var signerName: String
    public var tasks: [ActionItemView]
    public var escalations: [EscalationID]
    public var version: Int64
}

public enum ActionItems {
    static let columns: SQL = """
        a.id, a.conclusion, a.meeting, conclusion.item, a.number, a.title, a.lead_unit, a.co_units, a.due, a.state, a.result, a.evidence, a.done_at, a.version
        """

    /// Tasks the caller may see, the next due first: his unit's, those of meetings he takes part in, all for the reception, leadership and auditors.
    public static func list(
        unit: UnitID? = nil, openOnly: Bool = false, for caller: Caller, after: String? = nil, limit: Int = 50, in tx: borrowing Transaction
    ) throws -> Listing<ActionItemView> {
        let limit = min(max(1, limit), Listing<ActionItemView>.maxLimit)
        let standing = try ReportStanding.of(caller, in: tx)
        let parts = (after ?? "").split(separator: "_", maxSplits: 1)
        let (at, id) = parts.count == 2 ? (Int64(parts[0]) ?? .min, String(parts[1])) : (.min, "")
        let ofUnit: SQL = unit.map { "AND a.lead_unit = \($0.text)" } ?? ""
        let open: SQL = openOnly ? "AND a.state = 'open'" : ""
        let rows = try tx.rows(
            """
            SELECT \(columns) FROM action_item a JOIN conclusion ON conclusion.id = a.conclusion
            WHERE \(visible(to: caller, standing)) \(ofUnit) \(open) AND (a.due > \(at) OR (a.due = \(at) AND a.id > \(id))) ORDER BY a.due, a.id LIMIT \(limit + 1)
            """)
        let items = try rows.prefix(limit).map { try view($0, in: tx) }
        return Listing(items: items, next: rows.count > limit ? items.last.map { "\($0.due.ms)_\($0.id)" } : nil)
    }

    /// - Throws: `not-found` also for what the caller may not know of.
    public static func task(_ id: ActionItemID, for caller: Caller, in tx: borrowing Transaction) throws -> ActionItemView { try visible(id, to: caller, in: tx) }

    static func list(of conclusion: ConclusionID, in tx: borrowing Transaction) throws -> [ActionItemView] {
        try tx.rows(
            "SELECT \(columns) FROM action_item a JOIN conclusion ON conclusion.id = a.conclusion WHERE a.conclusion = \(conclusion.text) ORDER BY a.number LIMIT \(ConcludeItem.maxTasks)"
        ).map { try view($0, in: tx) }
    }

    static func visible(_ id: ActionItemID, to caller: Caller, in tx: borrowing Transaction) throws -> ActionItemView {
        let standing = try ReportStanding.of(caller, in: tx)
        let row = try tx.row("SELECT \(columns) FROM action_item a JOIN conclusion ON conclusion.id = a.conclusion WHERE a.id = \(id.text) AND \(visible(to: caller, standing))")
        if let row { return try view(row, in: tx) }
        // Who sees the meeting sees its tasks.
        if let row = try tx.row("SELECT \(columns) FROM action_item a JOIN conclusion ON conclusion.id = a.conclusion WHERE a.id = \(id.text)"),
            let meeting = try MeetingRow.find(row.id("meeting"), in: tx), try Standing.canSee(meeting, caller, in: tx)
        {
            return try view(row, in: tx)
        }
        throw Refusal(.notFound)
    }

    private static func visible(to caller: Caller, _ standing: ReportStanding) -> SQL {
        if standing.readsAll || caller.administers { return "1 = 1" }
        let unit = standing.unit?.text ?? ""
        let person = caller.person?.id.text ?? ""
        return """
            (a.lead_unit = \(unit) OR a.co_units LIKE \("%\"" + (unit.isEmpty ? "-" : unit) + "\"%")
              OR EXISTS (SELECT 1 FROM roster r WHERE r.meeting = a.meeting AND r.account = \(person)))
            """
    }

    private static func view(_ row: Row, in tx: borrowing Transaction) throws -> ActionItemView {
        let conclusion: ConclusionID = row.id("conclusion")
        let codes = try tx.rows(
            """
            SELECT report.code FROM escalation JOIN escalation_report e ON e.escalation = escalation.id JOIN report ON report.id = e.report
            WHERE escalation.conclusion = \(conclusion.text) ORDER BY report.code LIMIT 50
            """
        ).compactMap { TrackingCode($0.text("code")) }
        return ActionItemView(
            id: row.id("id"), conclusion: conclusion, meeting: row.id("meeting"), item: row.id("item"), number: row.int("number"), title: row.text("title"),
            leadUnit: row.id("lead_unit"), coUnits: try Canonical.decode([UnitID].self, from: row.text("co_units")), due: row.time("due"), isDone: row.text("state") == "done",
            result: row.text("result"), evidence: try Canonical.decode([DocumentID].self, from: row.text("evidence")), doneAt: row.optionalTime("done_at"), reports: codes,
            version: row.integer("version"))
    }
}

public enum Conclusions {
    /// The conclusion on an item, for who sees the meeting; nil while there is none.
    public static func conclusion(on item: AgendaItemID, of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> ConclusionView? {
        guard try Agenda.items(of: meeting, for: caller, in: tx).contains(where: { $0.id == item }) else { throw Refusal(.notFound) }
        guard let row = try tx.row("SELECT id FROM conclusion WHERE item = \(item.text) AND meeting = \(meeting.text)") else { return nil }
        return try conclusion(row.id("id"), in: tx)
    }

    /// - Throws: `not-found` also for what the caller may not know of: who takes part in the meeting, the reception, leadership, auditors and units with a task see it.
    public static func conclusion(_ id: ConclusionID, for caller: Caller, in tx: borrowing Transaction) throws -> ConclusionView {
        guard let found = try conclusion(id, in: tx) else { throw Refusal(.notFound) }
        let standing = try ReportStanding.of(caller, in: tx)
        let hasTask = found.tasks.contains { $0.leadUnit == standing.unit || (standing.unit.map($0.coUnits.contains) ?? false) }
        if standing.readsAll || hasTask || caller.administers { return found }
        guard try Agenda.items(of: found.meeting, for: caller, in: tx).contains(where: { $0.id == found.item }) else { throw Refusal(.notFound) }
        return found
    }

    static func conclusion(_ id: ConclusionID, in tx: borrowing Transaction) throws -> ConclusionView? {
        let row = try tx.row(
            """
            SELECT c.id, c.meeting, c.item, c.private_text, c.public_text, c.released_at, c.signed_at, c.version, COALESCE(account.name, '') AS signer_name
            FROM conclusion c LEFT JOIN account ON account.id = c.signer WHERE c.id = \(id.text)
            """)
        guard let row else { return nil }
        let isReleased = row.optionalInteger("released_at") != nil
        let escalations = try tx.rows("SELECT id FROM escalation WHERE conclusion = \(id.text) ORDER BY submitted_at, id LIMIT 100").map { $0.id("id", OfEscalation.self) }
        return ConclusionView(
            id: id, meeting: row.id("meeting"), item: row.id("item"), text: row.text("private_text"), publicText: row.text("public_text").isEmpty ? nil : row.text("public_text"),
            isReleased: isReleased, signedAt: row.time("signed_at"), signerName: row.text("signer_name"), tasks: try ActionItems.list(of: id, in: tx), escalations: escalations,
            version: row.integer("version"))
    }
}
