/// What a poll with options says when it is counted.
public struct ElectionResult: Codable, Hashable, Sendable {
    public struct Option: Codable, Hashable, Sendable {
        public var id: PollOptionID
        public var title: String
        /// By weight: what adoption compares.
        public var count: Int
        public var heads: Int
    }

    public var members: Int
    /// Nil for circulated opinions.
    public var present: Int?
    public var quorumNeeded: Int?
    /// In the order of the ballot.
    public var options: [Option]
    /// Ballots that select nobody, by weight.
    public var blank: Int
    /// Ballots returned, by weight.
    public var cast: Int
    /// Seats without a ballot, by weight.
    public var none: Int
    public var castHeads: Int
    /// The whole of which an option's count must be a part.
    public var base: Int
    /// The smallest count that elects; nil where the base depends on the ballots themselves.
    public var needed: Int?
    /// Most votes first; those of equal votes in the order of the ballot.
    public var elected: [PollOptionID]
    /// Who share the last place; empty unless the outcome is `tie`.
    public var tied: [PollOptionID]
    public var outcome: Outcome
    public var because: Because
}
