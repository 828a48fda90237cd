import Foundation
public import Rules
public import Store

/// Reports as desks, screens and the public see them.
public enum Reports {
    /// Longest beginning of a text in a list, in characters.
    static let excerptLength = 140
    /// Most steps of one report's way that are told.
    static let maxHops = 1000

    // MARK: Lists

    /// Reports the caller may see.
    /// - Parameter after: opaque cursor of the page before.
    public static func list(
        _ filter: ReportFilter = .init(), for caller: Caller, at now: Timestamp, after: String? = nil, limit: Int = 50, in tx: borrowing Transaction
    ) throws -> Listing<ReportLine> {
        let limit = min(max(1, limit), Listing<ReportLine>.maxLimit)
        let standing = try ReportStanding.of(caller, in: tx)
        let isByDue = filter.order == .due
        let cursor = Cursor(after, isByDue: isByDue)
        let beyond: SQL =
            isByDue
            ? "(report.due > \(cursor.at) OR (report.due = \(cursor.at) AND report.id > \(cursor.id)))"
            : "(report.received_at < \(cursor.at) OR (report.received_at = \(cursor.at) AND report.id < \(cursor.id)))"
        let order: SQL = isByDue ? "report.due, report.id" : "report.received_at DESC, report.id DESC"
        let rows = try tx.rows(
            """
            SELECT \(lineColumns) FROM report LEFT JOIN account o ON o.id = report.officer
              LEFT JOIN report_hold h ON h.report = report.id AND h.until > \(now.ms) AND h.account <> \(caller.person?.id.text ?? "") LEFT JOIN account ha ON ha.id = h.account
            WHERE \(ReportStanding.visible(to: caller, standing)) AND \(filter.condition(at: now)) AND \(beyond) ORDER BY \(order) LIMIT \(limit + 1)
            """)
        let items = try rows.prefix(limit).map { try line($0, for: standing, at: now, in: tx) }
        let next = rows.count > limit ? rows[limit - 1] : nil
        return Listing(items: items, next: next.map { "\($0.integer(isByDue ? "due" : "received_at"))_\($0.text("id"))" })
    }

