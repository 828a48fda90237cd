public import Rules

/// Body of `POST /polls/{id}/ballots`: `{"choice","text"?}`, or `{"selections"}` where there are options.
public struct CastBallot: Codable, Sendable {
    public var choice: Choice?
    /// The other opinion on a circulated slip.
    public var text: String?
    /// Ids of the chosen options.
    public var selections: [PollOptionID]?
    /// Secret polls: 128 random bits drawn by the voter's browser, never by the server.
    public var tracker: String?

    public init(choice: Choice? = nil, text: String? = nil, selections: [PollOptionID]? = nil, tracker: String? = nil) {
        self.choice = choice
        self.text = text
        self.selections = selections
        self.tracker = tracker
    }
}
