/// What lies with an escalation (§1.6, field 9).
public struct DossierAttachment: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case photo
        /// The unit's signed report or submission (tờ trình, báo cáo).
        case signedReport
        /// A consulted unit's opinion.
        case opinion
        /// Proof that a unit was asked and has not replied.
        case asked
        case other
    }

    public var kind: Kind
    public var document: DocumentID
    /// The unit that was consulted.
    public var unit: UnitID?

    public init(kind: Kind, document: DocumentID, unit: UnitID? = nil) {
        self.kind = kind
        self.document = document
        self.unit = unit
    }
}
