public import Rules
public import Store

/// Versioned rule records: a version once written never changes.
public enum RuleSets {
    /// Id of the record in `Storage/Seeds/rules` that a body without rules of its own gets.
    public static let defaultID = "council-default"

    static func seededDefault(in tx: borrowing Transaction) throws -> (id: String, version: Int, rules: RuleSet) {
        guard let row = try tx.row("SELECT id, version, body FROM rule_set WHERE id = \(defaultID) ORDER BY version DESC LIMIT 1") else {
            throw StoreFault.schema("the rule set \(defaultID) is not seeded: is --home right?")
        }
        return (row.text("id"), row.int("version"), try Canonical.decode(RuleSet.self, from: row.text("body")))
    }

    static func store(_ rules: RuleSet, id: String, version: Int, at now: Timestamp, base: String = "", in tx: borrowing Transaction) throws {
        try rules.validated(at: base)
        try tx.execute("INSERT INTO rule_set (id, version, body, created_at) VALUES (\(id), \(version), \(try Canonical.encode(rules)), \(now.ms))")
    }

    /// Loads a seeded record, at every start: a version that is already there stays as it is.
    public static func seed(id: String, version: Int, rules: RuleSet, at now: Timestamp, in tx: borrowing Transaction) throws {
        if try tx.exists("SELECT 1 FROM rule_set WHERE id = \(id) AND version = \(version)") { return }
        try store(rules, id: id, version: version, at: now, in: tx)
    }
}
