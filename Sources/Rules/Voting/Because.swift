/// Why a poll ended as it did: the rule that decided, and the sentence the law would say.
public struct Because: Codable, Hashable, Sendable {
    /// Stable code of the deciding rule, for example `adoption.more-than.1/2.allMembers` or `quorum.closing.2/3`.
    public var rule: String
    /// Version of the body's rule set, where the poll had one.
    public var ruleVersion: Int?
    public var vi: String
    public var en: String

    public init(rule: String, ruleVersion: Int?, vi: String, en: String) {
        self.rule = rule
        self.ruleVersion = ruleVersion
        self.vi = vi
        self.en = en
    }
}
