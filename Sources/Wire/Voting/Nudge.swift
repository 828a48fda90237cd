/// Answer of `POST /polls/{id}/nudge`: how many were reminded.
public struct Nudge: Codable, Sendable, Equatable {
    public var asked: Int

    public init(asked: Int) { self.asked = asked }
}
