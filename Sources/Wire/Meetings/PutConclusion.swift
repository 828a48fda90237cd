/// The presiding person's conclusion on an agenda item.
public struct PutConclusion: Codable, Sendable {
    public var text: String

    public init(text: String) { self.text = text }
}
