public import Rules

/// Body of `PUT /meetings/{id}/presiding`: who leads instead of the chairman, and why.
public struct PutPresiding: Codable, Sendable {
    public var userId: UserID
    public var ground: String

    public init(userId: UserID, ground: String) {
        self.userId = userId
        self.ground = ground
    }
}
