import Cabinet
import Hummingbird
import NIOCore
import Rules
import Wire

/// Opinions by slip: `/meetings/{id}/circulation`, late slips, the report on a slip, and where people are reminded.
struct CirculationRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/circulation", use: show)
        api.put("meetings/:id/circulation", use: describe)
        api.post("meetings/:id/circulation/approve", use: approve)
        api.put("meetings/:id/circulation/summary", use: summarise)
        api.post("polls/:id/late-slips", use: late)
        api.get("polls/:id/opinions", use: opinions)
        api.get("polls/:id/opinions.pdf", use: opinionsPaper)
        api.get("polls/:id/slip", use: slip)
        api.get("polls/:id/slip.pdf", use: slipPaper)
        api.get("users/:id/mail", use: mail)
        api.put("users/:id/mail", use: setMail)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func describe(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        let wanted = try JSON.decode(PutCirculation.self, from: bytes)
        var issuedOn: CivilDate?
        if let text = wanted.issuedOn, !text.isEmpty {
            guard let date = CivilDate(iso: text) else { throw Refusal.invalid("/issuedOn", "field.not-a-date") }
            issuedOn = date
        }
        let command = DescribeCirculation(
            meeting: id, reason: wanted.reason, workingDays: wanted.workingDays ?? Circulations.usualDays, number: wanted.number ?? "", issuedOn: issuedOn,
            submitter: wanted.submitter ?? "")
        _ = try await at.perform(command, request, context, body: bytes)
        return try await answer(id, context).response
    }

    @Sendable func summarise(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        _ = try await at.perform(SummariseCirculation(meeting: id, text: try JSON.decode(PutCirculationSummary.self, from: bytes).text), request, context, body: bytes)
        return try await answer(id, context).response
    }

    @Sendable func slip(_ request: Request, _ context: AppContext) async throws -> Response { try JSON.response(OpinionSlip(try await sheet(context))) }

    @Sendable func slipPaper(_ request: Request, _ context: AppContext) async throws -> Response {
        let (bytes, digest) = try await at.minutesPress.pdf(try await sheet(context))
        return try await paper(bytes, digest, "phieu-lay-y-kien", request, context)
    }

    @Sendable func opinionsPaper(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let vault = at.cabinet.vault
        let report = try await at.cabinet.read { tx in try SlipSheets.report(on: id, for: caller, vault: vault, in: tx) }
        let (bytes, digest) = try await at.minutesPress.pdf(report)
        return try await paper(bytes, digest, "tong-hop-y-kien", request, context)
    }

    private func sheet(_ context: AppContext) async throws -> SlipSheet {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let vault = at.cabinet.vault
        return try await at.cabinet.read { tx in try SlipSheets.sheet(of: id, for: caller, vault: vault, in: tx) }
    }

    private func paper(_ bytes: [UInt8], _ digest: String, _ name: String, _ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: PollID = try context.id("id")
        let now = context.arrivedAt
        let cache = Keeping.header(
            try await at.cabinet.read { tx in
                let poll = try Polls.poll(id, for: caller, at: now, in: tx)
                return try Agenda.mayStayOnDevice(poll.item, of: poll.meeting, for: caller, in: tx)
            })
        let tag = "\"\(digest)\""
        let headers: HTTPFields = [
            .contentType: "application/pdf", .eTag: tag, .cacheControl: cache,
            .contentDisposition: "inline; filename=\"\(name)-\(context.parameters.get("id") ?? "").pdf\"",
        ]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
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

    @Sendable func mail(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: UserID = try context.id("id")
        return try JSON.response(PutMail(address: try await at.cabinet.read { tx in try MailAddresses.address(of: id, for: caller, in: tx) }))
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
            reason: view.reason, workingDays: view.workingDays, number: view.number, issuedOn: view.issuedOn?.description, submitter: view.submitter, summary: view.summary,
            approvedBy: view.approvedBy, approvedAt: Times.text(view.approvedAt), announcedIn: view.announcedIn)
    }
}

extension OpinionSlip {
    init(_ sheet: SlipSheet) {
        self.init(
            pollId: sheet.poll, body: sheet.body, number: sheet.number, issuedOn: sheet.issuedOn?.inVietnam.date.description, submitter: sheet.submitter, reason: sheet.reason,
            question: sheet.question,
            draft: sheet.subject.map { .init(documentId: $0.document, title: sheet.subjectTitle, version: $0.version, sha256: $0.sha256) },
            documents: sheet.documents, deadline: Times.text(sheet.deadline), silence: sheet.silence, member: sheet.member.map { .init(name: $0.name, title: $0.title) },
            choice: sheet.choice, text: sheet.text, sentAt: Times.text(sheet.sentAt), late: sheet.isLate, receipt: sheet.receipt)
    }
}

extension Opinion {
    init(_ line: OpinionLine) {
        self.init(userId: line.user, name: line.name, choice: line.choice, text: line.text, at: Times.text(line.at), late: line.isLate)
    }
}
