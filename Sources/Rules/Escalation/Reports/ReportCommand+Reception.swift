extension ReportCommand {
    /// T2: what the reception confirms. A change of urgency or kind needs its reason.
    public struct Acceptance: Codable, Hashable, Sendable {
        public var category: CategoryID
        public var urgency: Urgency
        public var legalKind: LegalKind
        public var place: UnitID?
        public var urgencyReason: String?
        public var legalKindReason: String?
        public init(
            category: CategoryID, urgency: Urgency, legalKind: LegalKind, place: UnitID? = nil, urgencyReason: String? = nil, legalKindReason: String? = nil
        ) {
            self.category = category
            self.urgency = urgency
            self.legalKind = legalKind
            self.place = place
            self.urgencyReason = urgencyReason
            self.legalKindReason = legalKindReason
        }
    }

    /// T3: a reason of the list, a sentence, and where to go instead.
    public struct Rejection: Codable, Hashable, Sendable {
        public var reason: RejectionReason
        public var explanation: String
        public var goInstead: String
        public init(reason: RejectionReason, explanation: String, goInstead: String) {
            self.reason = reason
            self.explanation = explanation
            self.goInstead = goInstead
        }
    }

    /// T4: a unit without competence needs the reason for which it gets the report nevertheless.
    public struct Assignment: Codable, Hashable, Sendable {
        public var unit: UnitID
        public var overrideReason: String?
        /// For a machine's assignment: how sure it is, in percent.
        public var confidencePercent: Int?
        public init(unit: UnitID, overrideReason: String? = nil, confidencePercent: Int? = nil) {
            self.unit = unit
            self.overrideReason = overrideReason
            self.confidencePercent = confidencePercent
        }
    }
}
