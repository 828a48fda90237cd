public import Rules
import Store

/// What a list of reports is narrowed to. Everything nil: all the caller may see.
public struct ReportFilter: Sendable, Equatable {
    public enum Order: String, Sendable, CaseIterable {
        /// The next due first.
        case due
        /// The newest first.
        case newest
    }
    public enum Light: String, Sendable, CaseIterable {
        case late, soon
    }

    /// Reports that are this unit's to do something about.
    public var unit: UnitID?
    public var state: ReportState?
    public var bucket: Bucket?
    public var urgency: Urgency?
    public var category: CategoryID?
    public var place: UnitID?
    public var officer: UserID?
    public var light: Light?
    public var externalCode: String?
    /// A tracking code, or words of the public text.
    public var words: String?
    /// Only what somebody still owes.
    public var openOnly: Bool
    public var order: Order

    public init(
        unit: UnitID? = nil, state: ReportState? = nil, bucket: Bucket? = nil, urgency: Urgency? = nil, category: CategoryID? = nil, place: UnitID? = nil,
        officer: UserID? = nil, light: Light? = nil, externalCode: String? = nil, words: String? = nil, openOnly: Bool = false, order: Order = .newest
    ) {
        self.unit = unit
        self.state = state
        self.bucket = bucket
        self.urgency = urgency
        self.category = category
        self.place = place
        self.officer = officer
        self.light = light
        self.externalCode = externalCode
        self.words = words
        self.openOnly = openOnly
        self.order = order
    }

    /// Conditions on `report`.
    func condition(at now: Timestamp) -> SQL {
        var sql: SQL = "1 = 1"
        if let unit { sql = "\(sql) AND EXISTS (SELECT 1 FROM report_unit a WHERE a.report = report.id AND a.unit = \(unit.text) AND a.active = 1)" }
        if let state { sql = "\(sql) AND report.state = \(state.rawValue)" }
        if let bucket { sql = "\(sql) AND report.bucket = \(bucket.rawValue)" }
        if let urgency { sql = "\(sql) AND report.urgency = \(urgency.rawValue)" }
        if let category { sql = "\(sql) AND report.category = \(category.text)" }
        if let place { sql = "\(sql) AND report.place = \(place.text)" }
        if let officer { sql = "\(sql) AND report.officer = \(officer.text)" }
        if let externalCode { sql = "\(sql) AND report.external_code = \(externalCode)" }
        if openOnly { sql = "\(sql) AND report.is_open = 1" }
        switch light {
        case .late: sql = "\(sql) AND report.is_open = 1 AND report.due < \(now.ms)"
        case .soon: sql = "\(sql) AND report.is_open = 1 AND report.due >= \(now.ms) AND report.remind_at <= \(now.ms)"
        case nil: break
        }
        if let words {
            let clean = Text.clean(words)
            if let code = TrackingCode(clean) {
                sql = "\(sql) AND report.code = \(code.description)"
            } else {
                let pattern = clean.replacing("%", with: "").replacing("_", with: " ")
                sql = "\(sql) AND (report.public_text LIKE \("%" + pattern + "%") OR report.address LIKE \("%" + pattern + "%") OR report.code LIKE \(pattern.uppercased() + "%"))"
            }
        }
        return sql
    }
}
