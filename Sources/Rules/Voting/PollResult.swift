/// Everything a poll says when it is counted: the same numbers on screen, in the API, in minutes and archive.
public struct PollResult: Codable, Hashable, Sendable {
    /// N, heads in the roster.
    public var members: Int
    /// P, heads; nil for circulated opinions, which know no presence.
    public var present: Int?
    /// The smallest P that makes a quorum; nil for circulated opinions.
    public var quorumNeeded: Int?
    /// By weight: what adoption compares.
    public var tally: Tally
    /// By heads.
    public var heads: Tally
    /// The whole, by weight, of which `for` must be a part.
    public var base: Int
    /// The smallest weight in favour that adopts; nil where the base depends on the ballots themselves.
    public var needed: Int?
    /// Ballots sent from outside the room, heads. Zero for a secret poll: it is not known.
    public var remote: Int
    /// Unreturned slips counted as agreement, heads.
    public var silent: Int
    public var outcome: Outcome
    public var because: Because
}
