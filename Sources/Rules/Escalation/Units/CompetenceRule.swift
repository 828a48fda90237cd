/// Who may do what in which field, as it lies in `Storage/Seeds/units/competence.json`. A rule is found by its id in every answer it gave.
public struct CompetenceRule: Codable, Hashable, Sendable {
    public enum Level: String, Codable, Hashable, Sendable, CaseIterable {
        /// Handles the matter.
        case handle
        /// Takes part in it.
        case coordinate
        /// Decides what is beyond the handler.
        case decide

        public var name: BilingualText {
            switch self {
            case .handle: BilingualText(vi: "xử lý", en: "handles")
            case .coordinate: BilingualText(vi: "phối hợp", en: "takes part")
            case .decide: BilingualText(vi: "quyết định", en: "decides")
            }
        }

        var rank: Int {
            switch self {
            case .handle: 0
            case .coordinate: 1
            case .decide: 2
            }
        }
    }

    /// Where the rule holds.
    public enum Area: String, Codable, Hashable, Sendable, CaseIterable {
        /// In the territory of the unit and of the units below it.
        case ownTerritory
        case city
    }

    /// Up to where the competence reaches; missing means without limit.
    public struct Limits: Codable, Hashable, Sendable {
        public var moneyVND: Int?
        public var areaM2: Int?
        public init(moneyVND: Int? = nil, areaM2: Int? = nil) {
            self.moneyVND = moneyVND
            self.areaM2 = areaM2
        }
    }

    public var id: CompetenceRuleID
    /// The category and everything below it; missing means every category.
    public var category: CategoryID?
    /// One unit, or every unit of a kind: one of the two.
    public var unit: UnitID?
    public var kind: UnitKind?
    public var area: Area
    public var level: Level
    public var limits: Limits
    public var validFrom: CivilDate
    public var validTo: CivilDate?
    public var legalBasis: String
    public var status: SourceStatus

    public init(
        id: CompetenceRuleID, category: CategoryID?, unit: UnitID? = nil, kind: UnitKind? = nil, area: Area, level: Level, limits: Limits = .init(),
        validFrom: CivilDate, validTo: CivilDate? = nil, legalBasis: String, status: SourceStatus
    ) {
        self.id = id
        self.category = category
        self.unit = unit
        self.kind = kind
        self.area = area
        self.level = level
        self.limits = limits
        self.validFrom = validFrom
        self.validTo = validTo
        self.legalBasis = legalBasis
        self.status = status
    }

    public func holds(on date: CivilDate) -> Bool { validFrom <= date && (validTo.map { date <= $0 } ?? true) }
}
