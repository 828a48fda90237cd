public import Rules
public import Store

/// A card of the leadership's inbox, or one escalation with everything that lies with it.
public struct EscalationView: Sendable {
    public struct Decided: Sendable {
        public var decision: Decision
        public var deciderName: String
        public var at: Timestamp
    }
    /// Why somebody should look at it first.
    public enum Risk: String, Sendable, CaseIterable {
        case urgent, late, repeated, collective
    }

    public var id: EscalationID
    public var state: EscalationState
    public var from: UnitID
    public var urgency: Urgency
    public var submittedAt: Timestamp
    /// Full days since it was sent up.
    public var daysWaiting: Int
    /// Until when leadership decides; nil when it need not any more.
    public var due: Timestamp?
    public var light: TrafficLight?
    public var holder: UnitID?
    public var short: ShortDossier?
    public var dossier: Dossier?
    /// The rest of an urgent dossier is owed by then.
    public var dossierDue: Timestamp?
    public var ask: EscalationAsk?
    public var peopleAffected: Int?
    /// Cost of the recommended option.
    public var costVND: Int?
    public var proposal: DossierOption?
    public var legalBasis: String?
    public var risks: [Risk]
    /// The first of them; codes only.
    public var reports: [ReportLine]
    public var reportCount: Int
    public var decisions: [Decided]
    public var agendaItem: ReportLinks.Item?
    public var conclusion: ConclusionID?
    public var deferredUntil: Timestamp?
    /// `forward`, `return`, `decide`, `complete`.
    public var may: Set<String>
    public var version: Int64
}

public enum Escalations {
    static let shownReports = 50

    /// The leadership's inbox and what the City Office is gathering: open escalations, urgent first, then the oldest. Others see those of their unit.
    public static func inbox(
        state: EscalationState? = nil, openOnly: Bool = true, for caller: Caller, at now: Timestamp, law: ReportLaw, after: String? = nil, limit: Int = 50,
        in tx: borrowing Transaction
    ) throws -> Listing<EscalationView> {
        let limit = min(max(1, limit), Listing<EscalationView>.maxLimit)
        let standing = try ReportStanding.of(caller, in: tx)
        let who: SQL =
            if standing.readsAll { "1 = 1" } else if let unit = standing.unit {
                "(escalation.from_unit = \(unit.text) OR EXISTS (SELECT 1 FROM escalation_report e JOIN report_unit u ON u.report = e.report WHERE e.escalation = escalation.id AND u.unit = \(unit.text)))"
            } else { "1 = 0" }
        let ofState: SQL = state.map { "AND escalation.state = \($0.rawValue)" } ?? ""
        let open: SQL = openOnly ? "AND escalation.is_open = 1" : ""
        let rank: SQL = "CASE WHEN escalation.urgency = 'urgent' THEN 0 ELSE 1 END"
        let parts = (after ?? "").split(separator: "_", maxSplits: 2)
        let (r, at, id) = parts.count == 3 ? (Int64(parts[0]) ?? -1, Int64(parts[1]) ?? .min, String(parts[2])) : (-1, .min, "")
        let rows = try tx.rows(
            """
            SELECT \(EscalationRow.columns) FROM escalation
            WHERE \(who) \(ofState) \(open) AND (\(rank) > \(r) OR (\(rank) = \(r) AND (escalation.submitted_at > \(at) OR (escalation.submitted_at = \(at) AND escalation.id > \(id)))))
            ORDER BY \(rank), escalation.submitted_at, escalation.id LIMIT \(limit + 1)
            """
        ).map(EscalationRow.init)
        let items = try rows.prefix(limit).map { try view($0, for: caller, standing, at: now, law: law, in: tx) }
        let next = rows.count > limit ? items.last.map { "\($0.urgency == .urgent ? 0 : 1)_\($0.submittedAt.ms)_\($0.id)" } : nil
        return Listing(items: items, next: next)
    }

