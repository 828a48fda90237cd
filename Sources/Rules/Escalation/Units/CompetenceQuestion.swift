/// What is asked of the competence rules.
public struct CompetenceQuestion: Hashable, Sendable {
    public var category: CategoryID
    /// The local unit in whose territory the matter lies; nil if the place is not known.
    public var place: UnitID?
    /// Estimated cost, if known.
    public var moneyVND: Int?
    /// Ground concerned, if known.
    public var areaM2: Int?
    public var date: CivilDate

    public init(category: CategoryID, place: UnitID?, moneyVND: Int? = nil, areaM2: Int? = nil, date: CivilDate) {
        self.category = category
        self.place = place
        self.moneyVND = moneyVND
        self.areaM2 = areaM2
        self.date = date
    }
}
