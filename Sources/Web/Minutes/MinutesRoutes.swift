import Cabinet
import Hummingbird
import NIOCore
import Rules
import Wire

/// `/meetings/{id}/minutes` and its PDF.
struct MinutesRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/minutes", use: show)
        api.get("meetings/:id/minutes.pdf", use: pdf)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: MeetingID = try context.id("id")
        let view = try await view(id, context)
        let sections = view.record.draft().map { section in
            Minutes.Section(
                key: section.key, title: section.heading,
                lines: section.blocks.flatMap { block -> [Minutes.Line] in
                    switch block {
                    case .paragraph(let paragraph): [.init(text: paragraph.text, gloss: paragraph.gloss, events: paragraph.facts)]
                    case .table(let table): table.rows.map { .init(text: $0.joined(separator: " | ")) }
                    }
                })
        }
        let minutes = Minutes(
            meetingId: id, state: view.isApproved ? "approved" : "draft", sections: sections,
            missing: view.record.gaps().map { .init(code: $0.code, detail: $0.text[context.language]) }, version: view.version, sha256: nil)
        return try JSON.resource(minutes, version: Int64(view.version))
    }

    @Sendable func pdf(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: MeetingID = try context.id("id")
        let (bytes, digest) = try await at.minutesPress.pdf(try await view(id, context), glossed: context.language == .english)
        let caller = try context.caller()
        let cache = Keeping.header(try await at.cabinet.read { tx in try Agenda.mayStayOnDevice(nil, of: id, for: caller, in: tx) })
        let tag = "\"\(digest)\""
        let headers: HTTPFields = [
            .contentType: "application/pdf", .eTag: tag, .cacheControl: cache, .contentDisposition: "inline; filename=\"bien-ban-\(id).pdf\"",
        ]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func view(_ id: MeetingID, _ context: AppContext) async throws -> MinutesView {
        let caller = try context.caller()
        let vault = at.cabinet.vault
        let calendars = at.calendars.clocks
        return try await at.cabinet.read { tx in try Meetings.minutes(of: id, for: caller, vault: vault, calendars: calendars, in: tx) }
    }
}
