public import Rules
public import Store

/// A task of a conclusion is done, with its result; the last one of a conclusion asks the handler of each report for the answer (invariant iv).
///
/// Who: officers of the lead unit, the body's secretary, the presiding person. Refuses `task.wrong-state`.
public struct CloseActionItem: Command {
    public struct Receipt: Codable, Sendable {
        public var id: ActionItemID
        public var version: Int64
    }
    public static let name: CommandName = "task.close"
    static let maxEvidence = 20

    public var id: ActionItemID
    public var result: String
    /// Files of the reports, or papers of the meeting.
    public var evidence: [DocumentID]

    public init(id: ActionItemID, result: String, evidence: [DocumentID] = []) {
        self.id = id
        self.result = result
        self.evidence = evidence
    }

    private func escalations(in tx: borrowing Transaction) throws -> [EscalationID] {
        try tx.rows(
            "SELECT escalation.id FROM escalation JOIN action_item a ON a.conclusion = escalation.conclusion WHERE a.id = \(id.text) ORDER BY escalation.id LIMIT \(EscalationMoving.maxOnItem)"
        ).map { $0.id("id") }
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        guard let row = try tx.row("SELECT meeting FROM action_item WHERE id = \(id.text)") else { throw Refusal(.notFound) }
        return try [.meeting(row.id("meeting"))] + EscalationMoving.streams(of: escalations(in: tx), in: tx)
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let task = try ActionItems.visible(id, to: caller, in: tx)
        if try ReportStanding.of(caller, in: tx).unit == task.leadUnit { return }
        guard let meeting = try MeetingRow.find(task.meeting, in: tx), try Standing.canSee(meeting, caller, in: tx) else { throw Refusal(.authForbidden, ["needs": "lead-unit"]) }
        try Standing.requireConduct(meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try tx.row("SELECT action_item.state, action_item.meeting, action_item.conclusion, conclusion.item, conclusion.public_text, conclusion.released_at FROM action_item JOIN conclusion ON conclusion.id = action_item.conclusion WHERE action_item.id = \(id.text)")!
        guard row.text("state") == "open" else { throw Refusal(.taskWrongState, ["action": "close", "state": row.text("state")]) }
        let result = try Text.checked(result, at: "/result", limit: Text.proseLength)
        guard evidence.count <= Self.maxEvidence else { throw Refusal.invalid("/evidence", "field.too-many", ["limit": "\(Self.maxEvidence)"]) }
        let ids = try escalations(in: tx)
        for (index, file) in evidence.enumerated() { try require(file, of: ids, meeting: row.id("meeting"), at: "/evidence/\(index)", in: tx) }
        try tx.execute(
            """
            UPDATE action_item SET state = 'done', result = \(result), evidence = \(try Canonical.encode(evidence)), done_at = \(act.at.ms), done_by = \(act.caller.actor),
              version = version + 1 WHERE id = \(id.text)
            """)
        let publicText = row.optionalInteger("released_at") == nil || row.text("public_text").isEmpty ? nil : row.text("public_text")
        let command = ReportCommand.closeTask(id, publicText: publicText)
        let share = ids.count <= 1 ? EscalationMoving.atOnce : max(1, EscalationMoving.atOnceTogether / ids.count)
        for escalation in ids {
            for (index, report) in try EscalationMoving.reports(of: escalation, in: tx).enumerated() {
                if index < share {
                    guard let found = try ReportRow.find(report, in: tx), found.report.openTasks.contains(id) else { continue }
                    try ReportMoving.apply(command, to: report, as: .clock, act, in: tx)
                } else {
                    try EscalationMoving.noteErrand(command, for: report, of: escalation, act, in: tx)
                }
            }
        }
        try ChainCheck.requireWhole(around: row.id("item"), act, in: tx)
        let meeting: MeetingID = row.id("meeting")
        try tx.record(.taskClosed, in: .meeting(meeting), to: .of(row.id("item"), in: meeting), TaskFact(meeting: meeting, task: id, conclusion: row.id("conclusion")), by: act)
        return Receipt(id: id, version: try tx.row("SELECT version FROM action_item WHERE id = \(id.text)")!.integer("version"))
    }

    private func require(_ file: DocumentID, of escalations: [EscalationID], meeting: MeetingID, at pointer: String, in tx: borrowing Transaction) throws {
        let isOfReport = try tx.exists(
            """
            SELECT 1 FROM report_file f JOIN escalation_report e ON e.report = f.report WHERE f.id = \(file.text) AND e.escalation IN \(list: escalations.map(\.text)) LIMIT 1
            """)
        if try isOfReport || tx.exists("SELECT 1 FROM document WHERE id = \(file.text) AND meeting = \(meeting.text)") { return }
        throw Refusal.invalid(pointer, "report.no-such-file")
    }
}

struct TaskFact: Codable, Sendable {
    var meeting: MeetingID
    var task: ActionItemID
    var conclusion: ConclusionID
}
