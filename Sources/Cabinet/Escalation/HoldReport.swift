public import Rules
public import Store

/// "Being handled by …": says for a while that somebody is at a report, so that two do not write at once. It locks nothing; whoever answers first answers.
/// Who: officers of the unit that holds it.
public struct HoldReport: Command {
    public struct Receipt: Codable, Sendable {
        /// Who is named now; nil when nobody is.
        public var holder: UserID?
        /// Somebody else is named than before.
        public var hasChanged: Bool
    }
    public static let name: CommandName = "report.hold"
    /// How long it is said without being said again.
    public static let seconds: Int64 = 90
    public var id: ReportID
    /// False: the officer has left it.
    public var isHeld: Bool

    public init(id: ReportID, isHeld: Bool = true) {
        self.id = id
        self.isHeld = isHeld
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        guard try ReportStanding.of(caller, in: tx).unit == row.report.holder else { throw Refusal(.reportForbidden, ["action": "hold", "unit": row.report.holder.text]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        guard let person = act.caller.person else { throw Refusal(.authRequired) }
        let before = try holder(at: act.at, in: tx)
        if isHeld {
            // Who came first is named until he leaves or falls silent.
            try tx.execute(
                """
                INSERT INTO report_hold (report, account, until) VALUES (\(id.text), \(person.id.text), \((act.at + Self.seconds).ms))
                ON CONFLICT (report) DO UPDATE SET account = excluded.account, until = excluded.until
                WHERE report_hold.account = excluded.account OR report_hold.until <= \(act.at.ms)
                """)
        } else {
            try tx.execute("DELETE FROM report_hold WHERE report = \(id.text) AND account = \(person.id.text)")
        }
        let after = try holder(at: act.at, in: tx)
        return Receipt(holder: after, hasChanged: after != before)
    }

    private func holder(at now: Timestamp, in tx: borrowing Transaction) throws -> UserID? {
        try tx.row("SELECT account FROM report_hold WHERE report = \(id.text) AND until > \(now.ms)")?.id("account")
    }
}
