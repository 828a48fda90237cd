/// A version of the tree of units: from when it holds and by what law.
public struct TreeVersion: Codable, Hashable, Sendable {
    public var id: TreeID
    public var title: BilingualText
    public var validFrom: CivilDate
    public var validTo: CivilDate?
    public var legalBasis: String
    public var status: SourceStatus

    public init(id: TreeID, title: BilingualText, validFrom: CivilDate, validTo: CivilDate? = nil, legalBasis: String, status: SourceStatus) {
        self.id = id
        self.title = title
        self.validFrom = validFrom
        self.validTo = validTo
        self.legalBasis = legalBasis
        self.status = status
    }

    public func holds(on date: CivilDate) -> Bool { validFrom <= date && (validTo.map { date <= $0 } ?? true) }
}
