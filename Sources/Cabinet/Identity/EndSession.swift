public import Rules
public import Store

/// Ends one session: its owner signs out, or an administrator ends a lost tablet's session.
public struct EndSession: Command {
    public static let name: CommandName = "session.end"
    public var id: String
    public var account: UserID
    public init(id: String, account: UserID) {
        self.id = id
        self.account = account
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.person(account)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        if caller.person?.id == account { return }
        try Standing.requireAdmin(caller)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let ended = try tx.execute("UPDATE session SET ended_at = \(act.at.ms) WHERE id = \(id) AND account = \(account.text) AND ended_at IS NULL")
        guard ended == 1 else { return Done(seq: 0) }
        return Done(seq: try tx.record(.sessionEnded, in: .person(account), to: Audience(.person(account), .house), SessionFact(session: id), by: act))
    }
}

/// Ends every session and token of an account. Who: its owner, admin, operator.
public struct EndSessions: Command {
    public static let name: CommandName = "session.end-all"
    public var account: UserID
    public init(account: UserID) { self.account = account }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.person(account)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        if caller.person?.id == account { return }
        try Standing.requireAdmin(caller)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try Accounts.account(account, in: tx) != nil else { throw Refusal(.notFound) }
        try Self.end(of: account, except: nil, act, in: tx)
        return Done(seq: try tx.head(of: .person(account)))
    }

    static func end(of account: UserID, except kept: String?, _ act: Act, in tx: borrowing Transaction) throws {
        let rows = try tx.rows("SELECT id FROM session WHERE account = \(account.text) AND ended_at IS NULL AND expires_at > \(act.at.ms) ORDER BY created_at, id")
        for row in rows where row.text("id") != kept {
            try tx.execute("UPDATE session SET ended_at = \(act.at.ms) WHERE id = \(row.text("id"))")
            try tx.record(.sessionEnded, in: .person(account), to: Audience(.person(account), .house), SessionFact(session: row.text("id")), by: act)
        }
    }
}
