import Cabinet
import Hummingbird
import Rules

/// `/tasks`: what conclusions asked for, the next due first.
struct TasksScreen {
    static let most = 200
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("tasks", use: show)
        router.get("tasks/fragments/:names", use: fragment)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try stage.page("escalation/tasks", title: stage.words(context)("task.list"), try await model(request, context), request, context)
    }

    @Sendable func fragment(_ request: Request, _ context: AppContext) async throws -> Response {
        guard context.parameters.get("names") == "tasks" else { throw Refusal(.notFound) }
        return try stage.parts([("escalation/tasks-fragment", try await model(request, context))], context)
    }

    private func model(_ request: Request, _ context: AppContext) async throws -> TasksModel {
        let caller = try context.caller()
        let now = context.arrivedAt
        let lists = Lists(law: try stage.at.cabinet.law(), p: stage.phrases(context))
        let showsDone = request.query("show") == "done"
        let (standing, tasks, reports) = try await stage.at.cabinet.read { tx in
            let tasks = try ActionItems.list(openOnly: !showsDone, for: caller, limit: Self.most, in: tx).items.filter { $0.isDone == showsDone }
            // Proof is laid with a report of the chain, if the reader may see it.
            var reports: [ActionItemID: ReportID] = [:]
            for task in tasks where !task.isDone {
                guard let code = task.reports.first else { continue }
                do { reports[task.id] = try Reports.find(code.description, for: caller, in: tx) } catch let refusal as Refusal where refusal.code == .notFound { continue }
            }
            return (try ReportStanding.of(caller, in: tx), tasks, reports)
        }
        let p = lists.p
        return TasksModel(
            shows: [("open", false), ("done", true)].map { name, isDone in
                .init(showHref: "/tasks?show=\(name)", showName: p.t("task.show.\(name)"), showTone: isDone == showsDone ? "primary" : "quiet", isHere: isDone == showsDone)
            },
            hasTasks: !tasks.isEmpty, tasks: tasks.map { TaskModel($0, standing, at: now, uploads: reports[$0.id], title: nil, lists) })
    }
}
