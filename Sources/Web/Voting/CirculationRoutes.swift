import Cabinet
import Hummingbird
import Rules
import Wire

/// Opinions by slip: `/meetings/{id}/circulation`, late slips, the report on a slip, and where people are reminded.
struct CirculationRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/circulation", use: show)
        api.put("meetings/:id/circulation", use: describe)
        api.post("meetings/:id/circulation/approve", use: approve)
        api.post("polls/:id/late-slips", use: late)
        api.get("polls/:id/opinions", use: opinions)
        api.put("users/:id/mail", use: setMail)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func describe(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        let wanted = try JSON.decode(PutCirculation.self, from: bytes)
        _ = try await at.perform(
            DescribeCirculation(meeting: id, reason: wanted.reason, workingDays: wanted.workingDays ?? Circulations.usualDays), request, context, body: bytes)
        return try await answer(id, context).response
    }

    @Sendable func approve(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        return try await at.answer(ApproveCirculation(meeting: id), request, context, body: bytes) { _ in try await answer(id, context) }
    }

    @Sendable func late(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(CastBallot.self, from: bytes)
        guard let choice = wanted.choice else { throw Refusal.invalid("/choice", "field.required") }
        let command = RecordLateSlip(poll: try context.id("id"), choice: choice, text: wanted.text, sealedID: at.cabinet.surroundings.newID())
        let receipt = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(SequenceAnswer(seq: receipt.seq), status: .created)
    }

    @Sendable func opinions(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let vault = at.cabinet.vault
        let lines = try await at.cabinet.read { tx in try Circulations.report(on: id, for: caller, vault: vault, in: tx) }
        return try JSON.response(try request.page(lines.map(Opinion.init)) { $0.userId.text })
    }

    @Sendable func setMail(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutMail.self, from: bytes)
        _ = try await at.perform(SetMailAddress(account: try context.id("id"), address: wanted.address), request, context, body: bytes)
        return Response(status: .noContent)
    }

    private func answer(_ id: MeetingID, _ context: AppContext) async throws -> Answer {
        let caller = try context.caller()
        let (view, version) = try await at.cabinet.read { tx in
            (try Circulations.circulation(of: id, for: caller, in: tx), try Meetings.meeting(id, for: caller, in: tx).version)
        }
        return try Answer(Circulation(view), version: version)
    }
}

extension Circulation {
    init(_ view: CirculationView) {
        self.init(
            reason: view.reason, workingDays: view.workingDays, approvedBy: view.approvedBy, approvedAt: Times.text(view.approvedAt), announcedIn: view.announcedIn)
    }
}

extension Opinion {
    init(_ line: OpinionLine) {
        self.init(userId: line.user, name: line.name, choice: line.choice, text: line.text, at: Times.text(line.at), late: line.isLate)
    }
}
