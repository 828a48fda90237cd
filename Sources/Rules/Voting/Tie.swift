extension RuleSet {
    /// Who decides when the votes balance, and what counts as balance.
    public struct Tie: Codable, Hashable, Sendable {
        public enum Decider: String, Codable, Sendable, CaseIterable {
            /// The holder of the body's chair, even while another presides.
            case chairman
            case presiding
            case none
        }

        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// for = against, whatever the others did
            case equalForAgainst
            /// for is exactly the adoption fraction of its base, whatever the others did
            case exactHalf
        }

        public var decidedBy: Decider
        public var applies: Kind

        public init(decidedBy: Decider, applies: Kind) {
            self.decidedBy = decidedBy
            self.applies = applies
        }
    }

    /// The person whose vote decides a tie: nil where the rules name none or that person holds no seat.
    public func decider(among seats: [PollCount.Seat], presiding: UserID?) -> UserID? {
        switch tie.decidedBy {
        case .none: nil
        case .chairman: seats.first { $0.role == .chairman }?.user
        case .presiding: seats.first { $0.user == presiding }?.user
        }
    }
}
