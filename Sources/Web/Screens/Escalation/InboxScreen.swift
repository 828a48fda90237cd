import Cabinet
import Hummingbird
import Rules

/// `/inbox`: what leadership has to decide; for the City Office what it gathers; for other units what they sent up.
struct InboxScreen {
    static let cards = 100
    /// How far ahead a meeting may be chosen.
    static let meetingsAheadSeconds: Int64 = 120 * 86_400
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("inbox", use: show)
        router.get("inbox/fragments/:names", use: fragment)
        router.get("escalations/:id", use: dossier)
        router.get("escalations/:id/fragments/:names", use: dossierFragment)
        router.get("escalations/:id/file/:file", use: file)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let model = try await inbox(context)
        return try stage.page("escalation/inbox", title: model.heading, model, request, context)
    }

    @Sendable func fragment(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.parameters.get("names") == "inbox" else { throw Refusal(.notFound) }
        return try stage.parts([("escalation/inbox-fragment", try await inbox(context))], context)
    }

    private func inbox(_ context: AppContext) async throws -> InboxModel {
        let caller = try context.caller()
        let (cabinet, now) = (stage.at.cabinet, context.arrivedAt)
        let lists = Lists(law: try cabinet.law(), p: stage.phrases(context))
        let (standing, views) = try await cabinet.read { tx in
            (try ReportStanding.of(caller, in: tx), try Escalations.inbox(for: caller, at: now, law: lists.law, limit: Self.cards, in: tx).items)
        }
        guard standing.hasDesk || standing.isAuditor else { throw Refusal(.authForbidden, ["needs": "officer"]) }
        return InboxModel(views, standing, at: now, meetings: try await meetings(caller, standing, now), lists)
    }

    /// Meetings that take another item, soonest first.
    private func meetings(_ caller: Caller, _ standing: ReportStanding, _ now: Timestamp) async throws -> [MeetingView] {
        guard standing.isLeader else { return [] }
        let found = try await stage.at.cabinet.read { tx in
            try Meetings.list(for: caller, from: now + -86_400, after: nil, limit: HomeScreen.most, in: tx).items
        }
        return found.filter { $0.state.allows(.agenda, type: $0.type) && $0.endsAt > now && $0.startsAt < now + Self.meetingsAheadSeconds }.sorted { $0.startsAt < $1.startsAt }
    }

    // MARK: The whole dossier

    @Sendable func dossier(_ request: Request, _ context: AppContext) async throws -> Response {
        let model = try await dossier(context)
        return try stage.page("escalation/dossier", title: model.card.title, model, request, context)
    }

    @Sendable func dossierFragment(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.parameters.get("names") == "dossier" else { throw Refusal(.notFound) }
        return try stage.parts([("escalation/dossier-fragment", try await dossier(context))], context)
    }

    private func dossier(_ context: AppContext) async throws -> DossierModel {
        let caller = try context.caller()
        let (cabinet, now) = (stage.at.cabinet, context.arrivedAt)
        let id = try context.id("id", OfEscalation.self)
        let lists = Lists(law: try cabinet.law(), p: stage.phrases(context))
        let scene = try await cabinet.read { tx in try DossierScene(id, for: caller, at: now, law: lists.law, in: tx) }
        return DossierModel(scene, meetings: try await meetings(caller, scene.standing, now), lists)
    }

    @Sendable func file(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (id, wanted) = (try context.id("id", OfEscalation.self), try context.id("file", OfDocument.self))
        let files = try await stage.at.cabinet.read { tx in try EscalationItems.files(of: id, for: caller, in: tx) }
        guard let file = files.first(where: { $0.id == wanted }) else { throw Refusal(.notFound) }
        return try await stage.at.reportFile(file, request)
    }
}

extension InboxModel {
    init(_ views: [EscalationView], _ standing: ReportStanding, at now: Timestamp, meetings: [MeetingView], _ lists: Lists) {
        let p = lists.p
        let isOffice = standing.isOffice && !standing.isLeader
        heading = p.t(isOffice ? "inbox.office" : "inbox.leader")
        lead = p.t(isOffice ? "inbox.officeLead" : "inbox.leaderLead")
        // Leadership decides what was put before it; what the Office still gathers stands below.
        let mine = views.filter { isOffice ? $0.may.contains("forward") : $0.state == .inbox && $0.may.contains("decide") }
        cards = mine.map { EscalationCard($0, at: now, meetings: meetings, lists) }
        emptyTitle = p.t("inbox.none")
        emptyWhy = p.t("inbox.noneWhy")
        let rest = views.filter { view in !mine.contains { $0.id == view.id } }
        others = rest.map { Other($0, at: now, lists) }
        hasOthers = !others.isEmpty
    }
}

extension InboxModel.Other {
    init(_ view: EscalationView, at now: Timestamp, _ lists: Lists) {
        let p = lists.p
        let sign = p.escalation(view.state)
        escalationId = view.id.text
        dossierHref = "/escalations/\(view.id)"
        title = EscalationCard.title(view, lists)
        otherLine = p.line(
            lists.name(view.from), p.waiting(since: view.submittedAt, until: now), view.holder.map { "\(p.t("track.holder")): \(lists.name($0))" },
            view.due.map { "\(p.t("track.due")) \($0.text(.day, in: p.language))" })
        (stateClass, stateSymbol, stateWord) = (sign.kind, sign.symbol, sign.word)
    }
}
