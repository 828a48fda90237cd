import Cabinet
import Hummingbird
import Rules
import Wire

/// `/meetings/{id}/agenda`, the current item, conclusions.
struct AgendaRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/agenda", use: list)
        api.post("meetings/:id/agenda", use: add)
        api.get("meetings/:id/agenda/:itemId", use: show)
        api.put("meetings/:id/agenda/:itemId", use: edit)
        api.delete("meetings/:id/agenda/:itemId", use: remove)
        api.put("meetings/:id/agenda/:itemId/conclusion", use: conclude)
        api.put("meetings/:id/agenda/:itemId/place", use: move)
        api.post("meetings/:id/current-item", use: point)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        try JSON.response(try request.page(try await items(try context.id("id"), context).map(\.item)) { $0.id.text })
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("itemId"), context).response
    }

    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewAgendaItem.self, from: bytes)
        let command = AddAgendaItem(id: at.newID(), meeting: try context.id("id"), draft: try AgendaItemDraft(wanted), parent: wanted.parentId)
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, context, status: .created) }
    }

    @Sendable func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewAgendaItem.self, from: bytes)
        let place = try JSON.decode(Place.self, from: bytes)
        let id: AgendaItemID = try context.id("itemId")
        let command = EditAgendaItem(
            id: id, meeting: try context.id("id"), draft: try AgendaItemDraft(wanted), number: place.number)
        _ = try await at.perform(command, request, context, on: .agendaItem(id))
        return try await answer(id, context).response
    }

    @Sendable func move(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutItemPlace.self, from: bytes)
        let id: AgendaItemID = try context.id("itemId")
        _ = try await at.perform(MoveAgendaItem(id: id, meeting: try context.id("id"), parent: wanted.parentId, place: wanted.place), request, context, on: .agendaItem(id))
        return try await answer(id, context).response
    }

    @Sendable func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(RemoveAgendaItem(id: try context.id("itemId"), meeting: try context.id("id")), request, context)
        return Response(status: .noContent)
    }

    @Sendable func conclude(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutConclusion.self, from: bytes)
        let id: AgendaItemID = try context.id("itemId")
        _ = try await at.perform(WriteConclusion(meeting: try context.id("id"), item: id, text: wanted.text), request, context, on: .agendaItem(id))
        return try await answer(id, context).response
    }

    @Sendable func point(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(CurrentItem.self, from: bytes)
        let receipt = try await at.perform(PointToItem(meeting: try context.id("id"), item: wanted.itemId), request, context, body: bytes)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    private func answer(_ id: AgendaItemID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        guard let found = try await items(try context.id("id"), context).first(where: { $0.item.id == id }) else { throw Refusal(.notFound) }
        return try Answer(found.item, version: found.version, status: status)
    }

    private func items(_ meeting: MeetingID, _ context: AppContext) async throws -> [(item: AgendaItem, version: Int64)] {
        let caller = try context.caller()
        return try await at.cabinet.read { tx in
            let view = try Meetings.meeting(meeting, for: caller, in: tx)
            let items = try Agenda.items(of: meeting, for: caller, in: tx)
            let documents = try Documents.list(of: meeting, for: caller, in: tx)
            let current = items.first { $0.id == view.currentItem }?.number
            return items.map { item in
                (AgendaItem(item, current: current, documents: documents.filter { $0.item == item.id }.map(Document.init)), item.version)
            }
        }
    }
}

/// `number` of `PUT /meetings/{id}/agenda/{itemId}`: the new place among the items beside it.
struct Place: Decodable {
    var number: Int?
}

/// Body of `POST /meetings/{id}/current-item`.
struct CurrentItem: Decodable {
    var itemId: AgendaItemID
}

extension AgendaItem {
    init(_ view: AgendaItemView, current: Int?, documents: [Document]) {
        let state = current.map { view.number < $0 ? "done" : view.number == $0 ? "current" : "planned" } ?? "planned"
        self.init(
            id: view.id, meetingId: view.meeting, number: view.label, title: view.title, kind: view.kind.rawValue, ask: view.ask,
            submitter: view.submitter, rapporteur: view.rapporteur, minutesPlanned: view.minutesPlanned, state: state, documents: documents,
            conclusion: view.conclusion.isEmpty ? nil : view.conclusion, parentId: view.parent, depth: view.depth, place: view.place, late: view.late,
            awaitsChair: view.awaitsChair, visibility: view.visibility, closed: view.isClosed)
    }
}
