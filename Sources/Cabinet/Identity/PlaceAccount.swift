public import Rules
public import Store

/// Says at which unit an account works, and whether it heads it. Who: admin, operator.
public struct PlaceAccount: Command {
    public static let name: CommandName = "account.place"
    public var account: UserID
    public var unit: UnitID?
    /// Head or deputy: may return, escalate, ask for more time, approve.
    public var isHead: Bool

    public init(account: UserID, unit: UnitID?, isHead: Bool) {
        self.account = account
        self.unit = unit
        self.isHead = isHead
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard try Accounts.account(account, in: tx) != nil else { throw Refusal(.notFound) }
        if let unit, try !tx.exists("SELECT 1 FROM unit WHERE id = \(unit.text)") { throw Refusal.invalid("/unitId", "field.unknown-unit", ["id": unit.text]) }
        if unit == nil, isHead { throw Refusal.invalid("/unitId", "field.required") }
        try tx.execute("UPDATE account SET unit = \(unit?.text), head = \(isHead), version = version + 1 WHERE id = \(account.text)")
        return Done(seq: try tx.record(.accountPlaced, in: .house, to: Audience(.house, .person(account)), PlaceFact(account: account, unit: unit, head: isHead), by: act))
    }
}

struct PlaceFact: Codable, Sendable {
    var account: UserID
    var unit: UnitID?
    var head: Bool
}
