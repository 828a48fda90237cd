public import Rules

/// Body of `PUT /meetings/{id}/agenda/{itemId}/access`: what is absent stays.
public struct PutItemAccess: Codable, Sendable {
    /// Whom the item is for.
    public var visibility: ItemVisibility?
    /// A private part of the session, without guests.
    public var closed: Bool?

    public init(visibility: ItemVisibility? = nil, closed: Bool? = nil) {
        self.visibility = visibility
        self.closed = closed
    }
}
