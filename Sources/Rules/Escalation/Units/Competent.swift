/// One unit that is competent, by which rule, and why in words.
public struct Competent: Codable, Hashable, Sendable {
    public var unit: UnitID
    public var level: CompetenceRule.Level
    public var rule: CompetenceRuleID
    public var why: BilingualText
    public var status: SourceStatus
}
