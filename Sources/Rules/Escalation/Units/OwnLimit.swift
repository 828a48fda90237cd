/// Up to where a unit may settle a matter itself: shown before an escalation is written.
public struct OwnLimit: Codable, Hashable, Sendable {
    public var rule: CompetenceRuleID
    public var limits: CompetenceRule.Limits
    public var legalBasis: String
    public var status: SourceStatus
    public var sentence: BilingualText
    /// Whether the estimates given lie beyond; nil if no estimate was given.
    public var isExceeded: Bool?
}
