public import Rules
import Store

/// How a report moves: the one way in which its tables, its trail, its facts and the counts change together.
enum ReportMoving {
    /// Applies a command under the law of today and writes down everything that follows from it.
    /// - Parameters:
    ///   - note: what an official wrote for officials; stands with the first transition.
    ///   - actor: in whose roles; the caller's by default.
    @discardableResult
    static func apply(
        _ command: ReportCommand, to id: ReportID, as actor: ReportActor? = nil, note: String = "", _ act: Act, in tx: borrowing Transaction
    ) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        let actor = try actor ?? ReportStanding.actor(act.caller, for: row, in: tx)
        let law = try act.law()
        let step = try Refusal.told { () throws(ReportRefusal) in try row.report.applying(command, by: actor, at: act.at, under: law) }
        try write(step, before: row, note: note, act, in: tx)
        return ReportReceipt(id: id, code: step.report.code, version: Int64(step.report.version), state: step.report.state)
    }

    /// A first transition, for a report that has just been inserted.
    static func begin(_ step: ReportStep, act: Act, in tx: borrowing Transaction) throws {
        try write(step, before: try ReportRow.locked(step.report.id, in: tx), isNew: true, note: "", act, in: tx)
    }

    private static func write(_ step: ReportStep, before row: ReportRow, isNew: Bool = false, note: String, _ act: Act, in tx: borrowing Transaction) throws {
        let report = step.report
        var master = report.master == nil ? nil : row.master
        if let found = report.master, row.report.master != found { master = try root(of: found, in: tx) }
        let bucket = try bucket(of: report, master: master, in: tx)
        let standing = Columns(report)
        try tx.execute(
            """
            UPDATE report SET value = \(try Canonical.encode(report)), version = \(report.version), state = \(report.state.rawValue), bucket = \(bucket.rawValue),
              is_open = \(report.state.isOpen), holder = \(report.holder.text), handler = \(report.handler?.text), officer = \(report.officer?.text),
              category = \(report.category?.text), legal_kind = \(report.legalKind.rawValue), urgency = \(report.urgency.rawValue), place = \(report.place?.text),
              moved_at = \(act.at.ms), due = \(standing.due), remind_at = \(standing.remindAt), wakes_at = \(report.wakesAt?.ms), escalation = \(report.escalation?.text),
              master = \(master?.text) WHERE id = \(report.id.text)
            """)
        try count(report.id, from: isNew ? nil : row.bucket, to: bucket, in: tx)
        try noteUnits(of: step, in: tx)
        try Ratings.note(of: report, before: row.report, in: tx)
        for (index, transition) in step.transitions.enumerated() {
            try noteHop(transition, of: report, note: index == 0 ? note : "", in: tx)
            let fact = ReportFact(report: report.id, code: report.code, transition: transition, bucket: bucket, holder: report.holder, due: report.standing?.due, version: report.version)
            let isTold = if case .tell = transition.notice { true } else { false }
            try tx.record(.reportMoved, in: row.stream, to: isTold ? Audience(.report(report.id), .reporter(report.id)) : Audience(.report(report.id)), fact, by: act)
        }
        for prompt in step.prompts { try follow(prompt, row, act, in: tx) }
    }

    // MARK: What follows

    private static func follow(_ prompt: ReportPrompt, _ row: ReportRow, _ act: Act, in tx: borrowing Transaction) throws {
        switch prompt {
        case .purgePublicStore:
            try tx.execute("UPDATE report SET public_text = '', address = '', hidden = 1 WHERE id = \(row.id.text)")
            try tx.execute("UPDATE report_file SET is_public = 0 WHERE report = \(row.id.text)")
        case .draftAnswer(let handler, let publicText):
            try tx.execute("UPDATE report SET answer_asked_at = \(act.at.ms), answer_hint = \(publicText ?? "") WHERE id = \(row.id.text)")
            guard let handler else { return }
            try tx.record(.reportPrompted, in: row.stream, to: Audience(.unit(handler), .report(row.id)), PromptFact(report: row.id, prompt: "answer", unit: handler), by: act)
        case .repointDuplicates(let master):
            // Those that hung on this one hang on its master now, and are in its bucket.
            let top = try root(of: master, in: tx)
            let bucket = try tx.row("SELECT bucket FROM report WHERE id = \(top.text)")!.text("bucket")
            for child in try tx.rows("SELECT id, bucket FROM report WHERE master = \(row.id.text) ORDER BY id LIMIT \(Cabinet.maxDuplicates)") {
                try tx.execute("UPDATE report SET master = \(top.text), bucket = \(bucket) WHERE id = \(child.text("id"))")
                try shift(1, from: child.text("bucket"), to: bucket, in: tx)
            }
        case .alarm(let clock, let level, let owner, let unit):
            let fact = PromptFact(report: row.id, prompt: "late", unit: unit, clock: clock, level: level.rawValue, owner: owner)
            try tx.record(.reportPrompted, in: row.stream, to: Audience(.unit(unit), .report(row.id)), fact, by: act)
        case .dueMoved(let clock, let before, let after):
            let fact = PromptFact(report: row.id, prompt: "due-moved", unit: row.report.holder, clock: clock, before: before.ms, after: after.ms)
            try tx.record(.reportPrompted, in: row.stream, to: Audience(.report(row.id)), fact, by: act)
        }
    }

    private static func noteHop(_ transition: ReportTransition, of report: Report, note: String, in tx: borrowing Transaction) throws {
        let hop = transition.hop
        try tx.execute(
            """
            INSERT INTO report_hop (report, seq, kind, from_state, to_state, from_unit, to_unit, actor, reason, rule, at, holder, due, notice, note)
            VALUES (\(report.id.text), \(hop.seq), \(hop.kind.rawValue), \(transition.from?.rawValue), \(transition.to.rawValue), \(hop.from?.text), \(hop.to?.text),
              \(hop.actor?.text), \(hop.reason), \(hop.rule?.text), \(hop.at.ms), \(report.holder.text), \(report.standing?.due.ms),
              \(try Canonical.encode(transition.notice)), \(note))
            """)
    }

    private static func noteUnits(of step: ReportStep, in tx: borrowing Transaction) throws {
        let report = step.report
        var active: Set<UnitID> = report.state.isOpen ? [report.holder] : []
        active.formUnion(report.subRequests.filter { $0.endedAt == nil && report.state.isOpen }.map(\.unit))
        active.formUnion(report.clocks.filter { $0.isOpen && $0.kind == .dossier }.map(\.owner))
        let touched = active.union(step.hops.flatMap { [$0.from, $0.to] }.compactMap { $0 }).union([report.handler].compactMap { $0 })
        try tx.execute("UPDATE report_unit SET active = 0 WHERE report = \(report.id.text)")
        for unit in touched.sorted() {
            try tx.execute(
                """
                INSERT INTO report_unit (report, unit, active) VALUES (\(report.id.text), \(unit.text), \(active.contains(unit)))
                ON CONFLICT (report, unit) DO UPDATE SET active = excluded.active
                """)
        }
    }

    // MARK: Buckets

    static func root(of id: ReportID, in tx: borrowing Transaction) throws -> ReportID {
        try tx.row("SELECT master FROM report WHERE id = \(id.text)")?.optionalID("master") ?? id
    }

    private static func bucket(of report: Report, master: ReportID?, in tx: borrowing Transaction) throws -> Bucket {
        let state = try master.flatMap { try tx.row("SELECT state FROM report WHERE id = \($0.text)") }.map { $0.choice("state", ReportState.self) }
        return report.bucket(master: state) ?? .waiting
    }

    /// Duplicates go with their master.
    private static func count(_ id: ReportID, from: Bucket?, to: Bucket, in tx: borrowing Transaction) throws {
        guard from != to else { return }
        try shift(1, from: from?.rawValue, to: to.rawValue, in: tx)
        guard from != nil else { return }
        for child in try tx.rows("SELECT bucket, COUNT(*) AS n FROM report WHERE master = \(id.text) GROUP BY bucket ORDER BY bucket LIMIT 4") {
            try shift(child.int("n"), from: child.text("bucket"), to: to.rawValue, in: tx)
        }
        try tx.execute("UPDATE report SET bucket = \(to.rawValue) WHERE master = \(id.text)")
    }

    private static func shift(_ n: Int, from: String?, to: String, in tx: borrowing Transaction) throws {
        if let from { try tx.execute("UPDATE report_count SET n = n - \(n) WHERE bucket = \(from)") }
        try tx.execute("UPDATE report_count SET n = n + \(n) WHERE bucket = \(to)")
    }

    /// What is sorted and searched by, from the clock of the state.
    struct Columns {
        /// For what is owed nothing, the end of time: a queue by due instant shows it last.
        var due: Int64
        /// From when it is due soon; the end of time while its clock stands still.
        var remindAt: Int64

        init(_ report: Report) {
            let clock = report.currentClock
            due = clock?.due.ms ?? .max
            if let clock, !clock.isPaused {
                remindAt = clock.rung == nil ? clock.nextAlarm?.ms ?? clock.due.ms : clock.startedAt.ms
            } else {
                remindAt = .max
            }
        }
    }
}

