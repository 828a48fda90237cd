public import Rules

/// A count as somebody entered it: `{"for","against","abstain","votes"?,"enteredBy","confirmedBy"}`.
public struct EnteredCount: Codable, Sendable, Equatable {
    public var `for`: Int
    public var against: Int
    public var abstain: Int
    /// Of a roll-call.
    public var votes: [HandCount.Answer]?
    public var enteredBy: UserID
    @Nullable public var confirmedBy: UserID?

    public init(_ count: HandCount, enteredBy: UserID, confirmedBy: UserID?) {
        `for` = count.heads.for
        against = count.heads.against
        abstain = count.heads.abstain
        votes = count.votes
        self.enteredBy = enteredBy
        self.confirmedBy = confirmedBy
    }
}
