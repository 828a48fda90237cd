import Cabinet
import Hummingbird
import Rules
import Wire

/// What may be chosen with a rating, for anybody; and how often it was, for who is signed in.
struct RatingRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("public/rating-reasons", use: reasons)
        api.get("rating-counts", use: counts)
    }

    @Sendable func reasons(_ request: Request, _ context: AppContext) async throws -> Response {
        try JSON.response(try request.page(at.cabinet.law().policy.ratingReasons) { $0.code.text })
    }

    /// Every level and every reason of the policy, also those nobody chose; `unit` is who answered.
    @Sendable func counts(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let law = try at.cabinet.law()
        var unit: UnitID?
        if let text = request.query("unit") {
            guard let known = UnitID(text), law.forest[known] != nil else { throw Refusal.invalid("/unit", "field.unknown-unit", ["id": text]) }
            unit = known
        }
        let wanted = unit
        let count = try await at.cabinet.read { tx in try Ratings.count(of: wanted, in: tx) }
        let reasons = law.policy.ratingReasons.map { RatingCountsBody.Reason(code: $0.code, name: $0.name[context.language], count: count.reasons[$0.code] ?? 0) }
        return try JSON.response(
            RatingCountsBody(
                total: count.total, satisfied: count.levels[.satisfied] ?? 0, acceptable: count.levels[.acceptable] ?? 0, dissatisfied: count.levels[.dissatisfied] ?? 0,
                reasons: reasons))
    }
}

/// Answer of `GET /rating-counts`.
struct RatingCountsBody: Encodable {
    struct Reason: Encodable {
        var code: RatingReasonID
        var name: String
        var count: Int
    }
    var total: Int
    var satisfied: Int
    var acceptable: Int
    var dissatisfied: Int
    var reasons: [Reason]
}
