import Foundation
public import Rules
public import Store

/// A body with its current rules.
public struct BodyView: Sendable, Equatable {
    public var id: BodyID
    public var name: String
    public var unit: UnitID?
    public var rules: RuleSet
    public var ruleVersion: Int
    public var version: Int64
}

/// One member of a body, in the order of protocol.
public struct MemberView: Sendable, Equatable {
    public var user: UserID
    public var username: String
    public var name: String
    public var title: String
    public var role: BodyRole
    public var weight: Int
    public var position: String
    public var order: Int
}

public enum Bodies {
    public static func body(_ id: BodyID, in tx: borrowing Transaction) throws -> BodyView? {
        try tx.row("\(select) WHERE body.id = \(id.text)").map(view)
    }

    /// Bodies the caller may know of: his own and those he is secretary for; admins and auditors see all.
    public static func list(for caller: Caller, after: String?, limit: Int, in tx: borrowing Transaction) throws -> Listing<BodyView> {
        let limit = min(limit, Listing<BodyView>.maxLimit)
        let rows = try tx.rows("\(select) WHERE \(visible(to: caller)) AND body.id > \(after ?? "") ORDER BY body.id LIMIT \(limit + 1)")
        let items = try rows.prefix(limit).map(view)
        return Listing(items: items, next: rows.count > limit ? items.last?.id.text : nil)
    }

    /// Whether the caller may know of the body, as a condition on `body`.
    static func visible(to caller: Caller) -> SQL {
        if caller.administers { return "1 = 1" }
        guard let person = caller.person else { return "1 = 0" }
        if person.role == .auditor { return "1 = 1" }
        let secretary: SQL =
            person.role == .secretary
            ? """
             OR (COALESCE(body.unit, '') = COALESCE((SELECT unit FROM account WHERE id = \(person.id.text)), '')
                 AND NOT EXISTS (SELECT 1 FROM body_member m WHERE m.body = body.id AND m.account = \(person.id.text)))
            """ : ""
        return "(EXISTS (SELECT 1 FROM body_member m WHERE m.body = body.id AND m.account = \(person.id.text))\(secretary))"
    }

    public static func canSee(_ id: BodyID, _ caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM body WHERE id = \(id.text) AND \(visible(to: caller))")
    }

    public static func members(of body: BodyID, in tx: borrowing Transaction) throws -> [MemberView] {
        try tx.rows(
            """
            SELECT account.id, account.username, account.name, account.title, body_member.role, body_member.weight, body_member.position, body_member.sort_order
            FROM body_member JOIN account ON account.id = body_member.account
            WHERE body_member.body = \(body.text) ORDER BY body_member.sort_order, account.id LIMIT 10000
            """
        ).map { row in
            MemberView(
                user: row.id("id"), username: row.text("username"), name: row.text("name"), title: row.text("title"), role: row.choice("role"),
                weight: row.int("weight"), position: row.text("position"), order: row.int("sort_order"))
        }
    }

    private static let select: SQL = """
        SELECT body.id, body.name, body.unit, body.rule_version, body.version, rule_set.body AS rules, \(RuleSets.confirmedColumn)
        FROM body JOIN rule_set ON rule_set.id = body.rule_set AND rule_set.version = body.rule_version
        """

    private static func view(_ row: Row) throws -> BodyView {
        BodyView(
            id: row.id("id"), name: row.text("name"), unit: row.optionalID("unit"), rules: try RuleSets.read(row.text("rules"), isConfirmed: row.int("confirmed") > 0),
            ruleVersion: row.int("rule_version"), version: row.integer("version"))
    }
}
