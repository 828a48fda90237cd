public import Rules
import Store

/// How an escalation moves, and with it the reports it carries.
///
/// The first reports of an escalation move in the same transaction; what lies beyond `atOnce` is noted as errands that the clock carries out in order, so
/// that no command locks more than the door allows.
enum EscalationMoving {
    /// Reports of one escalation that move in the transaction of its step.
    static let atOnce = 40
    /// Most escalations that stand on one agenda item.
    static let maxOnItem = 10
    /// Reports that move at once where several escalations move together.
    static let atOnceTogether = 50

    /// What a step of escalations locks: they and their first reports.
    static func streams(of ids: [EscalationID], in tx: borrowing Transaction) throws -> [StreamID] {
        var streams: [StreamID] = ids.map { .escalation($0) }
        for (id, share) in shares(ids) { streams += try reports(of: id, in: tx).prefix(share).map { .report($0) } }
        return streams
    }

    /// How many reports of each move at once.
    private static func shares(_ ids: [EscalationID]) -> [(EscalationID, Int)] {
        ids.map { ($0, ids.count == 1 ? atOnce : max(1, atOnceTogether / ids.count)) }
    }

    static func reports(of id: EscalationID, in tx: borrowing Transaction) throws -> [ReportID] {
        try tx.rows("SELECT report FROM escalation_report WHERE escalation = \(id.text) ORDER BY number LIMIT \(Escalation.maximumReports)").map { $0.id("report") }
    }

    /// Takes a step: stores the escalation and moves its reports.
    /// - Parameters:
    ///   - together: how many escalations move in this transaction.
    static func take(_ step: Escalation.Step, of row: EscalationRow, as actor: ReportActor, together: Int = 1, decision: DecisionKind? = nil, _ act: Act, in tx: borrowing Transaction) throws {
        try store(step.escalation, in: tx)
        let fact = EscalationFact(
            escalation: row.id, state: step.escalation.state, decision: decision, item: step.escalation.agendaItem, conclusion: step.escalation.conclusion,
            reports: step.escalation.reports.count, version: step.escalation.version)
        try tx.record(.escalationMoved, in: row.stream, to: audience(of: row.value), fact, by: act)
        let share = together == 1 ? atOnce : max(1, atOnceTogether / together)
        for (index, report) in step.escalation.reports.enumerated() {
            if try index < share && !hasErrand(report, in: tx) {
                try move(report, of: row.id, by: step.fanOut, as: actor, act, in: tx)
            } else {
                try noteErrand(step.fanOut, for: report, of: row.id, act, in: tx)
            }
        }
    }

    /// Moves one report along; one that has gone its own way since (merged, taken elsewhere) is left where it is.
    static func move(_ report: ReportID, of escalation: EscalationID, by command: ReportCommand, as actor: ReportActor, _ act: Act, in tx: borrowing Transaction) throws {
        guard let row = try ReportRow.find(report, in: tx), row.report.escalation == escalation else { return }
        do {
            try ReportMoving.apply(command, to: report, as: actor, act, in: tx)
        } catch let refusal as Refusal where refusal.code == .reportWrongState {
            return
        }
    }

    static func store(_ value: Escalation, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE escalation SET value = \(try Canonical.encode(value)), version = \(value.version), state = \(value.state.rawValue), is_open = \(value.state.isOpen),
              item = \(value.agendaItem?.text), conclusion = \(value.conclusion?.text) WHERE id = \(value.id.text)
            """)
        if value.agendaItem == nil { try tx.execute("UPDATE escalation SET meeting = NULL, meeting_at = NULL WHERE id = \(value.id.text)") }
    }

    static func audience(of value: Escalation) -> Audience { Audience(.escalation(value.id)) }

    // MARK: Errands

    private static func hasErrand(_ report: ReportID, in tx: borrowing Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM escalation_errand WHERE report = \(report.text)")
    }

    static func noteErrand(_ command: ReportCommand, for report: ReportID, of escalation: EscalationID, _ act: Act, in tx: borrowing Transaction) throws {
        let last = try tx.row("SELECT COALESCE(MAX(seq), 0) AS n FROM escalation_errand WHERE report = \(report.text)")!.int("n")
        try tx.execute(
            """
            INSERT INTO escalation_errand (escalation, report, seq, command, at)
            VALUES (\(escalation.text), \(report.text), \(last + 1), \(try Canonical.encode(command)), \(act.at.ms))
            """)
    }

    // MARK: When the meeting did not conclude

    /// One escalation that stood on an item: back to the inbox, on to the next item, or waiting for the chair. Nothing, if it stands there no longer.
    static func end(_ id: EscalationID, _ ending: ReportCommand.AgendaEnding, next meeting: MeetingID? = nil, together: Int = 1, _ act: Act, in tx: borrowing Transaction) throws {
        let row = try EscalationRow.locked(id, in: tx)
        guard row.value.state == .onAgenda else { return }
        let step = try Refusal.told { () throws(ReportRefusal) in try row.value.agendaEnded(ending) }
        try take(step, of: row, as: .clock, together: together, act, in: tx)
        if let meeting, let at = ending.nextAt { try tx.execute("UPDATE escalation SET meeting = \(meeting.text), meeting_at = \(at.ms) WHERE id = \(id.text)") }
    }

    // MARK: A report that comes back to a matter that moved on

    /// A report that was parted from its master while its escalation was decided goes back to the unit that escalated it.
    static func catchUp(_ id: ReportID, _ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt? {
        let report = try ReportRow.locked(id, in: tx).report
        guard let escalation = try report.escalation.flatMap({ try EscalationRow.find($0, in: tx) })?.value else { return nil }
        let expected: EscalationState? =
            switch report.state {
            case .beyondAuthority: .gathering
            case .awaitingLeadership: .inbox
            case .onAgenda: .onAgenda
            default: nil
            }
        guard let expected, expected != escalation.state || (expected == .onAgenda && escalation.agendaItem != report.agendaItem) else { return nil }
        if report.state == .beyondAuthority { try ReportMoving.apply(.forward, to: id, as: .clock, act, in: tx) }
        if report.state == .onAgenda { try ReportMoving.apply(.agendaEnded(.init(reason: .itemRemoved)), to: id, as: .clock, act, in: tx) }
        let back = Decision(kind: .returnForMore, text: "Vụ việc đã được quyết định khi phản ánh này đang gộp vào phản ánh khác.")
        return try ReportMoving.apply(.decide(back), to: id, as: .clock, act, in: tx)
    }
}

/// A step of an escalation as it stands in the log.
struct EscalationFact: Codable, Sendable {
    var escalation: EscalationID
    var state: EscalationState
    var decision: DecisionKind?
    var item: AgendaItemID?
    var conclusion: ConclusionID?
    var reports: Int
    var version: Int
}

/// What a command on an escalation answers.
public struct EscalationReceipt: Codable, Sendable {
    public var id: EscalationID
    public var version: Int64
    public var state: EscalationState
    /// The item it stands on now.
    public var item: AgendaItemID?

    init(_ value: Escalation) {
        id = value.id
        version = Int64(value.version)
        state = value.state
        item = value.agendaItem
    }
}
