public import Rules
public import Store

/// A new version of a body's rules. A meeting uses the version current at its opening. Who: admin.
public struct SetRules: Command {
    public struct Receipt: Codable, Sendable { public var version: Int }
    public static let name: CommandName = "body.set-rules"
    public var body: BodyID
    public var rules: RuleSetPatch
    public init(body: BodyID, rules: RuleSetPatch) {
        self.body = body
        self.rules = rules
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        guard let current = try Bodies.body(body, in: tx) else { throw Refusal(.notFound) }
        let id = "body-\(body)"
        let version = 1 + (try tx.row("SELECT MAX(version) AS version FROM rule_set WHERE id = \(id)")?.optionalInt("version") ?? 0)
        var next = current.rules.applying(rules)
        // A new wording has been checked by nobody until somebody says so.
        next.status = rules.status ?? .unconfirmed
        try RuleSets.store(next, id: id, version: version, at: act.at, in: tx)
        try tx.execute("UPDATE body SET rule_set = \(id), rule_version = \(version), version = version + 1 WHERE id = \(body.text)")
        try tx.record(.rulesChanged, in: .house, to: Audience(.house, .body(body)), BodyFact(body: body, ruleVersion: version), by: act)
        return Receipt(version: version)
    }
}
