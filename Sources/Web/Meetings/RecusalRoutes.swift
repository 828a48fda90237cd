import Cabinet
import Hummingbird
import Rules
import Wire

/// `/meetings/{id}/recusals` and who takes no part in one item.
struct RecusalRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/recusals", use: list)
        api.put("meetings/:id/agenda/:itemId/recusals/:userId", use: declare)
        api.delete("meetings/:id/agenda/:itemId/recusals/:userId", use: withdraw)
        api.put("meetings/:id/agenda/:itemId/access", use: setAccess)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let vault = at.cabinet.vault
        let list = try await at.cabinet.read { tx in try Recusals.list(of: id, for: caller, vault: vault, in: tx) }
        return try JSON.response(try request.page(list.map(Recusal.init)) { "\($0.itemId).\($0.userId)" })
    }

    @Sendable func declare(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutRecusal.self, from: bytes)
        let command = DeclareRecusal(
            meeting: try context.id("id"), item: try context.id("itemId"), user: try context.id("userId"), reason: wanted.reason,
            sealedID: at.cabinet.surroundings.newID())
        return try JSON.response(SequenceAnswer(seq: try await at.perform(command, request, context).seq))
    }

    @Sendable func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        let command = WithdrawRecusal(meeting: try context.id("id"), item: try context.id("itemId"), user: try context.id("userId"))
        _ = try await at.perform(command, request, context)
        return Response(status: .noContent)
    }

    @Sendable func setAccess(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutItemAccess.self, from: bytes)
        let id: AgendaItemID = try context.id("itemId")
        let command = SetItemAccess(meeting: try context.id("id"), item: id, visibility: wanted.visibility, isClosed: wanted.closed)
        return try JSON.response(SequenceAnswer(seq: try await at.perform(command, request, context, on: .agendaItem(id)).seq))
    }
}

extension Recusal {
    init(_ view: RecusalView) {
        self.init(itemId: view.item, userId: view.user, name: view.name, reason: view.reason, at: Times.text(view.at), declaredHimself: view.declaredHimself)
    }
}
