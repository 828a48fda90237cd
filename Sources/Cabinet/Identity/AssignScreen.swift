public import Rules
public import Store

/// Says whose sessions a screen account shows. One screen hangs in one body; assigned to another it moves there. Who: admin.
public struct AssignScreen: Command {
    public static let name: CommandName = "screen.assign"
    public var account: UserID
    public var body: BodyID
    public init(account: UserID, body: BodyID) {
        self.account = account
        self.body = body
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try Bodies.body(body, in: tx) != nil, let account = try Accounts.account(account, in: tx) else { throw Refusal(.notFound) }
        guard account.role == .screen else { throw Refusal.invalid("/userId", "field.not-a-screen") }
        guard try RoomScreens.body(of: account.id, in: tx) == body || tx.row("SELECT COUNT(*) AS n FROM room_screen WHERE body = \(body.text)")!.int("n") < RoomScreens.maxPerBody else {
            throw Refusal.invalid("/userId", "field.too-many", ["limit": "\(RoomScreens.maxPerBody)"])
        }
        try tx.execute(
            """
            INSERT INTO room_screen (account, body, assigned_at) VALUES (\(account.id.text), \(body.text), \(act.at.ms))
            ON CONFLICT (account) DO UPDATE SET body = excluded.body, assigned_at = excluded.assigned_at
            """)
        return Done(seq: try tx.record(.screenAssigned, in: .house, to: Audience(.house), BodyFact(body: body, account: account.id), by: act))
    }
}

/// Takes a screen down: it shows nothing any more, at once. Who: admin.
public struct RemoveScreen: Command {
    public static let name: CommandName = "screen.remove"
    public var account: UserID
    public var body: BodyID
    public init(account: UserID, body: BodyID) {
        self.account = account
        self.body = body
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try tx.execute("DELETE FROM room_screen WHERE account = \(account.text) AND body = \(body.text)") == 1 else { throw Refusal(.notFound) }
        return Done(seq: try tx.record(.screenRemoved, in: .house, to: Audience(.house), BodyFact(body: body, account: account), by: act))
    }
}
