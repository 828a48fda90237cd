public import Rules

/// An account as administrators see it; never with a password or its digest.
public struct UserAccount: Codable, Sendable, Equatable {
    public var id: UserID
    public var username: String
    public var name: String
    @Nullable public var title: String?
    public var role: AccountRole
    @Nullable public var unitId: UnitID?
    public var disabled: Bool

    public init(id: UserID, username: String, name: String, title: String?, role: AccountRole, unitId: UnitID?, disabled: Bool) {
        self.id = id
        self.username = username
        self.name = name
        self.title = title
        self.role = role
        self.unitId = unitId
        self.disabled = disabled
    }
}
