/// `Storage/Seeds/units/competence.json`
public struct CompetenceSeed: Codable, Hashable, Sendable {
    public var version: Int
    public var source: String
    public var rules: [CompetenceRule]
}
