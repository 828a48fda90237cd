public import Rules
public import Store

/// A person's role, weight, position and place in the order of protocol in a body. Meetings already opened keep their roster. Who: admin.
public struct SeatMember: Command {
    public static let name: CommandName = "member.put"
    static let orders = 0...1_000_000
    public var body: BodyID
    public var account: UserID
    public var role: BodyRole
    public var weight: Int
    public var position: String
    /// Nil: behind everyone.
    public var order: Int?

    public init(body: BodyID, account: UserID, role: BodyRole, weight: Int, position: String, order: Int?) {
        self.body = body
        self.account = account
        self.role = role
        self.weight = weight
        self.position = position
        self.order = order
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try Bodies.body(body, in: tx) != nil, let person = try Accounts.account(account, in: tx) else { throw Refusal(.notFound) }
        guard person.role != .screen else { throw Refusal.invalid("/userId", "field.is-a-screen") }
        guard PollCount.Seat.weights.contains(weight) else {
            throw Refusal.invalid("/weight", "field.out-of-range", ["minimum": "1", "maximum": "\(PollCount.Seat.weights.upperBound)"])
        }
        let last = try tx.row("SELECT COUNT(*) AS n, MAX(sort_order) AS last FROM body_member WHERE body = \(body.text)")!
        guard last.int("n") < PollCount.maximumSeats else { throw Refusal.invalid("/userId", "field.too-many", ["limit": "\(PollCount.maximumSeats)"]) }
        let order = order ?? (last.optionalInt("last") ?? 0) + 1
        guard Self.orders.contains(order) else {
            throw Refusal.invalid("/order", "field.out-of-range", ["minimum": "0", "maximum": "\(Self.orders.upperBound)"])
        }
        if role == .chairman, try tx.exists("SELECT 1 FROM body_member WHERE body = \(body.text) AND role = 'chairman' AND account <> \(account.text)") {
            throw Refusal.invalid("/role", "field.one-chairman")
        }
        let position = try Text.checked(position, at: "/position", limit: Text.nameLength, mayBeEmpty: true)
        try tx.execute(
            """
            INSERT INTO body_member (body, account, role, weight, position, sort_order)
            VALUES (\(body.text), \(account.text), \(role.rawValue), \(weight), \(position), \(order))
            ON CONFLICT (body, account) DO UPDATE SET role = excluded.role, weight = excluded.weight, position = excluded.position, sort_order = excluded.sort_order
            """)
        try tx.execute("UPDATE body SET version = version + 1 WHERE id = \(body.text)")
        return Done(seq: try tx.record(.memberChanged, in: .house, to: Audience(.house, .body(body)), BodyFact(body: body, account: account), by: act))
    }
}

/// Takes a person out of a body. Meetings already opened keep their roster. Who: admin.
public struct RemoveMember: Command {
    public static let name: CommandName = "member.remove"
    public var body: BodyID
    public var account: UserID
    public init(body: BodyID, account: UserID) {
        self.body = body
        self.account = account
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try tx.execute("DELETE FROM body_member WHERE body = \(body.text) AND account = \(account.text)") == 1 else { throw Refusal(.notFound) }
        try tx.execute("UPDATE body SET version = version + 1 WHERE id = \(body.text)")
        return Done(seq: try tx.record(.memberRemoved, in: .house, to: Audience(.house, .body(body)), BodyFact(body: body, account: account), by: act))
    }
}
