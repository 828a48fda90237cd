public import Rules
public import Store

/// How content reporters were, counted: levels, and each reason how often.
public struct RatingCount: Sendable, Equatable {
    public var levels: [RatingLevel: Int] = [:]
    public var reasons: [RatingReasonID: Int] = [:]

    public var total: Int { levels.values.reduce(0, +) }
}

/// Ratings as rows, so that they can be counted without opening a report. A reopening without a rating is one, dissatisfied and without reasons.
public enum Ratings {
    /// Most codes a count tells of.
    static let maxReasons = 200

    /// Of all rounds that a unit answered, or of all there are.
    public static func count(of unit: UnitID? = nil, in tx: borrowing Transaction) throws -> RatingCount {
        let who: SQL = unit.map { "unit = \($0.text)" } ?? "1 = 1"
        var count = RatingCount()
        for row in try tx.rows("SELECT level, COUNT(*) AS n FROM report_rating WHERE \(who) GROUP BY level ORDER BY level LIMIT 10") {
            count.levels[row.choice("level")] = row.int("n")
        }
        let reasons = try tx.rows(
            """
            SELECT r.reason, COUNT(*) AS n FROM report_rating_reason r JOIN report_rating ON report_rating.report = r.report AND report_rating.round = r.round
            WHERE \(who) GROUP BY r.reason ORDER BY r.reason LIMIT \(maxReasons)
            """)
        for row in reasons { count.reasons[row.id("reason")] = row.int("n") }
        return count
    }

    /// Writes down the ratings that a step of a report added, for the unit that had answered.
    static func note(of report: Report, before: Report, in tx: borrowing Transaction) throws {
        for rating in report.ratings.dropFirst(before.ratings.count) {
            try tx.execute(
                """
                INSERT INTO report_rating (report, round, unit, level, at)
                VALUES (\(report.id.text), \(rating.round), \(before.holder.text), \(rating.level.rawValue), \(rating.at.ms))
                """)
            for reason in rating.reasons {
                try tx.execute("INSERT INTO report_rating_reason (report, round, reason) VALUES (\(report.id.text), \(rating.round), \(reason.text))")
            }
        }
    }
}
