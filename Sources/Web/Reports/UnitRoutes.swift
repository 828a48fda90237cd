import Cabinet
import Foundation
import Hummingbird
import Rules
import Wire

/// Units, categories, and who is competent for what: for anybody who is signed in.
struct UnitRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("units", use: units)
        api.get("units/:id/people", use: people)
        api.get("categories", use: categories)
        api.get("competence", use: competence)
    }

    struct UnitBody: Codable, Sendable {
        var id: UnitID
        var kind: UnitKind
        var name: BilingualText
        var code: String?
        var parent: UnitID?
        var tree: TreeID
    }

    struct CategoryBody: Codable, Sendable {
        var code: CategoryID
        var parent: CategoryID?
        var name: BilingualText
        var defaultUrgency: Urgency
    }

    struct PersonBody: Codable, Sendable {
        var id: UserID
        var name: String
        var title: String
    }

    struct CompetenceBody: Encodable {
        struct Unit: Encodable {
            var unit: UnitID
            var name: String
            var level: CompetenceRule.Level
            var rule: CompetenceRuleID
            var why: String
            var status: SourceStatus
        }
        struct Limit: Encodable {
            var rule: CompetenceRuleID
            var moneyVND: Int?
            var areaM2: Int?
            var legalBasis: String
            var status: SourceStatus
            var sentence: String
            var isExceeded: Bool?
        }
        var competent: [Unit]
        /// How far the local unit settles it itself, before an escalation is written.
        var ownLimits: [Limit]
    }

    @Sendable func units(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let forest = try at.cabinet.law().forest
        let kind = request.query("kind").flatMap { UnitKind(rawValue: $0) }
        let list = forest.units.values.filter { kind == nil || $0.kind == kind }.sorted { $0.id < $1.id }.map {
            UnitBody(id: $0.id, kind: $0.kind, name: $0.name, code: $0.code, parent: $0.parent, tree: forest.tree.id)
        }
        return try JSON.response(try request.page(list) { $0.id.text })
    }

    @Sendable func people(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let unit: UnitID = try context.id("id")
        let people = try await at.cabinet.read { tx in try UnitDirectory.people(of: unit, for: caller, in: tx) }
        return try JSON.response(try request.page(people.map { PersonBody(id: $0.id, name: $0.name, title: $0.title) }) { $0.id.text })
    }

    @Sendable func categories(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let list = try at.cabinet.law().categories.categories.values.sorted { $0.code < $1.code }.map {
            CategoryBody(code: $0.code, parent: $0.parent, name: $0.name, defaultUrgency: $0.defaultUrgency)
        }
        return try JSON.response(try request.page(list) { $0.code.text })
    }

    @Sendable func competence(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let law = try at.cabinet.law()
        guard let category = request.query("category").flatMap({ CategoryID($0) }), law.categories[category] != nil else {
            throw Refusal.invalid("/category", "category.unknown", ["category": request.query("category") ?? ""])
        }
        var place: UnitID?
        if let text = request.query("place") {
            guard let unit = UnitID(text), law.forest[unit]?.kind.isLocal == true else { throw Refusal.invalid("/place", "field.unknown-unit") }
            place = unit
        }
        let question = CompetenceQuestion(
            category: category, place: place, moneyVND: request.query("money").flatMap { Int($0) }, areaM2: request.query("area").flatMap { Int($0) },
            date: context.arrivedAt.inVietnam.date)
        let language = context.language
        let competent = law.competence.competent(question).map {
            CompetenceBody.Unit(unit: $0.unit, name: law.forest.name($0.unit)[language], level: $0.level, rule: $0.rule, why: $0.why[language], status: $0.status)
        }
        let unit = request.query("unit").flatMap { UnitID($0) } ?? place
        let limits = unit.map { law.competence.ownLimits(of: $0, question) } ?? []
        return try JSON.response(
            CompetenceBody(
                competent: competent,
                ownLimits: limits.map {
                    .init(
                        rule: $0.rule, moneyVND: $0.limits.moneyVND, areaM2: $0.limits.areaM2, legalBasis: $0.legalBasis, status: $0.status, sentence: $0.sentence[language],
                        isExceeded: $0.isExceeded)
                }))
    }
}
