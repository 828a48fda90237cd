public import Rules
public import Store

/// A new password: the owner's own act, or an administrator's. Every session of the account ends.
public struct ChangePassword: Command {
    public static let name: CommandName = "password.change"
    public var account: UserID
    public var passwordHash: String
    /// The session that stays: the one the owner is using.
    public var keepingSession: String?

    public init(account: UserID, passwordHash: String, keepingSession: String? = nil) {
        self.account = account
        self.passwordHash = passwordHash
        self.keepingSession = keepingSession
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house, .person(account)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        if caller.person?.id == account { return }
        try Standing.requireAdmin(caller)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try tx.execute("UPDATE account SET password_hash = \(passwordHash), version = version + 1 WHERE id = \(account.text)") == 1 else {
            throw Refusal(.notFound)
        }
        let seq = try tx.record(.passwordChanged, in: .house, to: Audience(.house), AccountFact(account: account), by: act)
        try EndSessions.end(of: account, except: keepingSession, act, in: tx)
        return Done(seq: seq)
    }
}
