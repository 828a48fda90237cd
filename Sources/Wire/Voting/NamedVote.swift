public import Rules

/// One line of the named list of a closed open poll, in roster order.
public struct NamedVote: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    /// Null when the seat sent no ballot, or the poll has options instead.
    @Nullable public var choice: Choice?
    public var text: String?
    public var selections: [PollOptionID]?

    public init(userId: UserID, name: String, choice: Choice?, text: String? = nil, selections: [PollOptionID]? = nil) {
        self.userId = userId
        self.name = name
        self.choice = choice
        self.text = text
        self.selections = selections
    }
}
