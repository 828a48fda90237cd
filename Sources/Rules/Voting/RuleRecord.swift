/// A rule set as it lies in `Storage/Seeds/rules/*.json`: the rules with a name, a version and a title to show.
///
/// A higher `version` of the same `id` replaces the seed at the next start; rules a body has already made its own stay.
public struct RuleRecord: Codable, Hashable, Sendable {
    public var id: String
    public var version: Int
    public var title: BilingualText
    public var rules: RuleSet

    public init(id: String, version: Int, title: BilingualText, rules: RuleSet) {
        self.id = id
        self.version = version
        self.title = title
        self.rules = rules
    }
}