    /// - Throws: `not-found` also for what the caller may not know of.
    public static func escalation(_ id: EscalationID, for caller: Caller, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> EscalationView {
        let row = try EscalationRow.visible(id, to: caller, in: tx)
        return try view(row, for: caller, try ReportStanding.of(caller, in: tx), at: now, law: law, in: tx)
    }

    /// Escalations on an agenda item, for everyone who sees the meeting: tracking codes and dossiers, never who reported.
    public static func onItem(_ item: AgendaItemID, of meeting: MeetingID, for caller: Caller, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> [EscalationView] {
        guard try Agenda.items(of: meeting, for: caller, in: tx).contains(where: { $0.id == item }) else { throw Refusal(.notFound) }
        guard try Agenda.readsPapers(item, of: meeting, for: caller, in: tx) else { throw Refusal(.authForbidden, ["needs": "part"]) }
        let rows = try tx.rows(
            """
            SELECT \(EscalationRow.columns) FROM escalation WHERE (escalation.item = \(item.text) OR escalation.conclusion IN (SELECT id FROM conclusion WHERE item = \(item.text)))
            ORDER BY escalation.submitted_at, escalation.id LIMIT \(EscalationMoving.maxOnItem)
            """
        ).map(EscalationRow.init)
        let standing = try ReportStanding.of(caller, in: tx)
        return try rows.map { try view($0, for: caller, standing, at: now, law: law, in: tx) }
    }

    /// How many wait for leadership.
    public static func waiting(in tx: borrowing Transaction) throws -> Int { try tx.row("SELECT COUNT(*) AS n FROM escalation WHERE state = 'inbox'")!.int("n") }

    private static func view(_ row: EscalationRow, for caller: Caller, _ standing: ReportStanding, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> EscalationView {
        let value = row.value
        let ids = try EscalationMoving.reports(of: row.id, in: tx)
        let lines = try ids.prefix(shownReports).map { try Reports.line($0, standing: standing, at: now, in: tx) }
        let first = try ids.first.flatMap { try ReportRow.find($0, in: tx) }?.report
        let clock = value.state.isOpen ? first?.clocks.last { $0.kind == .leaderDecide && $0.isOpen } : nil
        let ask = row.dossier?.ask ?? row.short?.ask
        var risks: [EscalationView.Risk] = []
        if value.urgency == .urgent { risks.append(.urgent) }
        if clock?.isLate(at: now) == true { risks.append(.late) }
        if row.dossier?.reason == .recurring || (first?.round ?? 1) > 1 { risks.append(.repeated) }
        if first?.isCollective == true { risks.append(.collective) }
        let decided = try EscalationNotes.list(of: row.id, in: tx).map { note in
            EscalationView.Decided(decision: note.decision, deciderName: try note.decider.flatMap { try Accounts.account($0, in: tx) }?.name ?? "", at: note.at)
        }
        let item = try value.agendaItem.flatMap { id in
            try tx.row("SELECT i.id, i.title, m.id AS meeting, m.title AS meeting_title FROM agenda_item i JOIN meeting m ON m.id = i.meeting WHERE i.id = \(id.text)")
        }.map { found in
            ReportLinks.Item(id: found.id("id"), meeting: found.id("meeting"), meetingTitle: found.text("meeting_title"), title: found.text("title"), at: row.meetingAt)
        }
        var may: Set<String> = []
        if value.state == .gathering, standing.isOffice { may.formUnion(["forward", "return"]) }
        if value.state == .gathering || value.state == .inbox, standing.isLeader { may.insert("decide") }
        if value.dossierDue != nil, standing.unit == value.from { may.insert("complete") }
        return EscalationView(
            id: row.id, state: value.state, from: value.from, urgency: value.urgency, submittedAt: value.submittedAt,
            daysWaiting: max(0, Int((now.ms - value.submittedAt.ms) / 86_400_000)), due: clock?.due, light: clock.map { TrafficLight($0, at: now) }, holder: first?.holder,
            short: row.short, dossier: row.dossier, dossierDue: value.dossierDue, ask: ask, peopleAffected: row.dossier?.peopleAffected, costVND: row.dossier?.proposal?.costVND,
            proposal: row.dossier?.proposal, legalBasis: row.dossier?.legalBasis, risks: risks, reports: lines, reportCount: ids.count, decisions: decided, agendaItem: item,
            conclusion: value.conclusion, deferredUntil: value.deferredUntil, may: may, version: Int64(value.version))
    }
}

extension Reports {
    static func line(_ id: ReportID, standing: ReportStanding, at now: Timestamp, in tx: borrowing Transaction) throws -> ReportLine {
        try line(of: id, for: .clock, standing, at: now, in: tx)
    }
}
