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
        /// How long the decider may still speak after the close, in hours; then the tie is not adopted. Nil: `usualHours`, what the
        /// contract's rules without this word mean.
        public var castingHours: Int?

        public init(decidedBy: Decider, applies: Kind, castingHours: Int? = nil) {
            self.decidedBy = decidedBy
            self.applies = applies
            self.castingHours = castingHours
        }

        static let usualHours = 24
        /// A month of working days and then some: nobody lets a decision wait longer.
        static let mostHours = 1000

        public var secondsToDecide: Int64 { Int64(castingHours ?? Self.usualHours) * 3600 }

        func validated(at pointer: String) throws(Refusal) {
            guard let castingHours, !(1...Self.mostHours).contains(castingHours) else { return }
            throw .invalid(pointer + "/castingHours", "field.out-of-range", ["minimum": "1", "maximum": "\(Self.mostHours)"])
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
