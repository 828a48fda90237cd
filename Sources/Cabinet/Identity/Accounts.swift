public import Rules
public import Store

/// An account as its owner, an administrator or a list shows it.
public struct AccountView: Sendable, Equatable {
    public var id: UserID
    public var username: String
    public var name: String
    public var title: String
    public var role: AccountRole
    public var unit: UnitID?
    public var disabled: Bool
    public var version: Int64

    init(_ row: Row) {
        id = row.id("id")
        username = row.text("username")
        name = row.text("name")
        title = row.text("title")
        role = row.choice("role")
        unit = row.optionalID("unit")
        disabled = row.bool("disabled")
        version = row.integer("version")
    }
}

/// A person's role in one body.
public struct Membership: Sendable, Equatable {
    public var body: BodyID
    public var bodyName: String
    public var role: BodyRole
}

public enum Accounts {
    static let columns: SQL = "id, username, name, title, role, unit, disabled, version"

    public static func account(_ id: UserID, in tx: borrowing Transaction) throws -> AccountView? {
        try tx.row("SELECT \(columns) FROM account WHERE id = \(id.text)").map(AccountView.init)
    }

    public static func account(named username: String, in tx: borrowing Transaction) throws -> AccountView? {
        try tx.row("SELECT \(columns) FROM account WHERE username = \(username.lowercased())").map(AccountView.init)
    }

    /// For administrators; everyone else sees himself alone.
    public static func list(for caller: Caller, after: String?, limit: Int, in tx: borrowing Transaction) throws -> Listing<AccountView> {
        let limit = min(limit, Listing<AccountView>.maxLimit)
        guard caller.administers else {
            let own = try caller.person.flatMap { try account($0.id, in: tx) }
            return Listing(items: own.map { [$0] } ?? [], next: nil)
        }
        let rows = try tx.rows("SELECT \(columns) FROM account WHERE username > \(after ?? "") ORDER BY username LIMIT \(limit + 1)")
        let items = rows.prefix(limit).map(AccountView.init)
        return Listing(items: Array(items), next: rows.count > limit ? items.last?.username : nil)
    }

    public static func memberships(of user: UserID, in tx: borrowing Transaction) throws -> [Membership] {
        try tx.rows(
            """
            SELECT body.id AS body, body.name, body_member.role FROM body_member JOIN body ON body.id = body_member.body
            WHERE body_member.account = \(user.text) ORDER BY body.sort_key, body.id LIMIT 200
            """
        ).map { Membership(body: $0.id("body"), bodyName: $0.text("name"), role: $0.choice("role")) }
    }

    /// What a sign-in needs: never leaves this module but for the check.
    public static func passwordHash(of username: String, in tx: borrowing Transaction) throws -> (account: AccountView, hash: String)? {
        try tx.row("SELECT \(columns), password_hash FROM account WHERE username = \(username.lowercased())").map { (AccountView($0), $0.text("password_hash")) }
    }

    static func require(_ id: UserID, at pointer: String, in tx: borrowing Transaction) throws -> AccountView {
        guard let account = try account(id, in: tx) else { throw Refusal.invalid(pointer, "field.unknown-user", ["id": id.text]) }
        return account
    }
}
