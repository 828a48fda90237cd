public import Rules
public import Store

/// A session after a sign-in, or a token. The secret is drawn outside and only its digest comes in. Who: the account's owner
/// after his password was checked (the caller is then himself), an admin or the operator for long-lived tokens.
public struct StartSession: Command {
    public struct Receipt: Codable, Sendable {
        public var id: String
        public var expiresAt: Timestamp
    }
    public static let name: CommandName = "session.start"
    /// A browser session lasts a working day.
    public static let browserHours: Int64 = 12
    public static let tokenHours: Int64 = 24
    /// Nobody signs a wall in every morning.
    public static let screenHours: Int64 = 90 * 24
    public static let maxTokenDays: Int64 = 730

    public var id: String
    public var secretHash: [UInt8]
    public var account: UserID
    public var kind: SessionKind
    public var scope: TokenScope
    /// What the owner will know it by: a browser, a machine.
    public var label: String
    public var expiresAt: Timestamp

    public init(id: String, secretHash: [UInt8], account: UserID, kind: SessionKind, scope: TokenScope, label: String, expiresAt: Timestamp) {
        self.id = id
        self.secretHash = secretHash
        self.account = account
        self.kind = kind
        self.scope = scope
        self.label = label
        self.expiresAt = expiresAt
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.person(account)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        if caller.person?.id == account { return }
        try Standing.requireAdmin(caller)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        guard let view = try Accounts.account(account, in: tx), !view.disabled else { throw Refusal(.authFailed) }
        let label = try Text.checked(label, at: "/label", limit: Text.nameLength, mayBeEmpty: true)
        // The owner's own sign-in follows his password; what others make for him does not.
        let authenticatedAt = act.caller.person?.id == account ? act.at.ms : 0
        try tx.execute(
            """
            INSERT INTO session (id, secret_hash, account, kind, scope, label, created_at, expires_at, authenticated_at)
            VALUES (\(id), \(secretHash), \(account.text), \(kind.rawValue), \(scope.rawValue), \(label), \(act.at.ms), \(expiresAt.ms), \(authenticatedAt))
            """)
        try tx.record(.sessionStarted, in: .person(account), to: Audience(.person(account), .house), SessionFact(session: id, kind: kind.rawValue), by: act)
        return Receipt(id: id, expiresAt: expiresAt)
    }
}

struct SessionFact: Codable, Sendable {
    var session: String
    var kind: String?
}
