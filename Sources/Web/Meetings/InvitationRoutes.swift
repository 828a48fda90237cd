import Cabinet
import Hummingbird
import NIOCore
import Rules
import Wire

/// The invitation as a paper: its number and date, and the PDF with the name of who is invited.
struct InvitationRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/invitation/paper", use: show)
        api.put("meetings/:id/invitation/paper", use: describe)
        api.get("meetings/:id/invitation.pdf", use: paper)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func describe(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: MeetingID = try context.id("id")
        let wanted = try JSON.decode(PutInvitationPaper.self, from: bytes)
        var issuedOn: CivilDate?
        if let text = wanted.issuedOn, !text.isEmpty {
            guard let date = CivilDate(iso: text) else { throw Refusal.invalid("/issuedOn", "field.not-a-date") }
            issuedOn = date
        }
        let command = DescribeInvitation(meeting: id, number: wanted.number ?? "", issuedOn: issuedOn, locality: wanted.locality ?? "")
        _ = try await at.perform(command, request, context, body: bytes, on: .meeting(id))
        return try await answer(id, context).response
    }

    /// `?userId=`: another's, for those who conduct; else the caller's own.
    @Sendable func paper(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        var user: UserID?
        if let text = request.query("userId") {
            guard let wanted = UserID(text) else { throw Refusal(.notFound) }
            user = wanted
        }
        let sheet = try await at.cabinet.read { [user] tx in try Invitations.sheet(of: id, user: user, for: caller, in: tx) }
        if user == nil || user == caller.person?.id { try await at.note(.paper, of: [id], context) }
        let (bytes, digest) = try await at.minutesPress.pdf(sheet)
        let tag = "\"\(digest)\""
        let headers: HTTPFields = [
            .contentType: "application/pdf", .eTag: tag, .cacheControl: "private, no-cache", .contentDisposition: "inline; filename=\"giay-moi-\(id).pdf\"",
        ]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func answer(_ id: MeetingID, _ context: AppContext) async throws -> Answer {
        let caller = try context.caller()
        let (view, version) = try await at.cabinet.read { tx in
            (try Invitations.paper(of: id, for: caller, in: tx), try Meetings.meeting(id, for: caller, in: tx).version)
        }
        return try Answer(InvitationPaper(number: view.number, issuedOn: view.issuedOn?.description, locality: view.locality), version: version)
    }
}

extension Dependencies {
    /// Notes that the reader's invitations got this far. What was noted before writes nothing, so that a page looked at again stays a read.
    func note(_ step: InvitationStep, of meetings: [MeetingID], _ context: AppContext) async throws {
        let caller = try context.caller()
        guard caller.person != nil, !meetings.isEmpty else { return }
        let waiting = try await cabinet.read { tx in try meetings.filter { try Invitations.awaits(step, of: $0, by: caller, in: tx) } }
        for meeting in waiting { _ = try await cabinet.perform(NoteInvitation(meeting: meeting, step: step), as: caller, at: context.arrivedAt) }
    }
}
