public import Rules
public import Store

/// A new body with its first version of rules. Who: admin.
public struct AddBody: Command {
    public struct Receipt: Codable, Sendable { public var id: BodyID }
    public static let name: CommandName = "body.add"
    public var id: BodyID
    public var title: String
    public var unit: UnitID?
    /// Nil takes the seeded default.
    public var rules: RuleSetPatch?

    public init(id: BodyID, title: String, unit: UnitID?, rules: RuleSetPatch?) {
        self.id = id
        self.title = title
        self.unit = unit
        self.rules = rules
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let title = try Text.checked(title, at: "/name", limit: Text.nameLength)
        if let unit, try !tx.exists("SELECT 1 FROM unit WHERE id = \(unit.text)") { throw Refusal.invalid("/unitId", "field.unknown-unit", ["id": unit.text]) }
        let seeded = try RuleSets.seededDefault(in: tx)
        var ruleSet = seeded.id
        var version = seeded.version
        if let rules {
            (ruleSet, version) = ("body-\(id)", 1)
            try RuleSets.store(seeded.rules.applying(rules), id: ruleSet, version: version, at: act.at, base: "/rules", in: tx)
        }
        try tx.execute(
            """
            INSERT INTO body (id, name, sort_key, unit, rule_set, rule_version)
            VALUES (\(id.text), \(title), \(Folding.key(title)), \(unit?.text), \(ruleSet), \(version))
            """)
        try tx.record(.bodyAdded, in: .house, to: Audience(.house, .body(id)), BodyFact(body: id), by: act)
        return Receipt(id: id)
    }
}

struct BodyFact: Codable, Sendable {
    var body: BodyID
    var account: UserID?
    var ruleVersion: Int?
}
