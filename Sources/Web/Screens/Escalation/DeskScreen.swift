import Cabinet
import Foundation
import Hummingbird
import Rules

/// `/desk`: the officer's desk — queue, report, action.
struct DeskScreen {
    /// Rows shown of a queue.
    static let rows = 100
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("desk", use: show)
        router.get("desk/fragments/:names", use: fragment)
        router.post("desk/check/:id", use: check)
        router.get("desk/photo/:id/:file", use: photo)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let model = try await model(request, context)
        return try stage.page("escalation/desk", title: model.open.map { "\($0.code) · \($0.title)" } ?? model.unitName, model, request, context)
    }

    @Sendable func fragment(_ request: Request, _ context: AppContext) async throws -> Response {
        let names = (context.parameters.get("names") ?? "").split(whereSeparator: { $0 == "+" || $0 == "," }).map(String.init)
        let known = ["desk-head", "desk-queue", "desk-report", "desk-act"]
        guard !names.isEmpty, names.count <= known.count, names.allSatisfy(known.contains) else { throw Refusal(.notFound) }
        let model = try await model(request, context)
        return try stage.parts(names.map { ("escalation/\($0)-fragment", model as any Sendable) }, context)
    }

    /// A photo or paper of a report, for those who may see it.
    @Sendable func photo(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (report, id) = (try context.id("id", OfReport.self), try context.id("file", OfDocument.self))
        let file = try await stage.at.cabinet.read { tx in try ReportFiles.file(id, of: report, for: caller, in: tx) }
        return try await stage.at.reportFile(file, request)
    }

    /// What still blocks an answer and what looks hollow, before it is sent.
    @Sendable func check(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id = try context.id("id", OfReport.self)
        let draft = try JSON.decode(AnswerDraft.self, from: try await request.bytes(limit: stage.at.configuration.maxJSONBytes))
        let (cabinet, law) = (stage.at.cabinet, try stage.at.cabinet.law())
        let look = try await cabinet.read { tx in try AnswerLook.look(at: draft, on: id, for: caller, at: context.arrivedAt, law: law, vault: cabinet.vault, in: tx) }
        struct Answered: Encodable {
            var faults: [String]
            var flags: [String]
        }
        let faults = look.faults.map { stage.at.locales.text($0.reason, context.language, $0.parameters) }
        return try JSON.response(Answered(faults: faults, flags: look.flags.map { $0.sentence[context.language] }))
    }

    // MARK: The desk

    private func model(_ request: Request, _ context: AppContext) async throws -> DeskModel {
        let caller = try context.caller()
        let (cabinet, now) = (stage.at.cabinet, context.arrivedAt)
        let lists = Lists(law: try cabinet.law(), p: stage.phrases(context))
        let standing = try await cabinet.read { tx in try ReportStanding.of(caller, in: tx) }
        guard standing.hasDesk || standing.isAuditor else { throw Refusal(.authForbidden, ["needs": "officer"]) }
        let view = DeskView(request, caller, standing)
        let (listing, counts) = try await cabinet.read { tx in
            (
                try Reports.list(view.filter, for: caller, at: now, limit: Self.rows, in: tx),
                try Reports.counts(view.filtered(light: nil), for: caller, at: now, in: tx)
            )
        }
        let opened = try await open(request.query("report"), caller, context, lists)
        return DeskModel(view, listing, counts, opened, caller, lists)
    }

    private func open(_ wanted: String?, _ caller: Caller, _ context: AppContext, _ lists: Lists) async throws -> DeskOpen? {
        guard let wanted else { return nil }
        let (cabinet, now) = (stage.at.cabinet, context.arrivedAt)
        do {
            return try await cabinet.read { tx in
                let id = try Reports.find(wanted, for: caller, in: tx)
                return try DeskOpen(id, for: caller, at: now, law: lists.law, vault: cabinet.vault, in: tx)
            }
        } catch let refusal as Refusal where refusal.code == .notFound {
            // It went elsewhere meanwhile: the queue is still there.
            return nil
        }
    }
}

/// What the reader looks at: which list, by what, which report.
struct DeskView: Sendable {
    enum Show: String, CaseIterable, Sendable { case unit, mine, trail, done }

    var standing: ReportStanding
    var person: UserID?
    var show: Show
    var unit: UnitID?
    var light: ReportFilter.Light?
    var search: String
    var report: String?

    init(_ request: Request, _ caller: Caller, _ standing: ReportStanding) {
        self.standing = standing
        person = caller.person?.id
        show = request.query("show").flatMap(Show.init(rawValue:)) ?? (standing.unit == nil ? .trail : .unit)
        unit = standing.readsAll ? request.query("unit").flatMap { UnitID($0) } : nil
        light = request.query("light").flatMap(ReportFilter.Light.init(rawValue:))
        search = request.query("q") ?? ""
        report = request.query("report")
    }

    var filter: ReportFilter { filtered(light: light) }

    func filtered(light: ReportFilter.Light?) -> ReportFilter {
        let at = unit ?? standing.unit
        let words = search.nonEmpty
        return switch show {
        case .unit: ReportFilter(unit: at, light: light, words: words, openOnly: true, order: .due)
        case .mine: ReportFilter(unit: at, officer: person, light: light, words: words, openOnly: true, order: .due)
        case .trail: ReportFilter(unit: unit, light: light, words: words, openOnly: true, order: .due)
        case .done: ReportFilter(bucket: .answered, light: light, words: words, order: .newest)
        }
    }

    /// The address of the desk with something changed.
    func href(report: String? = nil, light: ReportFilter.Light? = nil, keepsLight: Bool = true) -> String {
        var parts: [String] = []
        if show != (standing.unit == nil ? .trail : .unit) { parts.append("show=\(show.rawValue)") }
        if let unit { parts.append("unit=\(unit.text)") }
        if let light = keepsLight ? self.light : light { parts.append("light=\(light.rawValue)") }
        if !search.isEmpty { parts.append("q=" + (search.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")) }
        if let report { parts.append("report=\(report)") }
        return "/desk" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}
