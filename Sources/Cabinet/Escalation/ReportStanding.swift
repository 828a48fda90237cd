public import Rules
public import Store

/// Where a caller stands towards reports: at which unit he works, whether he heads it, what he may see.
public struct ReportStanding: Sendable, Equatable {
    /// The unit whose reports he handles.
    public var unit: UnitID?
    /// Head or deputy of it; also every officer of a unit for which no head has been entered, so that nothing is stuck there.
    public var isHead: Bool
    /// An officer of the public-service centre or of the City Office.
    public var isReception: Bool
    public var isOffice: Bool
    public var isLeader: Bool
    public var isAuditor: Bool

    /// Reads every report in full.
    public var readsAll: Bool { isReception || isLeader || isAuditor }
    /// Has a desk: handles, receives or decides.
    public var hasDesk: Bool { unit != nil || isLeader }

    public static let none = ReportStanding(unit: nil, isHead: false, isReception: false, isOffice: false, isLeader: false, isAuditor: false)

    public static func of(_ caller: Caller, in tx: borrowing Transaction) throws -> ReportStanding {
        guard let person = caller.person else { return .none }
        let row = try tx.row(
            """
            SELECT account.role, account.unit, account.head, unit.kind FROM account LEFT JOIN unit ON unit.id = account.unit
            WHERE account.id = \(person.id.text) AND account.disabled = 0
            """)
        guard let row else { return .none }
        let role: AccountRole = row.choice("role")
        let isMarked = row.bool("head")
        var standing = ReportStanding(unit: nil, isHead: false, isReception: false, isOffice: false, isLeader: role == .leader, isAuditor: role == .auditor)
        guard let unit: UnitID = row.optionalID("unit"), role == .officer || isMarked else { return standing }
        standing.unit = unit
        standing.isHead = try isMarked || !tx.exists("SELECT 1 FROM account WHERE unit = \(unit.text) AND head = 1 AND disabled = 0")
        let kind = row.optionalText("kind").flatMap(UnitKind.init(rawValue:))
        standing.isReception = kind?.receives ?? false
        standing.isOffice = kind == .office
        return standing
    }

    /// The roles of the rules that the caller holds for a report.
    static func actor(_ caller: Caller, for row: ReportRow, in tx: borrowing Transaction) throws -> ReportActor {
        var roles: Set<ReportActor.Role> = []
        switch caller {
        case .clock: roles.insert(.clock)
        case .operator, .visitor: break
        case .reporter(let id): if id == row.id { roles.insert(.reporter) }
        case .person(let person):
            let standing = try of(caller, in: tx)
            if let unit = standing.unit {
                roles.insert(.officer(unit))
                if standing.isHead { roles.insert(.head(unit)) }
            }
            if standing.isLeader { roles.insert(.leader) }
            if row.reporter == person.id { roles.insert(.reporter) }
        }
        return ReportActor(person: caller.person?.id, roles: roles)
    }

    /// The one function of visibility of reports: units on the trail, those who take reports in, leadership and auditors read in full, who submitted
    /// the public part. Queries, push and export use it alike.
    static func grants(of caller: Caller, for row: ReportRow, in tx: borrowing Transaction) throws -> Set<Grant> {
        switch caller {
        case .clock: return [.report(row.id), .reporter(row.id)]
        case .operator, .visitor: return []
        case .reporter(let id): return id == row.id ? [.reporter(id)] : []
        case .person(let person):
            var grants: Set<Grant> = []
            if row.reporter == person.id || row.integration == person.id { grants.insert(.reporter(row.id)) }
            let standing = try of(caller, in: tx)
            if try standing.readsAll || standing.unit.map({ try isOnTrail($0, of: row.id, in: tx) }) ?? false { grants.formUnion([.report(row.id), .reporter(row.id)]) }
            if !grants.isEmpty { grants.insert(.person(person.id)) }
            return grants
        }
    }

    /// The condition on `report` under which the caller may see a row.
    static func visible(to caller: Caller, _ standing: ReportStanding) -> SQL {
        if case .clock = caller { return "1 = 1" }
        guard let person = caller.person else { return "1 = 0" }
        if standing.readsAll { return "1 = 1" }
        let own: SQL = "report.reporter = \(person.id.text) OR report.integration = \(person.id.text)"
        guard let unit = standing.unit else { return "(\(own))" }
        return "(\(own) OR EXISTS (SELECT 1 FROM report_unit u WHERE u.report = report.id AND u.unit = \(unit.text)))"
    }

    /// Whether the caller may read what the reporter wrote and how to reach him: who handles it now or did last, and the reception.
    static func handles(_ row: ReportRow, _ standing: ReportStanding) -> Bool {
        standing.isReception || (standing.unit != nil && (standing.unit == row.report.holder || standing.unit == row.report.handler))
    }

    private static func isOnTrail(_ unit: UnitID, of report: ReportID, in tx: borrowing Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM report_unit WHERE report = \(report.text) AND unit = \(unit.text)")
    }
}
