import Cabinet
import Hummingbird
import Rules
import Wire

/// What happens between convening and the session: grounds, positions, consent list, late items, change notices, proposals.
struct BeforeSessionRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/convening", use: convening)
        api.put("meetings/:id/convening", use: setGround)
        api.get("meetings/:id/positions", use: positions)
        api.put("meetings/:id/agenda/:itemId/position", use: setPosition)
        api.get("meetings/:id/consent-list", use: consent)
        api.post("meetings/:id/agenda/:itemId/pull-out", use: pullOut)
        api.post("meetings/:id/consent-list/open", use: openConsent)
        api.post("meetings/:id/consent-list/close", use: closeConsent)
        api.post("meetings/:id/consent-list/ballots", use: castConsent)
        api.post("meetings/:id/agenda/:itemId/approve-late", use: approveLate)
        api.get("meetings/:id/notices", use: notices)
        api.get("meetings/:id/proposals", use: proposals)
        api.post("meetings/:id/proposals", use: propose)
        api.put("meetings/:id/proposals/:proposalId", use: repropose)
        api.post("meetings/:id/proposals/:proposalId/review") { try await step(.review, $0, $1) }
        api.post("meetings/:id/proposals/:proposalId/return") { try await step(.return, $0, $1) }
        api.post("meetings/:id/proposals/:proposalId/approve") { try await step(.approve, $0, $1) }
    }

    // MARK: Convening

    @Sendable func convening(_ request: Request, _ context: AppContext) async throws -> Response { try await answerConvening(context) }

    @Sendable func setGround(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutConvening.self, from: bytes)
        let id: MeetingID = try context.id("id")
        let command = SetConveningGround(meeting: id, ground: wanted.ground, note: wanted.note ?? "", requestedBy: wanted.requestedBy ?? [])
        _ = try await at.perform(command, request, context, on: .meeting(id))
        return try await answerConvening(context)
    }

    private func answerConvening(_ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let view = try await at.cabinet.read { tx in try Meetings.convening(of: id, for: caller, in: tx) }
        return try JSON.response(
            Convening(
                ground: view.ground, note: view.note, requestedBy: view.requestedBy, needed: view.needed, documentDays: view.rule?.documentDays,
                source: view.rule?.source, status: view.rule?.status, assumed: view.isAssumed))
    }

    // MARK: Positions and the consent list

    @Sendable func positions(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let list = try await at.cabinet.read { tx in try Positions.list(of: id, for: caller, in: tx) }
        return try JSON.response(
            try request.page(list.map { ItemPosition(itemId: $0.item, userId: $0.user, name: $0.name, stance: $0.stance, wantsToSpeak: $0.wantsToSpeak) }) {
                "\($0.itemId).\($0.userId)"
            })
    }

    @Sendable func setPosition(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutPosition.self, from: bytes)
        let command = SetPosition(meeting: try context.id("id"), item: try context.id("itemId"), stance: wanted.stance, wantsToSpeak: wanted.wantsToSpeak ?? false)
        return try JSON.response(SequenceAnswer(seq: try await at.perform(command, request, context).seq))
    }

    @Sendable func consent(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let now = context.arrivedAt
        let view = try await at.cabinet.read { tx in try ConsentList.list(of: id, for: caller, at: now, in: tx) }
        return try JSON.response(Consent(proposed: view.proposed, open: view.open, pulledOut: view.pulledOut))
    }

    @Sendable func pullOut(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let receipt = try await at.perform(PullOut(meeting: try context.id("id"), item: try context.id("itemId")), request, context, body: bytes)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    @Sendable func openConsent(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try JSON.response(try await at.perform(OpenConsentList(meeting: try context.id("id")), request, context, body: bytes))
    }

    @Sendable func closeConsent(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try JSON.response(try await at.perform(CloseConsentList(meeting: try context.id("id")), request, context, body: bytes))
    }

    @Sendable func castConsent(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(ConsentBallot.self, from: bytes)
        let receipt = try await at.perform(CastConsent(meeting: try context.id("id"), choice: wanted.choice), request, context, body: bytes)
        for ballot in receipt.ballots { await at.turnout.changed(ballot.poll) }
        return try JSON.response(receipt, status: .created)
    }

    // MARK: Late items, notices, proposals

    @Sendable func approveLate(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = bytes.isEmpty ? LateApproval() : try JSON.decode(LateApproval.self, from: bytes)
        let command = ApproveLateItem(meeting: try context.id("id"), item: try context.id("itemId"), note: wanted.note ?? "")
        let receipt = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    @Sendable func notices(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let list = try await at.cabinet.read { tx in try ChangeNotices.list(of: id, for: caller, in: tx) }
        let notices = list.map {
            ChangeNotice(
                number: $0.number, kind: $0.kind, itemId: $0.item, text: $0.kind.sentence(number: $0.number, subject: $0.subject)[context.language], at: Times.text($0.at))
        }
        return try JSON.response(try request.page(notices) { "\($0.number)" })
    }

    @Sendable func proposals(_ request: Request, _ context: AppContext) async throws -> Response {
        try JSON.response(try request.page(try await proposals(context)) { $0.id.text })
    }

    @Sendable func propose(_ request: Request, _ context: AppContext) async throws -> Response {
        try await submit(at.newID(), request, context, status: .created)
    }

    @Sendable func repropose(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: ProposalID = try context.id("proposalId")
        guard try await proposals(context).contains(where: { $0.id == id }) else { throw Refusal(.notFound) }
        return try await submit(id, request, context, status: .ok)
    }

    private func submit(_ id: ProposalID, _ request: Request, _ context: AppContext, status: HTTPResponse.Status) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(NewAgendaItem.self, from: bytes)
        let command = SubmitProposal(id: id, meeting: try context.id("id"), draft: try AgendaItemDraft(wanted))
        let receipt = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(try await proposals(context).first { $0.id == receipt.id }, status: status)
    }

    private func step(_ step: ProposalStage.Step, _ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = bytes.isEmpty ? ProposalStep() : try JSON.decode(ProposalStep.self, from: bytes)
        let id: ProposalID = try context.id("proposalId")
        let command = StepProposal(meeting: try context.id("id"), proposal: id, step: step, remarks: wanted.remarks ?? "", itemID: at.newID())
        _ = try await at.perform(command, request, context, body: bytes)
        return try JSON.response(try await proposals(context).first { $0.id == id })
    }

    private func proposals(_ context: AppContext) async throws -> [Proposal] {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        return try await at.cabinet.read { tx in try Proposals.list(of: id, for: caller, in: tx) }.map {
            Proposal(
                id: $0.id, proposerId: $0.proposer, proposerName: $0.proposerName, title: $0.draft.title, kind: $0.draft.kind.rawValue, ask: $0.draft.ask, stage: $0.stage,
                remarks: $0.remarks, itemId: $0.item, at: Times.text($0.at),
                returns: $0.returns.map { .init(at: Times.text($0.at), remarks: $0.remarks) })
        }
    }
}

extension AgendaItemDraft {
    init(_ wanted: NewAgendaItem) throws(Refusal) {
        var kind = AgendaItemKind.discussion
        if let text = wanted.kind {
            guard let known = AgendaItemKind(rawValue: text) else { throw .invalid("/kind", "field.unknown-value", ["value": text]) }
            kind = known
        }
        self.init(
            title: wanted.title, kind: kind, ask: wanted.ask ?? "", submitter: wanted.submitter ?? "", rapporteur: wanted.rapporteur ?? "",
            minutesPlanned: wanted.minutesPlanned)
    }
}
