import Crypto
public import Rules
public import Store

/// A session or token that is good now.
public struct SessionView: Sendable, Equatable {
    public var id: String
    public var account: AccountView
    public var kind: SessionKind
    public var scope: TokenScope
    public var expiresAt: Timestamp
    /// When the owner last gave his password; nil: never, a long-lived token.
    public var authenticatedAt: Timestamp?

    public var caller: Caller { .person(.init(id: account.id, role: account.role, scope: scope, authenticatedAt: authenticatedAt)) }
}

public enum SessionKind: String, Sendable { case browser, token }

public enum Sessions {
    /// What stands in the table: a secret is 256 random bits, so a plain digest is enough.
    public static func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

    /// The session behind a secret, unless it ended, expired or its account is disabled.
    public static func session(secret: String, at now: Timestamp, in tx: borrowing Transaction) throws -> SessionView? {
        try tx.row(
            """
            SELECT session.id AS session_id, session.kind, session.scope, session.expires_at, session.authenticated_at,
              account.id, account.username, account.name, account.title, account.role, account.unit, account.disabled, account.version
            FROM session JOIN account ON account.id = session.account
            WHERE session.secret_hash = \(hash(secret)) AND session.ended_at IS NULL AND session.expires_at > \(now.ms) AND account.disabled = 0
            """
        ).map { row in
            SessionView(
                id: row.text("session_id"), account: AccountView(row), kind: row.choice("kind"), scope: row.choice("scope"), expiresAt: row.time("expires_at"),
                authenticatedAt: row.integer("authenticated_at") == 0 ? nil : row.time("authenticated_at"))
        }
    }

    /// Sessions of an account that are good now, newest first.
    public static func list(of account: UserID, at now: Timestamp, in tx: borrowing Transaction) throws -> [(id: String, kind: SessionKind, label: String, createdAt: Timestamp)] {
        try tx.rows(
            """
            SELECT id, kind, label, created_at FROM session
            WHERE account = \(account.text) AND ended_at IS NULL AND expires_at > \(now.ms) ORDER BY created_at DESC, id LIMIT 200
            """
        ).map { ($0.text("id"), $0.choice("kind"), $0.text("label"), $0.time("created_at")) }
    }
}