/// What a command on a report answers.
public struct ReportReceipt: Codable, Sendable {
    public var id: ReportID
    public var code: TrackingCode
    public var version: Int64
    public var state: ReportState
}

/// A transition as it stands in the log: ids and codes, nothing anybody wrote.
struct ReportFact: Codable, Sendable {
    var report: ReportID
    var code: TrackingCode
    var hop: Int
    var kind: HopKind
    var from: ReportState?
    var to: ReportState
    var bucket: Bucket
    var fromUnit: UnitID?
    var toUnit: UnitID?
    var holder: UnitID
    var due: Int64?
    var reason: String?
    var rule: CompetenceRuleID?
    /// Code of the sentence the citizen reads; nil when he is told nothing.
    var told: CitizenMessage.Code?
    /// The report's version after the command.
    var version: Int

    init(report: ReportID, code: TrackingCode, transition: ReportTransition, bucket: Bucket, holder: UnitID, due: Timestamp?, version: Int) {
        self.report = report
        self.code = code
        hop = transition.hop.seq
        kind = transition.hop.kind
        from = transition.from
        to = transition.to
        self.bucket = bucket
        fromUnit = transition.hop.from
        toUnit = transition.hop.to
        self.holder = holder
        self.due = due?.ms
        reason = transition.hop.reason
        rule = transition.hop.rule
        if case .tell(let message) = transition.notice { told = message.code }
        self.version = version
    }
}

/// Somebody has to look: an answer is asked for, a clock rang, a due instant moved.
struct PromptFact: Codable, Sendable {
    var report: ReportID
    var prompt: String
    var unit: UnitID
    var clock: ClockKind?
    var level: Int?
    var owner: UnitID?
    var before: Int64?
    var after: Int64?
}
