public import Rules
public import Store

/// Carries out for one report what a step of its escalation left for later; in order, each once. Who: the clock.
public struct RunErrand: Command {
    public static let name: CommandName = "escalation.errand"
    public var report: ReportID
    public init(report: ReportID) { self.report = report }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(report)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard let row = try tx.row("SELECT escalation, seq, command FROM escalation_errand WHERE report = \(report.text) ORDER BY seq LIMIT 1") else { return Done(seq: 0) }
        let command = try Canonical.decode(ReportCommand.self, from: row.text("command"))
        try tx.execute("DELETE FROM escalation_errand WHERE report = \(report.text) AND seq = \(row.int("seq"))")
        do {
            if case .escalate = command {
                try ReportMoving.apply(command, to: report, as: .clock, act, in: tx)
            } else {
                try EscalationMoving.move(report, of: row.id("escalation"), by: command, as: .clock, act, in: tx)
            }
        } catch let refusal as Refusal where [.reportWrongState, .reportIncomplete].contains(refusal.code) {
            // The report has gone its own way since; there is nothing left to do for it.
            return Done(seq: 0)
        }
        return Done(seq: 1)
    }
}
