/// One text in both languages of the house, Vietnamese first.
public struct BilingualText: Codable, Hashable, Sendable {
    public var vi: String
    public var en: String

    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }
}
