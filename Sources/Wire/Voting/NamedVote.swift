public import Rules

/// One line of the named list of a closed open poll, in roster order.
public struct NamedVote: Codable, Sendable, Equatable {
    public var userId: UserID
    public var name: String
    /// Null when the seat sent no ballot, or the poll has options instead.
    @Nullable public var choice: Choice?
    /// Words sent with the vote, for who presides, the secretariat, auditors and the voter.
    public var text: String?
    /// Voted from outside the room.
    public var remote: Bool
    /// What the vote counts for.
    public var weight: Int
    public var selections: [PollOptionID]?

    public init(userId: UserID, name: String, choice: Choice?, text: String? = nil, remote: Bool = false, weight: Int = 1, selections: [PollOptionID]? = nil) {
        self.userId = userId
        self.name = name
        self.choice = choice
        self.text = text
        self.remote = remote
        self.weight = weight
        self.selections = selections
    }
}
