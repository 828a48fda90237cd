import Cabinet
import Hummingbird
import Rules
import Wire

/// `/meetings/{id}/polls` and `/polls/{id}`.
struct PollRoutes {
    let at: Dependencies
    private let turnout: Turnout

    init(at: Dependencies) {
        self.at = at
        turnout = Turnout(cabinet: at.cabinet, hub: at.hub, logger: at.logger)
    }

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/polls", use: list)
        api.post("meetings/:id/polls", use: create)
        api.get("polls/:id", use: show)
        api.post("polls/:id/open", use: open)
        api.post("polls/:id/close", use: close)
        api.post("polls/:id/annul", use: annul)
        api.post("polls/:id/ballots", use: cast)
        api.post("polls/:id/casting-vote", use: castingVote)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let now = context.arrivedAt
        let polls = try await at.cabinet.read { tx in try Polls.list(of: id, for: caller, at: now, in: tx) }
        return try JSON.response(try request.page(polls.map(Poll.init)) { $0.id.text })
    }

    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewPoll.self, from: bytes)
        let command = CreatePoll(
            id: at.newID(), meeting: try context.id("id"), title: wanted.title, item: wanted.agendaItemId,
            subject: wanted.subject.map { .init(document: $0.documentId, version: $0.version, sha256: $0.sha256.lowercased()) }, method: wanted.method,
            secrecy: wanted.secrecy, rules: wanted.rules, show: wanted.show ?? .atClose, closesAt: try wanted.closesAt.map { try Times.time($0, at: "/closesAt") })
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, context, status: .created) }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func open(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: PollID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try await at.answer(OpenPoll(id: id), request, context, body: bytes, on: .poll(id)) { _ in try await answer(id, context) }
    }

    @Sendable func close(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: PollID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try await at.answer(ClosePoll(id: id), request, context, body: bytes, on: .poll(id)) { _ in try await answer(id, context) }
    }

    @Sendable func annul(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: PollID = try context.id("id")
        let wanted = try JSON.decode(Reason.self, from: bytes)
        return try await at.answer(AnnulPoll(id: id, reason: wanted.reason), request, context, body: bytes, on: .poll(id)) { _ in try await answer(id, context) }
    }

    @Sendable func cast(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(CastBallot.self, from: bytes)
        guard let choice = wanted.choice else { throw Refusal.invalid("/choice", "field.required") }
        let id: PollID = try context.id("id")
        let command = CastVote(poll: id, choice: choice, text: wanted.text, sealedID: at.cabinet.surroundings.newID())
        let receipt = try await at.perform(command, request, context, body: bytes)
        await turnout.changed(id)
        return try JSON.response(BallotAnswer(seq: receipt.seq, receipt: receipt.receipt), status: .created)
    }

    @Sendable func castingVote(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: PollID = try context.id("id")
        let wanted = try JSON.decode(CastingVote.self, from: bytes)
        return try await at.answer(GiveCastingVote(id: id, vote: wanted), request, context, body: bytes) { _ in try await answer(id, context) }
    }

    private func answer(_ id: PollID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let caller = try context.caller()
        let now = context.arrivedAt
        let view = try await at.cabinet.read { tx in try Polls.poll(id, for: caller, at: now, in: tx) }
        return try Answer(Poll(view), version: view.version, status: status)
    }
}

extension Poll {
    init(_ view: PollView) {
        self.init(
            id: view.id, meetingId: view.meeting, agendaItemId: view.item, title: view.title,
            subject: view.subject.map { .init(documentId: $0.document, version: $0.version, sha256: $0.sha256) }, method: view.method, secrecy: view.secrecy,
            show: view.show, state: view.state, members: view.members, present: view.present, tally: view.result?.tally, heads: view.result?.heads,
            outcome: view.result?.outcome, because: view.result?.because, castingUntil: Times.text(view.castingUntil), openedAt: Times.text(view.openedAt),
            closesAt: Times.text(view.closesAt), closedAt: Times.text(view.closedAt), rules: view.rules,
            mine: view.mine.map { OwnBallot(seq: view.mySeq ?? 0, choice: $0) },
            named: view.named?.map { NamedVote(userId: $0.user, name: $0.name, choice: $0.choice) })
    }
}
