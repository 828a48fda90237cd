public import Rules

/// Body of `POST /users`.
public struct NewUser: Codable, Sendable {
    public var username: String
    public var name: String
    public var role: AccountRole
    public var password: String
    public var title: String?
    public var unitId: UnitID?
    /// Head or deputy of the unit.
    public var head: Bool?

    public init(username: String, name: String, role: AccountRole, password: String, title: String? = nil, unitId: UnitID? = nil, head: Bool? = nil) {
        self.username = username
        self.name = name
        self.role = role
        self.password = password
        self.title = title
        self.unitId = unitId
        self.head = head
    }
}
