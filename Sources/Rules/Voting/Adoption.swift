extension RuleSet {
    /// What a proposal must reach to be adopted: weights are compared, never heads.
    public struct Adoption: Codable, Hashable, Sendable {
        public enum Comparison: String, Codable, Sendable, CaseIterable {
            case moreThan, atLeast
        }

        /// The whole of which `for` must be a part.
        public enum Base: String, Codable, Sendable, CaseIterable {
            case allMembers, present
            /// for + against + abstain
            case cast
            /// for + against
            case valid

            /// Whether the whole is known before anybody votes, so that "needed" is a number.
            public var isFixed: Bool { self == .allMembers || self == .present }
        }

        public var numerator: Int
        public var denominator: Int
        public var comparison: Comparison
        public var of: Base

        public init(_ numerator: Int, _ denominator: Int, _ comparison: Comparison, of base: Base) {
            self.numerator = numerator
            self.denominator = denominator
            self.comparison = comparison
            self.of = base
        }

        var fraction: Fraction { Fraction(numerator, denominator) }

        /// Whether `count` out of `whole` adopts. Nothing is adopted without a single vote for it.
        func holds(_ count: Int, of whole: Int) -> Bool {
            guard count > 0 else { return false }
            return switch comparison {
            case .moreThan: fraction.isExceeded(by: count, of: whole)
            case .atLeast: fraction.isReached(by: count, of: whole)
            }
        }

        /// The smallest count that adopts out of `whole`.
        public func needed(of whole: Int) -> Int {
            switch comparison {
            case .moreThan: fraction.smallestExceeding(whole)
            case .atLeast: max(1, fraction.smallestReaching(whole))
            }
        }

        /// Stable code of the rule, for example `adoption.more-than.1/2.allMembers`.
        var code: String {
            "adoption.\(comparison == .moreThan ? "more-than" : "at-least").\(fraction).\(of.rawValue)"
        }
    }
}
