public import Rules

/// One line of the report on a circulated slip.
public struct Opinion: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    @Nullable public var choice: Choice?
    @Nullable public var text: String?
    @Nullable public var at: String?
    public var late: Bool

    public init(userId: UserID, name: String, choice: Choice?, text: String?, at: String?, late: Bool) {
        self.userId = userId
        self.name = name
        self.choice = choice
        self.text = text
        self.at = at
        self.late = late
    }
}
