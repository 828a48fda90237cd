public import Rules

/// One line of the published list of a secret poll.
public struct SecretVote: Codable, Sendable, Equatable {
    /// Drawn by the voter's device; nobody else knows whose it is.
    public var tracker: String
    public var choice: Choice?
    public var selections: [PollOptionID]?

    public init(tracker: String, choice: Choice? = nil, selections: [PollOptionID]? = nil) {
        self.tracker = tracker
        self.choice = choice
        self.selections = selections
    }
}
