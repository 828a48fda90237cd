import Cabinet
import Hummingbird
import NIOCore
import Rules
import Wire

/// `/meetings/{id}/presented-page`: the page that is before everybody.
struct PresentedPageRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/presented-page", use: show)
        api.put("meetings/:id/presented-page", use: present)
        api.delete("meetings/:id/presented-page", use: hide)
    }

    /// 204 where none is shown, or not to the caller.
    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        guard let shown = try await at.cabinet.read({ tx in try Presentations.current(in: id, for: caller, tx: tx) }) else { return Response(status: .noContent) }
        return try JSON.response(PresentedPage(shown))
    }

    @Sendable func present(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(PutPresentedPage.self, from: bytes)
        let receipt = try await at.perform(PresentPage(meeting: try context.id("id"), document: wanted.documentId, page: wanted.page), request, context)
        return try JSON.response(SequenceAnswer(seq: receipt.seq))
    }

    @Sendable func hide(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try await at.perform(HidePage(meeting: try context.id("id")), request, context)
        return Response(status: .noContent)
    }
}

extension PresentedPage {
    init(_ shown: ShownPage) {
        self.init(
            documentId: shown.document.id, itemId: shown.document.item, version: shown.document.version, page: shown.page, pages: shown.document.pages ?? 1,
            presenter: shown.presenter, at: Times.text(shown.at))
    }
}
