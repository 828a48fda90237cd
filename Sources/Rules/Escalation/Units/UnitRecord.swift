/// A unit as it lies in `Storage/Seeds/units/*.json`. Its id is never used again for another unit, though official codes are.
public struct UnitRecord: Codable, Hashable, Sendable {
    public var id: UnitID
    public var kind: UnitKind
    public var name: BilingualText
    /// Code of the General Statistics Office, for territories.
    public var code: String?
    public var parent: UnitID?
    public var validFrom: CivilDate
    /// Last day; missing while the unit exists.
    public var validTo: CivilDate?
    /// Units that took over parts of it: there is no mapping from name to name.
    public var successors: [UnitID]?
    public var calendar: CalendarID

    public init(
        id: UnitID, kind: UnitKind, name: BilingualText, code: String? = nil, parent: UnitID?, validFrom: CivilDate, validTo: CivilDate? = nil,
        successors: [UnitID]? = nil, calendar: CalendarID
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.code = code
        self.parent = parent
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
        self.calendar = calendar
    }

    public func exists(on date: CivilDate) -> Bool { validFrom <= date && (validTo.map { date <= $0 } ?? true) }
}
