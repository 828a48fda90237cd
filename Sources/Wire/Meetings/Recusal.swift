public import Rules

/// Body of `PUT /meetings/{id}/agenda/{itemId}/recusals/{userId}`.
public struct PutRecusal: Codable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// One member who takes no part in an item.
public struct Recusal: Codable, Sendable, Equatable {
    public var itemId: AgendaItemID
    public var userId: UserID
    public var name: String
    /// Null for those who may not read it, and once erased.
    @Nullable public var reason: String?
    /// RFC 3339.
    public var at: String
    /// Declared by the member himself; otherwise recorded by the secretary.
    public var declaredHimself: Bool

    public init(itemId: AgendaItemID, userId: UserID, name: String, reason: String?, at: String, declaredHimself: Bool) {
        self.itemId = itemId
        self.userId = userId
        self.name = name
        self.reason = reason
        self.at = at
        self.declaredHimself = declaredHimself
    }
}
