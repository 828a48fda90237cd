import Cabinet
import Hummingbird
import Rules
import Wire

/// `/meetings/{id}/reopening`: a closed meeting is opened again by two.
struct ReopeningRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/reopening", use: list)
        api.post("meetings/:id/reopening", use: ask)
        api.post("meetings/:id/reopening/approve") { try await decide(true, $0, $1) }
        api.post("meetings/:id/reopening/refuse") { try await decide(false, $0, $1) }
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let list = try await at.cabinet.read { tx in try Meetings.reopenings(of: id, for: caller, in: tx) }
        return try JSON.response(
            try request.page(list.map { Reopening(reason: $0.reason, askedBy: $0.askedBy, askedAt: Times.text($0.askedAt), state: $0.state) }) { $0.askedAt })
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewReopening.self, from: bytes)
        let command = AskReopening(id: at.cabinet.surroundings.newID(), meeting: try context.id("id"), reason: wanted.reason)
        let receipt = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(ReopeningAnswer(id: receipt.id), status: .created)
    }

    private func decide(_ isApproved: Bool, _ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let receipt = try await at.perform(DecideReopening(meeting: try context.id("id"), isApproved: isApproved), request, context, body: bytes)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }
}

/// Answer of `POST /meetings/{id}/reopening`.
struct ReopeningAnswer: Codable {
    var id: String
}
