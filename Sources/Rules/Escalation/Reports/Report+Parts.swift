extension Report {
    /// Three counters that must never be one: a ward is not shamed for asking who is right, nor for asking for a decision.
    public struct Counters: Codable, Hashable, Sendable {
        /// Towards more competence at the same level: returned with the right unit, or consulted.
        public var functional = 0
        /// Up for a decision.
        public var hierarchical = 0
        /// Rung above the unit because a clock was late.
        public var late = 0
        public init() {}
    }

    /// A part of the work asked of another unit.
    public struct SubRequest: Codable, Hashable, Sendable {
        public var number: Int
        public var unit: UnitID
        public var askedAt: Timestamp
        public var endedAt: Timestamp?
        public var isWithdrawn: Bool
    }

    /// An answer that waits for approval.
    public struct PendingAnswer: Codable, Hashable, Sendable {
        public var author: UserID?
        public var outcome: AnswerOutcome
        public var flags: [AnswerFlag]
        /// Why another than the author must approve; empty if the author's head may be the author.
        public var secondApproval: [SecondApproval]
    }

    /// Why a second pair of eyes is needed (T17).
    public enum SecondApproval: String, Codable, Hashable, Sendable, CaseIterable {
        case urgent, escalated, flagged, reopened, collective
    }

    public struct RoundRating: Codable, Hashable, Sendable {
        public var round: Int
        public var level: RatingLevel
        /// In the order of the policy, each once.
        public var reasons: [RatingReasonID]
        public var at: Timestamp

        init(round: Int, level: RatingLevel, reasons: [RatingReasonID] = [], at: Timestamp) {
            self.round = round
            self.level = level
            self.reasons = reasons
            self.at = at
        }

        /// Ratings given before there were codes have none.
        public init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            round = try values.decode(Int.self, forKey: .round)
            level = try values.decode(RatingLevel.self, forKey: .level)
            reasons = try values.decodeIfPresent([RatingReasonID].self, forKey: .reasons) ?? []
            at = try values.decode(Timestamp.self, forKey: .at)
        }
    }
}
