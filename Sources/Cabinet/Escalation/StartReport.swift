public import Rules
public import Store

/// T5: an officer takes a report up, or names another of his unit; also what leadership directed or a meeting concluded. Who: officers of the unit that
/// holds it.
public struct StartReport: Command {
    public static let name: CommandName = "report.start"
    public var id: ReportID
    /// Nil: the caller himself.
    public var officer: UserID?

    public init(id: ReportID, officer: UserID? = nil) {
        self.id = id
        self.officer = officer
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        guard let officer = officer ?? act.caller.person?.id else { throw Refusal(.reportForbidden, ["action": "start", "unit": row.report.holder.text]) }
        let actor = try ReportStanding.actor(act.caller, for: row, in: tx)
        // Who may not start it is told so first, whoever he names.
        if actor.roles.contains(where: { $0 == .officer(row.report.holder) || $0 == .head(row.report.holder) }), officer != act.caller.person?.id,
            try !tx.exists("SELECT 1 FROM account WHERE id = \(officer.text) AND unit = \(row.report.holder.text) AND disabled = 0 AND (role = 'officer' OR head = 1)")
        {
            throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: "/officer", reason: "report.not-of-the-unit")]))
        }
        return try ReportMoving.apply(.start(officer), to: id, as: actor, act, in: tx)
    }
}
