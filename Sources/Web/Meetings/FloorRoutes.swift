import Cabinet
import Hummingbird
import Rules
import Wire

/// `/meetings/{id}/floor`: who speaks and who asks to.
struct FloorRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/floor", use: show)
        api.put("meetings/:id/floor", use: arrange)
        api.post("meetings/:id/floor", use: ask)
        api.delete("meetings/:id/floor/:requestId", use: withdraw)
        api.put("meetings/:id/floor/:requestId", use: limit)
        api.post("meetings/:id/floor/:requestId/grant", use: grant)
        api.post("meetings/:id/floor/:requestId/pause") { try await step(.pause, $0, $1) }
        api.post("meetings/:id/floor/:requestId/resume") { try await step(.resume, $0, $1) }
        api.post("meetings/:id/floor/:requestId/end") { try await step(.end, $0, $1) }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await list(context)
    }

    @Sendable func arrange(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutFloor.self, from: bytes)
        let command = ArrangeFloor(
            meeting: try context.id("id"), order: wanted.order, isClosed: wanted.closed, limitMS: wanted.limitSeconds.map(Self.milliseconds))
        _ = try await at.perform(command, request, context)
        return try await list(context)
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = bytes.isEmpty ? NewFloorRequest() : try JSON.decode(NewFloorRequest.self, from: bytes)
        let receipt = try await at.perform(RequestFloor(id: at.newID(), meeting: try context.id("id"), item: wanted.itemId), request, context, body: bytes)
        return try JSON.response(FloorAnswer(id: receipt.id), status: .created)
    }

    @Sendable func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(StepFloor(meeting: try context.id("id"), request: try context.id("requestId"), step: .withdraw), request, context)
        return Response(status: .noContent)
    }

    @Sendable func grant(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = bytes.isEmpty ? FloorGrant() : try JSON.decode(FloorGrant.self, from: bytes)
        let command = StepFloor(
            meeting: try context.id("id"), request: try context.id("requestId"), step: .grant, limitMS: wanted.limitSeconds.map(Self.milliseconds))
        _ = try await at.perform(command, request, context, body: bytes)
        return try await list(context)
    }

    @Sendable func limit(_ request: Request, _ context: AppContext) async throws -> Response {
        let wanted = try JSON.decode(SpeechLimit.self, from: try await request.bytes(limit: at.configuration.maxJSONBytes))
        let command = LimitSpeech(meeting: try context.id("id"), request: try context.id("requestId"), limitMS: Self.milliseconds(wanted.limitSeconds))
        _ = try await at.perform(command, request, context)
        return try await list(context)
    }

    private func step(_ step: FloorState.Step, _ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        _ = try await at.perform(StepFloor(meeting: try context.id("id"), request: try context.id("requestId"), step: step), request, context, body: bytes)
        return try await list(context)
    }

    private func list(_ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        return try JSON.response(SpeakersList(try await at.cabinet.read { tx in try Floor.floor(of: id, for: caller, in: tx) }))
    }

    /// Bounded before it is multiplied: the door says which values are allowed.
    private static func milliseconds(_ seconds: Int) -> Int64 { Int64(min(max(seconds, -1), 100_000)) * 1000 }
}

/// Answer of `POST /meetings/{id}/floor`.
struct FloorAnswer: Codable {
    var id: FloorRequestID
}

extension SpeakersList {
    init(_ view: FloorView) {
        self.init(closed: view.isClosed, limitMs: view.limitMS, speaker: view.speaker.map(Entry.init), waiting: view.waiting.map(Entry.init),
            itemTime: view.itemTime.map {
                .init(itemId: $0.item, spokenMs: $0.clock.spokenMS, runningSince: Times.text($0.clock.runningSince), limitMs: $0.clock.limitMS ?? 0)
            })
    }
}

extension SpeakersList.Entry {
    init(_ entry: FloorEntry) {
        self.init(
            id: entry.id, itemId: entry.item, userId: entry.user, name: entry.name, title: entry.title, substituteFor: entry.substituteFor, state: entry.state, place: entry.place,
            requestedAt: Times.text(entry.requestedAt), grantedAt: Times.text(entry.grantedAt), spokenMs: entry.clock.spokenMS,
            runningSince: Times.text(entry.clock.runningSince), limitMs: entry.clock.limitMS)
    }
}
