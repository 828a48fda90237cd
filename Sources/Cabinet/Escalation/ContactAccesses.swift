public import Rules
public import Store

/// One opening of a reporter's contact.
public struct ContactAccessView: Sendable, Equatable {
    public var code: TrackingCode
    public var person: UserID
    public var personName: String
    public var unit: UnitID
    public var at: Timestamp
}

/// Who opened the contacts of reporters.
public enum ContactAccesses {
    /// The newest first. Administrators and auditors read all, the head of a unit those by its people.
    /// - Throws: `auth.forbidden` for anybody else.
    public static func list(for caller: Caller, after: String? = nil, limit: Int = 50, in tx: borrowing Transaction) throws -> Listing<ContactAccessView> {
        let limit = min(max(1, limit), Listing<ContactAccessView>.maxLimit)
        let standing = try ReportStanding.of(caller, in: tx)
        var whose: SQL = "1 = 1"
        if !caller.administers, !standing.isAuditor {
            guard standing.isHead, let unit = standing.unit else { throw Refusal(.authForbidden, ["needs": "admin"]) }
            whose = "c.unit = \(unit.text)"
        }
        let parts = (after ?? "").split(separator: "_")
        let (at, report, seq) = parts.count == 3 ? (Int64(parts[0]) ?? .max, String(parts[1]), Int64(parts[2]) ?? .max) : (.max, "~", .max)
        let rows = try tx.rows(
            """
            SELECT c.report, c.seq, c.account, c.unit, c.at, report.code, account.name FROM contact_access c
              JOIN report ON report.id = c.report JOIN account ON account.id = c.account
            WHERE \(whose) AND (c.at < \(at) OR (c.at = \(at) AND (c.report < \(report) OR (c.report = \(report) AND c.seq < \(seq)))))
            ORDER BY c.at DESC, c.report DESC, c.seq DESC LIMIT \(limit + 1)
            """)
        let items = rows.prefix(limit).compactMap { row in
            TrackingCode(row.text("code")).map {
                ContactAccessView(code: $0, person: row.id("account"), personName: row.text("name"), unit: row.id("unit"), at: row.time("at"))
            }
        }
        let last = rows.count > limit ? rows[limit - 1] : nil
        return Listing(items: items, next: last.map { "\($0.integer("at"))_\($0.text("report"))_\($0.integer("seq"))" })
    }

    /// Whether somebody opened it so recently that it is still shown to him.
    static func isOpen(_ report: ReportID, for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> Bool {
        guard let person = caller.person else { return false }
        let since = now.ms - OpenContact.shownSeconds * 1000
        return try tx.exists("SELECT 1 FROM contact_access WHERE report = \(report.text) AND account = \(person.id.text) AND at > \(since)")
    }
}
