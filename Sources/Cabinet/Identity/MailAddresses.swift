public import Rules
public import Store

/// Where people are reminded by e-mail: known to themselves and to administrators.
public enum MailAddresses {
    /// Everybody's, by account. Who: admin.
    public static func all(for caller: Caller, in tx: borrowing Transaction) throws -> [UserID: String] {
        try Standing.requireAdmin(caller)
        var addresses: [UserID: String] = [:]
        try tx.forEach("SELECT account, address FROM account_mail ORDER BY account") { addresses[$0.id("account")] = $0.text("address") }
        return addresses
    }

    /// One account's; empty where there is none. Who: oneself, admin.
    public static func address(of account: UserID, for caller: Caller, in tx: borrowing Transaction) throws -> String {
        if caller.person?.id != account { try Standing.requireAdmin(caller) }
        guard try Accounts.account(account, in: tx) != nil else { throw Refusal(.notFound) }
        return try tx.row("SELECT address FROM account_mail WHERE account = \(account.text)")?.text("address") ?? ""
    }
}
