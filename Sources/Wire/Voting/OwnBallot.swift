public import Rules

/// The caller's own ballot, for his eyes alone; of a secret ballot only that it was received.
public struct OwnBallot: Codable, Sendable, Equatable {
    /// Of an open ballot; of a secret one not even this is kept beside the name.
    public var seq: Int64?
    public var choice: Choice?
    public var text: String?
    public var selections: [PollOptionID]?

    public init(seq: Int64?, choice: Choice? = nil, text: String? = nil, selections: [PollOptionID]? = nil) {
        self.seq = seq
        self.choice = choice
        self.text = text
        self.selections = selections
    }
}
