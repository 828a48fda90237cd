public import Rules
public import Store

/// A new account. Names are stored NFC; the username in lower case. Who: admin, operator.
public struct AddAccount: Command {
    public struct Receipt: Codable, Sendable { public var id: UserID }
    public static let name: CommandName = "account.add"
    /// Letters a username may have: what a person can type on any keyboard.
    static let usernameLength = 1...64

    public var id: UserID
    public var username: String
    public var displayName: String
    public var title: String
    public var role: AccountRole
    public var unit: UnitID?
    /// Head or deputy of the unit.
    public var isHead: Bool
    /// From `PasswordHash.make`; the password itself never reaches the door.
    public var passwordHash: String

    public init(id: UserID, username: String, name: String, title: String, role: AccountRole, unit: UnitID?, isHead: Bool = false, passwordHash: String) {
        self.id = id
        self.username = username.lowercased()
        self.displayName = name
        self.title = title
        self.role = role
        self.unit = unit
        self.isHead = isHead
        self.passwordHash = passwordHash
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        guard Self.usernameLength.contains(username.utf8.count), username.utf8.allSatisfy(Self.mayStand) else {
            throw Refusal.invalid("/username", "field.username")
        }
        if try tx.exists("SELECT 1 FROM account WHERE username = \(username)") { throw Refusal.invalid("/username", "field.taken", ["value": username]) }
        if let unit, try !tx.exists("SELECT 1 FROM unit WHERE id = \(unit.text)") { throw Refusal.invalid("/unitId", "field.unknown-unit", ["id": unit.text]) }
        let name = try Text.checked(displayName, at: "/name", limit: Text.nameLength)
        let title = try Text.checked(title, at: "/title", limit: Text.nameLength, mayBeEmpty: true)
        try tx.execute(
            """
            INSERT INTO account (id, username, name, title, role, unit, head, password_hash, created_at)
            VALUES (\(id.text), \(username), \(name), \(title), \(role.rawValue), \(unit?.text), \(isHead && unit != nil), \(passwordHash), \(act.at.ms))
            """)
        try tx.record(.accountAdded, in: .house, to: Audience(.house), AccountFact(account: id, role: role), by: act)
        return Receipt(id: id)
    }

    private static func mayStand(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"): true
        default: false
        }
    }
}

struct AccountFact: Codable, Sendable {
    var account: UserID
    var role: AccountRole?
}
