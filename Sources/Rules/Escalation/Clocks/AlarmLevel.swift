/// How high a late clock rings; each level rings once. It never says that the matter is beyond anybody's authority.
public enum AlarmLevel: Int, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// A quarter of the budget is left: the officer.
    case reminder = 1
    /// Due: the head of the unit.
    case head
    /// Half a budget late: the unit above.
    case parent
    /// A whole budget late: the City Office.
    case office

    /// Share of the budget after which the level rings.
    public var percent: Int {
        switch self {
        case .reminder: 75
        case .head: 100
        case .parent: 150
        case .office: 200
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