    /// How many of a list there are, by light.
    public static func counts(_ filter: ReportFilter, for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> (all: Int, late: Int, soon: Int) {
        let standing = try ReportStanding.of(caller, in: tx)
        let row = try tx.row(
            """
            SELECT COUNT(*) AS n, SUM(CASE WHEN report.is_open = 1 AND report.due < \(now.ms) THEN 1 ELSE 0 END) AS late,
              SUM(CASE WHEN report.is_open = 1 AND report.due >= \(now.ms) AND report.remind_at <= \(now.ms) THEN 1 ELSE 0 END) AS soon
            FROM report WHERE \(ReportStanding.visible(to: caller, standing)) AND \(filter.condition(at: now))
            """)!
        return (row.int("n"), row.optionalInt("late") ?? 0, row.optionalInt("soon") ?? 0)
    }

    /// The four public states over all reports; the sum is what was received.
    public static func buckets(in tx: borrowing Transaction) throws -> BucketCount {
        var count = BucketCount()
        for row in try tx.rows("SELECT bucket, n FROM report_count ORDER BY bucket LIMIT 4") { count[row.choice("bucket")] = row.int("n") }
        return count
    }

    /// The four public states of what a unit holds or held last.
    public static func buckets(of unit: UnitID, in tx: borrowing Transaction) throws -> BucketCount {
        var count = BucketCount()
        for row in try tx.rows("SELECT bucket, COUNT(*) AS n FROM report WHERE holder = \(unit.text) GROUP BY bucket ORDER BY bucket LIMIT 4") {
            count[row.choice("bucket")] = row.int("n")
        }
        return count
    }

    // MARK: One report

    /// - Throws: `not-found` also for what the caller may not know of.
    public static func report(_ id: ReportID, for caller: Caller, at now: Timestamp, law: ReportLaw, vault: Vault, in tx: borrowing Transaction) throws -> ReportView {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        let standing = try ReportStanding.of(caller, in: tx)
        let grants = try ReportStanding.grants(of: caller, for: row, in: tx)
        let isFull = grants.contains(.report(id))
        let isOwn = grants.contains(.reporter(id)) && !isFull
        let handles = ReportStanding.handles(row, standing)
        let original = handles || standing.isLeader || isOwn ? try vault.open(row.original, in: tx) : nil
        // Whoever else opens it leaves a trace (`OpenContact`).
        let isShown = try isOwn || (handles && ContactAccesses.isOpen(id, for: caller, at: now, in: tx))
        let contact = try isShown ? row.contact.flatMap { try vault.open($0, in: tx) }.map { try Canonical.decode(ReporterContact.self, from: $0) } : nil
        let draft = try caller.person.flatMap { try tx.row("SELECT body, at FROM answer_draft WHERE report = \(id.text) AND account = \($0.id.text)") }
        let actor = try ReportStanding.actor(caller, for: row, in: tx)
        return ReportView(
            report: row.report, bucket: row.bucket, line: try line(of: id, for: caller, standing, at: now, in: tx), text: original ?? row.publicText, publicText: row.publicText,
            isMasked: original == nil, address: handles || isOwn ? row.address : PublicText.maskingAddress(row.address), point: point(row, exact: handles || isOwn), contact: contact,
            hasContact: row.contact != nil, mayOpenContact: handles && !isShown && row.contact != nil, files: try ReportFiles.list(of: id, publicOnly: !isFull, own: isOwn, in: tx),
            words: handles || isOwn ? try ReportWords.list(of: id, vault: vault, in: tx) : [], duplicates: try duplicates(of: id, in: tx),
            masterCode: try row.master.flatMap { try code(of: $0, in: tx) }, links: try links(of: row.report, in: tx), answer: isFull ? row.answer : nil,
            publicAnswer: row.publicAnswer, answerHint: row.answerAskedAt == nil || !isFull ? nil : row.answerHint,
            draft: try draft.map { try Canonical.decode(AnswerDraft.self, from: $0.text("body")) }, draftSavedAt: draft?.time("at"),
            may: ReportMay.verbs(row.report, by: actor, at: now, under: law, isReception: standing.isReception), standing: standing, version: Int64(row.report.version))
    }

    /// The id behind a tracking code or an id, if the caller may see the report.
    public static func find(_ text: String, for caller: Caller, in tx: borrowing Transaction) throws -> ReportID {
        if let code = TrackingCode(text), let row = try ReportRow.find(code: code, in: tx) { return try ReportRow.visible(row.id, to: caller, in: tx).id }
        guard let id = ReportID(text) else { throw Refusal(.notFound) }
        return try ReportRow.visible(id, to: caller, in: tx).id
    }

    /// The whole way of a report; for who only submitted it, the public part.
    public static func timeline(of id: ReportID, for caller: Caller, in tx: borrowing Transaction) throws -> [TimelineEntry] {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        let isFull = try ReportStanding.grants(of: caller, for: row, in: tx).contains(.report(id))
        return try timeline(of: id, publicOnly: !isFull, in: tx)
    }

    /// What the caller holds of the stream `report:ID`; nil for one he may not know of.
    public static func pushAccess(_ id: ReportID, for caller: Caller, in tx: borrowing Transaction) throws -> Set<Grant>? {
        guard let row = try ReportRow.find(id, in: tx) else { return nil }
        let grants = try ReportStanding.grants(of: caller, for: row, in: tx)
        return grants.isEmpty ? nil : grants
    }

    /// Whether a code was given out.
    public static func isKnown(_ code: TrackingCode, in tx: borrowing Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM report WHERE code = \(code.description)")
    }

    // MARK: The public part

    /// What anybody may see under a tracking code. Refuses `not-found` alike for a code that is wrong and one that is not given out.
    public static func publicReport(_ code: TrackingCode, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> PublicReport {
        guard let row = try ReportRow.find(code: code, in: tx) else { throw Refusal(.notFound) }
        return try publicReport(row, at: now, law: law, in: tx)
    }

    /// What who submitted it may see and do: the holder of the private link, or the account.
    public static func ownReport(_ id: ReportID, for caller: Caller, at now: Timestamp, law: ReportLaw, vault: Vault, in tx: borrowing Transaction) throws -> PublicReport {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        var found = try publicReport(row, at: now, law: law, in: tx)
        guard try ReportStanding.grants(of: caller, for: row, in: tx).contains(.reporter(id)) else { return found }
        found.text = try vault.open(row.original, in: tx) ?? row.publicText
        found.address = row.address
        found.point = point(row, exact: true)
        found.files = try ReportFiles.list(of: id, publicOnly: true, own: true, in: tx)
        found.words = try ReportWords.list(of: id, vault: vault, in: tx)
        let actor = ReportActor(person: caller.person?.id, roles: [.reporter])
        found.may = ReportMay.verbs(row.report, by: actor, at: now, under: law, isReception: false)
        return found
    }

    /// The report whose private link this is.
    /// - Parameter hash: SHA-256 of the secret in the link.
    public static func linked(_ hash: [UInt8], code: TrackingCode, in tx: borrowing Transaction) throws -> ReportID? {
        guard let row = try ReportRow.find(code: code, in: tx), let known = row.linkHash, known.count == hash.count else { return nil }
        return zip(known, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 ? row.id : nil
    }

    /// Open reports that may be the same thing: same place and field, not long ago, near or alike in words. At most five, the likest first.
    public static func alike(text: String, category: CategoryID?, place: UnitID?, point: MapPoint?, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> [PublicReport] {
        guard let place else { return [] }
        let found = category.flatMap { law.categories[$0] }
        let since = now.ms - Int64(found?.duplicateDays ?? 30) * 86_400_000
        let field: SQL = category.map { "AND report.category = \($0.text)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT \(ReportRow.columns) FROM report WHERE report.place = \(place.text) AND report.received_at >= \(since) AND report.is_open = 1 AND report.hidden = 0 \(field)
            ORDER BY report.received_at DESC, report.id LIMIT 200
            """
        ).map(ReportRow.init)
        let wanted = Shingles(text)
        let scored = rows.compactMap { row -> (row: ReportRow, score: Int)? in
            let likeness = wanted.likeness(to: Shingles(row.publicText))
            if let point, let there = Self.point(row, exact: true) {
                let metres = point.metres(to: there)
                guard metres <= (found?.duplicateRadiusM ?? 50) else { return likeness >= 50 ? (row, likeness) : nil }
                return (row, likeness + 100)
            }
            return likeness >= 20 ? (row, likeness) : nil
        }
        return try scored.sorted { ($1.score, $0.row.id) < ($0.score, $1.row.id) }.prefix(5).map { try publicReport($0.row, at: now, law: law, in: tx) }
    }

    // MARK: Parts

    private static func publicReport(_ row: ReportRow, at now: Timestamp, law: ReportLaw, in tx: borrowing Transaction) throws -> PublicReport {
        let report = row.report
        let clock = report.currentClock
        let isAnswered = report.answeredAt != nil
        let timeline = try timeline(of: row.id, publicOnly: true, in: tx)
        let conclusion = try report.conclusion.flatMap { try tx.row("SELECT public_text FROM conclusion WHERE id = \($0.text) AND released_at IS NOT NULL") }?.text("public_text")
        return PublicReport(
            id: row.id, code: report.code, state: report.state, bucket: row.bucket, urgency: report.urgency, category: report.category, place: report.place, holder: report.holder,
            text: row.isHidden ? PublicText.cover : row.publicText, address: row.isHidden ? "" : PublicText.maskingAddress(row.address), point: point(row, exact: false),
            receivedAt: report.receivedAt, due: clock?.due, isLate: clock?.isLate(at: now) ?? false, outcome: report.outcome, answer: isAnswered ? row.publicAnswer : nil,
            answeredAt: report.answeredAt, files: try ReportFiles.list(of: row.id, publicOnly: true, in: tx), timeline: timeline,
            masterCode: try row.master.flatMap { try code(of: $0, in: tx) }, rating: report.rating, ratingReasons: report.ratingReasons, plannedFor: isAnswered ? row.answer?.plannedFor : nil, clock: clock, conclusion: conclusion, version: Int64(report.version), may: [], words: [],
            question: report.state == .awaitingInformation ? timeline.last { $0.kind == .question }?.told?.text : nil)
    }

    private static func timeline(of id: ReportID, publicOnly: Bool, in tx: borrowing Transaction) throws -> [TimelineEntry] {
        try tx.rows(
            """
            SELECT hop.seq, hop.kind, hop.from_state, hop.to_state, hop.from_unit, hop.to_unit, hop.reason, hop.rule, hop.at, hop.holder, hop.due, hop.notice, hop.note, account.name
            FROM report_hop hop LEFT JOIN account ON account.id = hop.actor WHERE hop.report = \(id.text) ORDER BY hop.seq LIMIT \(maxHops)
            """
        ).compactMap { row in
            let notice = try Canonical.decode(CitizenNotice.self, from: row.text("notice"))
            var told: CitizenMessage?
            var silence: CitizenNotice.Silence?
            switch notice {
            case .tell(let message): told = message
            case .silent(let why): silence = why
            }
            if publicOnly, told == nil { return nil }
            return TimelineEntry(
                seq: row.int("seq"), kind: row.choice("kind"), from: row.optionalText("from_state").flatMap(ReportState.init(rawValue:)), to: row.choice("to_state"),
                fromUnit: row.optionalID("from_unit"), toUnit: row.optionalID("to_unit"), holder: row.id("holder"), due: row.optionalTime("due"), at: row.time("at"),
                actor: publicOnly ? nil : row.optionalText("name"), reason: publicOnly ? nil : row.optionalText("reason"), rule: publicOnly ? nil : row.optionalID("rule"), told: told,
                silence: publicOnly ? nil : silence, note: publicOnly ? nil : row.optionalText("note").flatMap { $0.isEmpty ? nil : $0 })
        }
    }

    private static let lineColumns: SQL = """
        report.id, report.value, report.bucket, report.address, report.public_text, report.hidden, report.received_at, report.due, report.answer_asked_at, o.name AS officer_name,
        ha.name AS held_by, (SELECT COUNT(*) FROM report_file f WHERE f.report = report.id AND f.kind = 'photo') AS photos
        """

    static func line(of id: ReportID, for caller: Caller, _ standing: ReportStanding, at now: Timestamp, in tx: borrowing Transaction) throws -> ReportLine {
        let row = try tx.row(
            """
            SELECT \(lineColumns) FROM report LEFT JOIN account o ON o.id = report.officer
              LEFT JOIN report_hold h ON h.report = report.id AND h.until > \(now.ms) AND h.account <> \(caller.person?.id.text ?? "") LEFT JOIN account ha ON ha.id = h.account
            WHERE report.id = \(id.text)
            """)
        guard let row else { throw Refusal(.notFound) }
        return try line(row, for: standing, at: now, in: tx)
    }

    private static func line(_ row: Row, for standing: ReportStanding, at now: Timestamp, in tx: borrowing Transaction) throws -> ReportLine {
        let report = try Canonical.decode(Report.self, from: row.text("value"))
        let text = row.bool("hidden") ? PublicText.cover : row.text("public_text")
        let isConsulted = standing.unit != nil && standing.unit != report.holder && report.subRequests.contains { $0.unit == standing.unit && $0.endedAt == nil }
        // Whose part is asked for works by the clock of that part.
        let own = isConsulted ? report.clocks.first { $0.kind == .coordinate && $0.isOpen && $0.owner == standing.unit } : nil
        let clock = own ?? report.currentClock
        return ReportLine(
            id: report.id, code: report.code, state: report.state, bucket: row.choice("bucket"), urgency: report.urgency, category: report.category, place: report.place,
            holder: report.holder, officer: report.officer, officerName: row.optionalText("officer_name"),
            excerpt: text.count > excerptLength ? text.prefix(excerptLength) + "…" : text, address: PublicText.maskingAddress(row.text("address")), receivedAt: report.receivedAt,
            due: clock?.due, light: clock.map { TrafficLight($0, at: now) }, clock: clock?.kind, photos: row.int("photos"), version: Int64(report.version),
            heldBy: row.optionalText("held_by"), isConsulted: isConsulted, answerAsked: row.optionalInteger("answer_asked_at") != nil && report.state.isOpen)
    }

    private static func point(_ row: ReportRow, exact: Bool) -> MapPoint? {
        guard let latitude = row.latitudeE7, let longitude = row.longitudeE7, exact || !row.isHidden else { return nil }
        let point = MapPoint(latitudeE7: latitude, longitudeE7: longitude)
        return exact ? point : point.rounded
    }

    private static func code(of id: ReportID, in tx: borrowing Transaction) throws -> TrackingCode? {
        try tx.row("SELECT code FROM report WHERE id = \(id.text)").flatMap { TrackingCode($0.text("code")) }
    }

    private static func duplicates(of id: ReportID, in tx: borrowing Transaction) throws -> [TrackingCode] {
        try tx.rows("SELECT code FROM report WHERE master = \(id.text) ORDER BY received_at, id LIMIT 200").compactMap { TrackingCode($0.text("code")) }
    }

    private static func links(of report: Report, in tx: borrowing Transaction) throws -> ReportLinks {
        let escalation = try report.escalation.flatMap { try EscalationRow.find($0, in: tx) }
        // An item is linked while the report stands on it, and after its conclusion.
        let concluded = try report.conclusion.flatMap { try tx.row("SELECT item FROM conclusion WHERE id = \($0.text)") }?.id("item", OfAgendaItem.self)
        let id = report.agendaItem ?? concluded
        let item = try id.flatMap { id in
            try tx.row("SELECT i.id, i.title, m.id AS meeting, m.title AS meeting_title FROM agenda_item i JOIN meeting m ON m.id = i.meeting WHERE i.id = \(id.text)")
        }.map { row in
            ReportLinks.Item(id: row.id("id"), meeting: row.id("meeting"), meetingTitle: row.text("meeting_title"), title: row.text("title"), at: escalation?.meetingAt)
        }
        let polls = try id.map { id in try tx.rows("SELECT id FROM poll WHERE item = \(id.text) ORDER BY created_at, id LIMIT 100").map { $0.id("id", OfPoll.self) } } ?? []
        let tasks = try report.conclusion.map { try ActionItems.list(of: $0, in: tx) } ?? []
        return ReportLinks(escalation: report.escalation, agendaItem: item, polls: polls, conclusion: report.conclusion, actionItems: tasks)
    }

    private struct Cursor {
        var at: Int64
        var id: String
        init(_ text: String?, isByDue: Bool) {
            let parts = (text ?? "").split(separator: "_", maxSplits: 1)
            if parts.count == 2, let at = Int64(parts[0]) {
                self.at = at
                id = String(parts[1])
            } else {
                at = isByDue ? .min : .max
                id = isByDue ? "" : "~"
            }
        }
    }
}
