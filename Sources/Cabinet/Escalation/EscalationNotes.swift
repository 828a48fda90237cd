import Rules
import Store

/// The words of decisions: kept beside the escalation, never in the log.
enum EscalationNotes {
    static let max = 200

    static func keep(_ decision: Decision, of id: EscalationID, _ act: Act, in tx: borrowing Transaction) throws {
        let last = try tx.row("SELECT COALESCE(MAX(seq), 0) AS n FROM escalation_decision WHERE escalation = \(id.text)")!.int("n")
        try tx.execute(
            """
            INSERT INTO escalation_decision (escalation, seq, decider, body, at)
            VALUES (\(id.text), \(last + 1), \(act.caller.person?.id.text ?? ""), \(try Canonical.encode(decision)), \(act.at.ms))
            """)
    }

    static func list(of id: EscalationID, in tx: borrowing Transaction) throws -> [(decision: Decision, decider: UserID?, at: Timestamp)] {
        try tx.rows("SELECT decider, body, at FROM escalation_decision WHERE escalation = \(id.text) ORDER BY seq LIMIT \(max)").map {
            (try Canonical.decode(Decision.self, from: $0.text("body")), UserID($0.text("decider")), $0.time("at"))
        }
    }
}
