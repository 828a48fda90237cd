public import Rules
public import Store

/// Shuts an account out: it cannot sign in and its sessions end. Nothing it did is changed. Who: admin, operator.
public struct DisableAccount: Command {
    public static let name: CommandName = "account.disable"
    public var account: UserID
    public init(account: UserID) { self.account = account }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house, .person(account)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        if act.caller.person?.id == account { throw Refusal.invalid("/id", "field.not-yourself") }
        guard try tx.execute("UPDATE account SET disabled = 1, version = version + 1 WHERE id = \(account.text)") == 1 else { throw Refusal(.notFound) }
        let seq = try tx.record(.accountDisabled, in: .house, to: Audience(.house), AccountFact(account: account), by: act)
        try EndSessions.end(of: account, except: nil, act, in: tx)
        return Done(seq: seq)
    }
}

/// Lets a disabled account in again. Who: admin, operator.
public struct EnableAccount: Command {
    public static let name: CommandName = "account.enable"
    public var account: UserID
    public init(account: UserID) { self.account = account }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try tx.execute("UPDATE account SET disabled = 0, version = version + 1 WHERE id = \(account.text)") == 1 else { throw Refusal(.notFound) }
        return Done(seq: try tx.record(.accountEnabled, in: .house, to: Audience(.house), AccountFact(account: account), by: act))
    }
}
