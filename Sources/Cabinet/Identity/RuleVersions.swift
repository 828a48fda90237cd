public import Rules
public import Store

/// One version of a body's rules, with the legal unit's word on it.
public struct RuleVersionView: Sendable {
    public struct Confirmation: Sendable {
        public var authority: String
        public var document: String
        public var by: UserID
        public var at: Timestamp
    }

    public var version: Int
    public var rules: RuleSet
    public var createdAt: Timestamp
    public var isCurrent: Bool
    public var confirmation: Confirmation?
}

extension RuleSets {
    /// Most versions listed; the newest first.
    static let maxListed = 200

    static func id(of body: BodyID, in tx: borrowing Transaction) throws -> String? {
        try tx.row("SELECT rule_set FROM body WHERE id = \(body.text)")?.text("rule_set")
    }

    /// A version as it is told today: confirmed where the legal unit has said so.
    static func read(_ text: String, isConfirmed: Bool) throws -> RuleSet {
        var rules = try Canonical.decodeOnce(RuleSet.self, from: text)
        if isConfirmed { rules.status = .confirmed }
        return rules
    }

    /// Whether a joined `rule_set` row has been confirmed, as a column.
    static let confirmedColumn: SQL =
        "(SELECT COUNT(*) FROM rule_confirmation WHERE rule_confirmation.rule_set = rule_set.id AND rule_confirmation.version = rule_set.version) AS confirmed"

    /// Every version of the rule record a body uses. Throws `not-found` for who may not know of the body.
    public static func versions(of body: BodyID, for caller: Caller, in tx: borrowing Transaction) throws -> [RuleVersionView] {
        guard try Bodies.canSee(body, caller, in: tx), let current = try tx.row("SELECT rule_set, rule_version FROM body WHERE id = \(body.text)") else { throw Refusal(.notFound) }
        return try tx.rows(
            """
            SELECT rule_set.version, rule_set.body, rule_set.created_at, c.authority, c.act, c.entered_by, c.at FROM rule_set
            LEFT JOIN rule_confirmation c ON c.rule_set = rule_set.id AND c.version = rule_set.version
            WHERE rule_set.id = \(current.text("rule_set")) ORDER BY rule_set.version DESC LIMIT \(maxListed)
            """
        ).map { row in
            let confirmation = row.optionalText("authority").map { authority in
                RuleVersionView.Confirmation(authority: authority, document: row.text("act"), by: row.id("entered_by"), at: row.time("at"))
            }
            return RuleVersionView(
                version: row.int("version"), rules: try read(row.text("body"), isConfirmed: confirmation != nil), createdAt: row.time("created_at"),
                isCurrent: row.int("version") == current.int("rule_version"), confirmation: confirmation)
        }
    }
}
