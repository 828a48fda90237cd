/// Why a poll ended as it did: the rule that decided, and the sentence the law would say.
public struct Because: Codable, Hashable, Sendable {
    /// Stable code of the deciding rule, for example `adoption.more-than.1/2.allMembers` or `quorum.closing.2/3`.
    public var rule: String
    /// Version of the body's rule set, where the poll had one.
    public var ruleVersion: Int?
    /// Act and article of the rules the poll went by, and whether the legal unit has confirmed them.
    public var source: String?
    public var status: RuleSet.Status?
    public var vi: String
    public var en: String

    public init(rule: String, ruleVersion: Int?, source: String? = nil, status: RuleSet.Status? = nil, vi: String, en: String) {
        self.rule = rule
        self.ruleVersion = ruleVersion
        self.source = source
        self.status = status
        self.vi = vi
        self.en = en
    }
}
