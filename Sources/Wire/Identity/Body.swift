public import Rules

/// Body of `POST /bodies`; without rules the body gets the seeded default.
public struct NewBody: Codable, Sendable {
    public var name: String
    public var rules: RuleSet?
    public var unitId: UnitID?

    public init(name: String, rules: RuleSet? = nil, unitId: UnitID? = nil) {
        self.name = name
        self.rules = rules
        self.unitId = unitId
    }
}

/// A body that meets and votes, with the rules current now.
public struct Body: Codable, Sendable, Equatable {
    public var id: BodyID
    public var name: String
    @Nullable public var unitId: UnitID?
    public var rules: RuleSet
    /// Grows with each `PUT /bodies/{id}/rules`; a meeting uses the version current at its opening.
    public var rulesVersion: Int

    public init(id: BodyID, name: String, unitId: UnitID?, rules: RuleSet, rulesVersion: Int) {
        self.id = id
        self.name = name
        self.unitId = unitId
        self.rules = rules
        self.rulesVersion = rulesVersion
    }
}
