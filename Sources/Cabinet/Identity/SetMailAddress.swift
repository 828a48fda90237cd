public import Rules
public import Store

/// Where an account is reminded by e-mail; empty takes it away. In no fact. Who: oneself, admin.
public struct SetMailAddress: Command {
    public static let name: CommandName = "account.set-mail"
    /// RFC 5321 §4.5.3.1.3.
    static let longest = 254
    public var account: UserID
    public var address: String
    public init(account: UserID, address: String) {
        self.account = account
        self.address = address
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        if caller.person?.id == account { return }
        try Standing.requireAdmin(caller)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try Accounts.account(account, in: tx) != nil else { throw Refusal(.notFound) }
        if address.isEmpty {
            try tx.execute("DELETE FROM account_mail WHERE account = \(account.text)")
            return Done(seq: 0)
        }
        guard address.utf8.count <= Self.longest, address.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*/) != nil else {
            throw Refusal.invalid("/address", "field.mail-address")
        }
        try tx.execute(
            "INSERT INTO account_mail (account, address) VALUES (\(account.text), \(address)) ON CONFLICT (account) DO UPDATE SET address = excluded.address")
        return Done(seq: 0)
    }
}
