/// One link of a report's trail: append-only, one per transition, without any text of a person.
public struct Hop: Codable, Hashable, Sendable {
    public var seq: Int
    public var kind: HopKind
    public var from: UnitID?
    public var to: UnitID?
    /// Nil for the reporter and for the clock.
    public var actor: UserID?
    /// Code of the reason, such as `otherField` or `head`.
    public var reason: String?
    public var rule: CompetenceRuleID?
    public var at: Timestamp
}
