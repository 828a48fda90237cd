import Cabinet
import Hummingbird
import Rules

/// `/meetings/{id}/items/{item}`: an item that came from an escalation — dossier, polls, conclusion, tasks.
struct ItemScreen {
    /// Tasks one form takes; more are given by a second conclusion's secretary through the API.
    static let taskForms = 6
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/items/:item", use: show)
        router.get("meetings/:id/items/:item/fragments/:names", use: fragment)
        router.get("meetings/:id/items/:item/file/:file", use: file)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let model = try await model(context)
        return try stage.page("escalation/item", title: model.heading, model, request, context)
    }

    @Sendable func fragment(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.parameters.get("names") == "item" else { throw Refusal(.notFound) }
        return try stage.parts([("escalation/item-fragment", try await model(context))], context)
    }

    @Sendable func file(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (meeting, item, wanted) = (try context.id("id", OfMeeting.self), try context.id("item", OfAgendaItem.self), try context.id("file", OfDocument.self))
        // An item the reader may not see has no files either.
        guard try await stage.scene(context).item(item) != nil else { throw Refusal(.notFound) }
        let (files, mayStay) = try await stage.at.cabinet.read { tx in
            (try EscalationItems.files(on: item, of: meeting, for: caller, in: tx), try Agenda.mayStayOnDevice(item, of: meeting, for: caller, in: tx))
        }
        guard let file = files.first(where: { $0.id == wanted }) else { throw Refusal(.notFound) }
        return try await stage.at.reportFile(file, request, cache: Keeping.header(mayStay))
    }

    private func model(_ context: AppContext) async throws -> ItemModel {
        let caller = try context.caller()
        let (cabinet, now) = (stage.at.cabinet, context.arrivedAt)
        let scene = try await stage.scene(context)
        let wanted = try context.id("item", OfAgendaItem.self)
        guard let item = scene.item(wanted) else { throw Refusal(.notFound) }
        let lists = Lists(law: try cabinet.law(), p: stage.phrases(context))
        let (views, timelines, files, conclusion, standing, readsPapers) = try await cabinet.read { tx in
            guard try Agenda.readsPapers(item.id, of: scene.meeting.id, for: caller, in: tx) else {
                return ([EscalationView](), [[TimelineEntry]](), [ReportFileView](), ConclusionView?.none, try ReportStanding.of(caller, in: tx), false)
            }
            let views = try Escalations.onItem(item.id, of: scene.meeting.id, for: caller, at: now, law: lists.law, in: tx)
            var timelines: [[TimelineEntry]] = []
            for view in views {
                guard let first = view.reports.first else {
                    timelines.append([])
                    continue
                }
                timelines.append(try DossierScene.timeline(first, for: caller, at: now, law: lists.law, in: tx))
            }
            return (
                views, timelines, try EscalationItems.files(on: item.id, of: scene.meeting.id, for: caller, in: tx),
                try Conclusions.conclusion(on: item.id, of: scene.meeting.id, for: caller, in: tx), try ReportStanding.of(caller, in: tx), true
            )
        }
        var model = ItemModel(scene, item, views, timelines, files, conclusion, standing, lists)
        model.notMine = readsPapers ? nil : lists.p.t("item.notMine")
        model.noDossier = readsPapers && views.isEmpty
        return model
    }
}

extension ItemModel {
    init(
        _ scene: MeetingScene, _ item: AgendaItemView, _ views: [EscalationView], _ timelines: [[TimelineEntry]], _ files: [ReportFileView], _ conclusion: ConclusionView?,
        _ standing: ReportStanding, _ lists: Lists
    ) {
        let p = lists.p
        let conducts = scene.standing.secretary || scene.standing.presides
        itemId = item.id.text
        fragments = "\(scene.path)/items/\(item.id)/fragments"
        roomHref = scene.path
        heading = p.t("task.heading", ["number": "\(item.label)", "title": item.title])
        meetingLine = p.line(scene.meeting.title, p.span(scene.meeting.startsAt, scene.meeting.endsAt))
        dossiers = zip(views, timelines).map { view, timeline in
            var card = EscalationCard(view, at: scene.now, lists)
            card.decide = nil
            card.dossierHref = "#dossier-\(view.id)"
            let own = files.filter { file in view.reports.contains { $0.id == file.report } }
            return Dossier(
                escalationId: view.id.text, card: card, fields: DossierFields(view, files: own, base: "\(scene.path)/items/\(item.id)/file", lists),
                steps: StepModel.steps(timeline, lists))
        }
        let polls = scene.polls.filter { $0.item == item.id }
        pollLines = polls.filter { $0.state == .closed }.compactMap { poll in
            poll.result.map { PollLine(pollText: "\(poll.title): \(p.t("outcome.\($0.outcome.rawValue)")) \($0.tally.for)/\($0.base)") }
        }
        conclusions = conclusion.map { [ConclusionModel($0, mayRelease: conducts, p)] } ?? []
        let report = views.first?.reports.first?.id
        tasks = (conclusion?.tasks ?? []).map { TaskModel($0, standing, at: scene.now, conducts: conducts, uploads: standing.unit == nil ? nil : report, title: nil, lists) }
        hasTasks = !tasks.isEmpty
        let mayConclude = conducts && conclusion == nil && !views.isEmpty && scene.allows(.minutes)
        deferUrl = mayConclude && views.contains { $0.state == .onAgenda } ? "\(scene.api)/agenda/\(item.id)/defer" : nil
        conclude = mayConclude ? Conclude(scene, item, views.first, isPollOpen: polls.contains { $0.state == .open }, lists) : nil
    }
}

extension ItemModel.Conclude {
    init(_ scene: MeetingScene, _ item: AgendaItemView, _ view: EscalationView?, isPollOpen: Bool, _ lists: Lists) {
        concludeUrl = "\(scene.api)/agenda/\(item.id)/conclusions"
        blockedBecause = isPollOpen ? lists.p.t("task.pollOpen") : nil
        proposed = item.conclusion
        taskForms = (0..<ItemScreen.taskForms).map { index in
            let isFirst = index == 0
            return ItemModel.TaskForm(
                index: index, taskNumber: index + 1, spare: !isFirst, taskTitle: isFirst ? view?.proposal?.text.prefix(300).description ?? "" : "",
                leadGroups: lists.handlers(selected: isFirst ? view?.proposal?.leadUnit ?? view?.from : nil))
        }
    }
}
