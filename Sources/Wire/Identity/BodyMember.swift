public import Rules

/// A person's place in a body.
public struct BodyMember: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    @Nullable public var title: String?
    public var role: BodyRole
    /// Counts in adoption, never in quorum.
    public var weight: Int
    @Nullable public var position: String?
    /// Lists, roll-calls and minutes follow it.
    public var order: Int

    public init(userId: UserID, name: String, title: String?, role: BodyRole, weight: Int, position: String?, order: Int) {
        self.userId = userId
        self.name = name
        self.title = title
        self.role = role
        self.weight = weight
        self.position = position
        self.order = order
    }
}

/// Body of `PUT /bodies/{id}/members/{userId}`.
public struct PutMember: Codable, Sendable {
    public var role: BodyRole
    /// 1…1000; 1 when absent.
    public var weight: Int?
    public var position: String?
    public var order: Int?

    public init(role: BodyRole, weight: Int? = nil, position: String? = nil, order: Int? = nil) {
        self.role = role
        self.weight = weight
        self.position = position
        self.order = order
    }
}
