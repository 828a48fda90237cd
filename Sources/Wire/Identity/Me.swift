public import Rules

/// Answer of `GET /me`: who the caller is, and his place in the bodies he belongs to.
public struct Me: Codable, Sendable, Equatable {
    public struct Membership: Codable, Sendable, Equatable {
        public var bodyId: BodyID
        public var role: BodyRole

        public init(bodyId: BodyID, role: BodyRole) {
            self.bodyId = bodyId
            self.role = role
        }
    }

    public var id: UserID
    public var username: String
    public var name: String
    @Nullable public var title: String?
    public var role: AccountRole
    public var bodies: [Membership]

    public init(id: UserID, username: String, name: String, title: String?, role: AccountRole, bodies: [Membership]) {
        self.id = id
        self.username = username
        self.name = name
        self.title = title
        self.role = role
        self.bodies = bodies
    }
}
