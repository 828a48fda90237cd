import Cabinet
import Hummingbird
import Push
import Rules
import Store
import Wire

/// `/meetings/{id}/polls` and `/polls/{id}`.
struct PollRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/polls", use: list)
        api.post("meetings/:id/polls", use: create)
        api.get("polls/:id", use: show)
        api.put("polls/:id", use: edit)
        api.delete("polls/:id", use: drop)
        api.get("polls/:id/proof", use: proof)
        api.post("polls/:id/open", use: open)
        api.post("polls/:id/close", use: close)
        api.post("polls/:id/annul", use: annul)
        api.post("polls/:id/ballots", use: cast)
        api.post("polls/:id/casting-vote", use: castingVote)
        api.post("polls/:id/repeat", use: again)
        api.post("polls/:id/nudge", use: nudge)
        api.post("polls/:id/count", use: enterCount)
        api.post("polls/:id/count/confirm", use: confirmCount)
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
        let command = try draft(try JSON.decode(NewPoll.self, from: bytes), as: at.newID(), of: try context.id("id"))
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, context, status: .created) }
    }

    @Sendable func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: PollID = try context.id("id")
        let caller = try context.caller()
        let now = context.arrivedAt
        let meeting = try await at.cabinet.read { tx in try Polls.poll(id, for: caller, at: now, in: tx) }.meeting
        let command = EditPoll(to: try draft(try JSON.decode(NewPoll.self, from: bytes), as: id, of: meeting))
        return try await at.answer(command, request, context, body: bytes, on: .poll(id)) { _ in try await answer(id, context) }
    }

    @Sendable func drop(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: PollID = try context.id("id")
        _ = try await at.perform(DropPoll(id: id), request, context, on: .poll(id))
        return Response(status: .noContent)
    }

    private func draft(_ wanted: NewPoll, as id: PollID, of meeting: MeetingID) throws -> CreatePoll {
        CreatePoll(
            id: id, meeting: meeting, title: wanted.title, item: wanted.agendaItemId,
            subject: wanted.subject.map { .init(document: $0.documentId, version: $0.version, sha256: $0.sha256.lowercased()) }, method: wanted.method,
            secrecy: wanted.secrecy, rules: wanted.rules, show: wanted.show ?? .atClose, closesAt: try wanted.closesAt.map { try Times.time($0, at: "/closesAt") },
            options: (wanted.options ?? []).map { PollOption(id: at.newID(), title: $0.title) }, places: wanted.maxSelections,
            repeats: wanted.repeats, amends: wanted.amends, durationS: wanted.durationSeconds, taking: wanted.taking ?? .devices)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func proof(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let evidence = try await at.cabinet.read { tx in try Polls.evidence(of: id, for: caller, in: tx) }
        return try JSON.response(PollProof(evidence), headers: [.contentDisposition: #"attachment; filename="bieu-quyet-\#(id).json""#])
    }

    @Sendable func open(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: PollID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let days = try await at.cabinet.read { tx in try Circulations.days(of: id, in: tx) }
        let closesAt = days.flatMap { days in
            at.calendars.clocks.first { $0.key.text == DeadlineRoutes.defaultCalendar }?.value.deadline(from: context.arrivedAt, budget: .days(days))?.due
        }
        return try await at.answer(OpenPoll(id: id, closesAt: closesAt), request, context, body: bytes, on: .poll(id)) { _ in try await answer(id, context) }
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
        let id: PollID = try context.id("id")
        let command = CastVote(
            poll: id, choice: wanted.choice, selections: wanted.selections, text: wanted.text, tracker: wanted.tracker, sealedID: at.cabinet.surroundings.newID())
        // A digest of a request with a tracker would say who voted how to whoever can guess three words; an open poll refuses trackers.
        let receipt = try await at.perform(command, request, context, body: bytes, isDigested: wanted.tracker == nil)
        await at.turnout.changed(id)
        return try JSON.response(BallotAnswer(seq: receipt.seq, receipt: receipt.receipt), status: .created)
    }

    @Sendable func castingVote(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: PollID = try context.id("id")
        let wanted = try JSON.decode(CastingVote.self, from: bytes)
        return try await at.answer(GiveCastingVote(id: id, vote: wanted), request, context, body: bytes) { _ in try await answer(id, context) }
    }

    @Sendable func again(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let command = RepeatPoll(of: try context.id("id"), as: at.newID())
        return try await at.answer(command, request, context, body: bytes) { try await answer($0.id, context, status: .created) }
    }

    @Sendable func enterCount(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: PollID = try context.id("id")
        let command = EnterCount(id: id, count: try JSON.decode(HandCount.self, from: bytes))
        return try await at.answer(command, request, context, body: bytes) { _ in try await answer(id, context) }
    }

    @Sendable func confirmCount(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: PollID = try context.id("id")
        let command = ConfirmCount(id: id, count: try JSON.decode(HandCount.self, from: bytes))
        return try await at.answer(command, request, context, body: bytes) { _ in try await answer(id, context) }
    }

    /// Reminds those who have not voted, or one of them: a signal to their screens, never a fact.
    @Sendable func nudge(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wish = bytes.isEmpty ? NudgeWish() : try JSON.decode(NudgeWish.self, from: bytes)
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let now = context.arrivedAt
        let view = try await at.cabinet.read { tx in
            let view = try Polls.poll(id, for: caller, at: now, in: tx)
            guard view.state == .open else { throw Refusal(.pollNotOpen, ["state": view.state.rawValue]) }
            return view
        }
        guard let outstanding = view.outstanding else { throw Refusal(.authForbidden, ["needs": "presiding"]) }
        let missing = outstanding.filter { wish.userId == nil || $0 == wish.userId }
        if wish.userId != nil, missing.isEmpty { throw Refusal.invalid("/userId", "poll.not-outstanding") }
        _ = try await at.perform(NoteRequest(), request, context, body: bytes)
        var audience = Audience()
        audience.anyOf = missing.map(Grant.person)
        if !missing.isEmpty {
            await at.hub.signal(
                StreamID("meeting:\(view.meeting)"), name: "nudge", data: #"{"poll":"\#(id)"}"#, to: audience)
        }
        return try JSON.response(Nudge(asked: missing.count), status: .accepted)
    }

    private func answer(_ id: PollID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let caller = try context.caller()
        let now = context.arrivedAt
        let vault = at.cabinet.vault
        let view = try await at.cabinet.read { tx in try Polls.poll(id, for: caller, at: now, vault: vault, in: tx) }
        return try Answer(Poll(view), version: view.version, status: status)
    }
}

extension Poll {
    init(_ view: PollView) {
        self.init(
            id: view.id, meetingId: view.meeting, agendaItemId: view.item, title: view.title,
            subject: view.subject.map { .init(documentId: $0.document, version: $0.version, sha256: $0.sha256) }, method: view.method, secrecy: view.secrecy,
            show: view.show, state: view.state, members: view.members, present: view.present, tally: view.result?.tally, heads: view.result?.heads,
            outcome: view.verdict?.outcome, because: view.verdict?.because, castingUntil: Times.text(view.castingUntil), openedAt: Times.text(view.openedAt),
            closesAt: Times.text(view.closesAt), closedAt: Times.text(view.closedAt), rules: view.rules,
            mine: view.hasVoted ? OwnBallot(seq: view.mySeq, choice: view.mine?.choice, text: view.myText, selections: view.mine?.selections) : nil,
            options: view.options.isEmpty
                ? nil : view.options.map { option in .init(id: option.id, title: option.title, count: view.election?.options.first { $0.id == option.id }?.count) },
            maxSelections: view.options.isEmpty ? nil : view.places, blank: view.election?.blank, elected: view.election?.elected, tied: view.election?.tied,
            named: view.named?.map { NamedVote(userId: $0.user, name: $0.name, choice: $0.choice, text: $0.text, remote: $0.remote, weight: $0.weight, selections: $0.selections) },
            slips: view.slips?.map { SecretVote(tracker: $0.tracker, choice: $0.choice, selections: $0.selections) })
        round = view.round
        repeats = view.repeats
        amends = view.amends
        durationSeconds = view.durationS
        remainingMs = view.state == .open ? view.remainingMS : nil
        taking = view.taking
        earlyClose = view.earlyClosing.map { EarlyClose(allowed: $0.barred == nil, certain: $0.isCertain, outstanding: $0.outstanding) }
        count = view.handCount.map { EnteredCount($0.count, enteredBy: $0.enteredBy, confirmedBy: $0.confirmedBy) }
    }
}
