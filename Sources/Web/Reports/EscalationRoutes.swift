import Cabinet
import Hummingbird
import Rules
import Wire

/// Escalations, decisions, conclusions and tasks.
struct EscalationRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.post("reports/:id/escalate", use: escalate)
        api.get("escalations", use: list)
        api.get("escalations/:id", use: show)
        api.post("escalations/:id/forward", use: forward)
        api.post("escalations/:id/return", use: giveBack)
        api.post("escalations/:id/complete", use: complete)
        api.post("escalations/:id/decisions", use: decide)
        api.post("meetings/:id/agenda/:itemId/defer", use: deferItem)
        api.get("meetings/:id/agenda/:itemId/escalations", use: onItem)
        api.post("meetings/:id/agenda/:itemId/conclusions", use: conclude)
        api.get("conclusions/:id", use: conclusion)
        api.post("conclusions/:id/release", use: release)
        api.get("action-items", use: tasks)
        api.get("action-items/:id", use: task)
        api.post("action-items/:id/close", use: closeTask)
    }

    @Sendable func escalate(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewEscalation.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        let caller = try context.caller()
        let text = context.parameters.get("id") ?? ""
        let first = try await at.cabinet.read { tx in try Reports.find(text, for: caller, in: tx) }
        let reports = [first] + (wanted.reports ?? []).filter { $0 != first }
        let command = EscalateReports(id: at.newID(), reports: reports, form: wanted.isShort ? .short(wanted.short) : .full(wanted.dossier))
        let receipt = try await at.perform(command, request, context, body: bytes, on: .report(first))
        return try JSON.response(Escalated(escalationId: receipt.id, state: receipt.state), status: .created)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        var state: EscalationState?
        if let text = request.query("state") {
            guard let known = EscalationState(rawValue: text) else { throw Refusal.invalid("/state", "field.unknown-value", ["value": text]) }
            state = known
        }
        let (law, now, wanted) = (try at.cabinet.law(), context.arrivedAt, state)
        let openOnly = request.query("open") == "true"
        let page = try await at.cabinet.read { tx in
            try Escalations.inbox(state: wanted, openOnly: openOnly, for: caller, at: now, law: law, after: after, limit: limit, in: tx)
        }
        return try JSON.response(Page(items: page.items.map(try at.reportBodies(context).escalation), next: page.next))
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response { try await answer(try context.id("id"), context).response }

    @Sendable func forward(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: EscalationID = try context.id("id")
        return try await at.answer(ForwardEscalation(id: id), request, context, body: bytes, on: .escalation(id)) { _ in try await answer(id, context) }
    }

    @Sendable func giveBack(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(WordsBody.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        let id: EscalationID = try context.id("id")
        return try await at.answer(ReturnEscalation(id: id, note: wanted.note ?? ""), request, context, body: bytes, on: .escalation(id)) { _ in try await answer(id, context) }
    }

    @Sendable func complete(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewEscalation.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        let id: EscalationID = try context.id("id")
        return try await at.answer(CompleteDossier(id: id, dossier: wanted.dossier), request, context, body: bytes, on: .escalation(id)) { _ in try await answer(id, context) }
    }

    @Sendable func decide(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewDecision.self, from: bytes)
        let id: EscalationID = try context.id("id")
        let decision = Decision(
            kind: wanted.kind, text: wanted.text ?? "", publicText: wanted.publicText, leadUnit: wanted.leadUnit, coUnits: wanted.coUnits ?? [],
            due: try wanted.due.map { try Times.time($0, at: "/due") }, outsideBody: wanted.outsideBody, onBehalfOf: wanted.onBehalfOf)
        let placing: AgendaPlacing? =
            if let item = wanted.agendaItemId { .item(item) } else if let meeting = wanted.meetingId { .newItem(at.newID(), of: meeting, title: wanted.title) } else { nil }
        let command = DecideEscalation(id: id, decision: decision, placing: placing)
        return try await at.answer(command, request, context, body: bytes, on: .escalation(id)) { _ in try await answer(id, context, status: .created) }
    }

    @Sendable func deferItem(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NextMeeting.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        let item: AgendaItemID = try context.id("itemId")
        let command = DeferAgendaItem(meeting: try context.id("id"), item: item, next: wanted.meetingId, nextItem: at.newID())
        let receipt = try await at.perform(command, request, context, body: bytes, on: .agendaItem(item))
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    @Sendable func onItem(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (meeting, item): (MeetingID, AgendaItemID) = (try context.id("id"), try context.id("itemId"))
        let (law, now) = (try at.cabinet.law(), context.arrivedAt)
        let found = try await at.cabinet.read { tx in try Escalations.onItem(item, of: meeting, for: caller, at: now, law: law, in: tx) }
        return try JSON.response(try request.page(found.map(try at.reportBodies(context).escalation)) { $0.id.text })
    }

    // MARK: Conclusions and tasks

    @Sendable func conclude(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewConclusion.self, from: bytes)
        let tasks = try (wanted.tasks ?? []).enumerated().map { index, task in
            NewActionItem(
                id: at.newID(), title: task.title ?? "", leadUnit: task.leadUnit, coUnits: task.coUnits ?? [], due: try task.due.map { try Times.time($0, at: "/tasks/\(index)/due") })
        }
        let command = ConcludeItem(
            id: at.newID(), meeting: try context.id("id"), item: try context.id("itemId"), text: wanted.text, publicText: wanted.publicText ?? "", isReleased: wanted.release ?? false,
            tasks: tasks)
        return try await at.answer(command, request, context, body: bytes) { try await conclusionAnswer($0.id, context, status: .created) }
    }

    @Sendable func conclusion(_ request: Request, _ context: AppContext) async throws -> Response { try await conclusionAnswer(try context.id("id"), context).response }

    @Sendable func release(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(WordsBody.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        let id: ConclusionID = try context.id("id")
        return try await at.answer(ReleaseConclusion(id: id, publicText: wanted.publicText), request, context, body: bytes) { _ in try await conclusionAnswer(id, context) }
    }

    @Sendable func tasks(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        let unit: UnitID? = try request.id("unit")
        let openOnly = request.query("open") == "true"
        let page = try await at.cabinet.read { tx in try ActionItems.list(unit: unit, openOnly: openOnly, for: caller, after: after, limit: limit, in: tx) }
        return try JSON.response(Page(items: page.items.map(try at.reportBodies(context).task), next: page.next))
    }

    @Sendable func task(_ request: Request, _ context: AppContext) async throws -> Response { try await taskAnswer(try context.id("id"), context).response }

    @Sendable func closeTask(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(TaskResult.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        let id: ActionItemID = try context.id("id")
        let command = CloseActionItem(id: id, result: wanted.result ?? "", evidence: wanted.evidence ?? [])
        return try await at.answer(command, request, context, body: bytes, on: .actionItem(id)) { _ in try await taskAnswer(id, context) }
    }

    // MARK: Answers

    private func answer(_ id: EscalationID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let caller = try context.caller()
        let (law, now) = (try at.cabinet.law(), context.arrivedAt)
        let view = try await at.cabinet.read { tx in try Escalations.escalation(id, for: caller, at: now, law: law, in: tx) }
        return try Answer(try at.reportBodies(context).escalation(view), version: view.version, status: status)
    }

    private func conclusionAnswer(_ id: ConclusionID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let caller = try context.caller()
        let view = try await at.cabinet.read { tx in try Conclusions.conclusion(id, for: caller, in: tx) }
        return try Answer(try at.reportBodies(context).conclusion(view), version: view.version, status: status)
    }

    private func taskAnswer(_ id: ActionItemID, _ context: AppContext) async throws -> Answer {
        let caller = try context.caller()
        let view = try await at.cabinet.read { tx in try ActionItems.task(id, for: caller, in: tx) }
        return try Answer(try at.reportBodies(context).task(view), version: view.version)
    }
}

/// Answer of `POST /reports/{id}/escalate`.
struct Escalated: Encodable {
    var escalationId: EscalationID
    var state: EscalationState
}

struct NextMeeting: Decodable {
    var meetingId: MeetingID?
}

struct TaskResult: Decodable {
    var result: String?
    var evidence: [DocumentID]?
}
