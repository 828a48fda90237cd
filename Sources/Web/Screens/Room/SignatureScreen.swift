import Cabinet
import Hummingbird
import Rules

/// The signatures of a paper, as a page and as the dialog over the reader.
struct SignatureScreen {
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("meetings/:id/documents/:document/signatures", use: page)
        router.get("meetings/:id/fragments/signatures/:document", use: fragment)
    }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let model = try await model(context)
        let back = "/meetings/\(context.parameters.get("id") ?? "")?doc=\(context.parameters.get("document") ?? "")"
        return try stage.page(
            "room/signatures-page", title: model.paperName, SignaturePageModel(backHref: back, signatures: model), request, context)
    }

    @Sendable func fragment(_ request: Request, _ context: AppContext) async throws -> Response {
        try stage.parts([("room/signatures-fragment", RoomPart(signatures: try await model(context)))], context)
    }

    private func model(_ context: AppContext) async throws -> SignatureModel {
        let caller = try context.caller()
        let id: DocumentID = try context.id("document")
        let meeting: MeetingID = try context.id("id")
        let (document, verdict) = try await stage.at.cabinet.read { tx in
            let document = try Documents.document(id, for: caller, in: tx)
            return (document, try Documents.verdict(of: document.sha256, in: tx))
        }
        guard document.meeting == meeting else { throw Refusal(.notFound) }
        return SignatureModel(document, verdict: verdict, stage.phrases(context))
    }
}
