/// `{"reason"}`: why a poll is annulled.
public struct Reason: Codable, Sendable, Equatable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}
