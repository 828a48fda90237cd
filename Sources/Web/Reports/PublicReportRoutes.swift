import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Paper
import Rules
import Wire

/// `/public/reports/{code}`: what anybody may read, and what the holder of the private link may do. The secret of the link comes in `Report-Link` or
/// `?link=`; wrong codes and links are counted and slowed down.
struct PublicReportRoutes {
    static let linkHeader = HTTPField.Name("Report-Link")!
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("public/reports/:code", use: show)
        api.get("public/reports/:code/files/:fileId", use: file)
        api.post("public/reports/:code/files", use: upload)
        api.post("public/reports/:code/add", use: addWords)
        api.post("public/reports/:code/reply", use: reply)
        api.post("public/reports/:code/rate", use: rate)
        api.post("public/reports/:code/reopen", use: reopen)
        api.post("public/reports/:code/dispute", use: dispute)
        api.get("public/report-counts", use: counts)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        if Self.secret(request) != nil {
            let id = try await holder(request, context)
            return try await answer(id, as: .reporter(id), context).response
        }
        let code = try await known(context)
        let (law, now) = (try at.cabinet.law(), context.arrivedAt)
        let found = try await at.cabinet.read { tx in try Reports.publicReport(code, at: now, law: law, in: tx) }
        return try Answer(try at.reportBodies(context).publicReport(found), version: found.version).response
    }

    @Sendable func counts(_ request: Request, _ context: AppContext) async throws -> Response {
        let count = try await at.cabinet.read { tx in try Reports.buckets(in: tx) }
        return try JSON.response(ReportCounts(waiting: count.waiting, processing: count.processing, answered: count.answered, rejected: count.rejected, total: count.total))
    }

    @Sendable func file(_ request: Request, _ context: AppContext) async throws -> Response {
        let file: DocumentID = try context.id("fileId")
        if Self.secret(request) != nil {
            let id = try await holder(request, context)
            return try await at.reportFile(try await at.cabinet.read { tx in try ReportFiles.file(file, of: id, for: .reporter(id), in: tx) }, request)
        }
        let code = try await known(context)
        return try await at.reportFile(try await at.cabinet.read { tx in try ReportFiles.publicFile(file, of: code, in: tx) }, request)
    }

    @Sendable func upload(_ request: Request, _ context: AppContext) async throws -> Response {
        let id = try await holder(request, context)
        try await at.cabinet.read { tx in try AttachFile.mayAttach(to: id, side: .before, .reporter(id), in: tx) }
        let photo = try await at.cleanedPhoto(try await request.bytes(limit: WorkerPool.maxPhotoBytes), name: request.query("name") ?? "")
        let command = AttachFile(id: at.newID(), report: id, side: .before, file: .photo(photo))
        let receipt = try await at.perform(command, request, context, body: Array(photo.sha256.utf8), as: .reporter(id))
        let view = try await at.cabinet.read { tx in try ReportFiles.file(receipt.id, of: id, for: .reporter(id), in: tx) }
        return try JSON.response(try at.reportBodies(context).file(view), status: receipt.id == command.id ? .created : .ok)
    }

    @Sendable func addWords(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { AddToReport(id: $0, text: $1.text ?? "", sealedID: sealedID) }
    }

    @Sendable func reply(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { ReplyToQuestion(id: $0, text: $1.text ?? "", sealedID: sealedID) }
    }

    @Sendable func rate(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: RatingBody.self) { RateReport(id: $0, level: $1.level, reasons: $1.reasons ?? [], text: $1.text ?? "", sealedID: sealedID) }
    }

    @Sendable func reopen(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { ReopenReport(id: $0, reason: $1.reason ?? "", sealedID: sealedID) }
    }

    @Sendable func dispute(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { UnmergeReport(id: $0, reason: $1.reason ?? "", sealedID: sealedID) }
    }

    // MARK: Common

    private var sealedID: String { at.cabinet.surroundings.newID() }

    private func step<Body: Decodable, C: Command>(_ request: Request, _ context: AppContext, of: Body.Type, _ make: (ReportID, Body) throws -> C) async throws -> Response {
        let id = try await holder(request, context)
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(Body.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        return try await at.answer(try make(id, wanted), request, context, body: bytes, on: .report(id), as: .reporter(id)) { _ in try await answer(id, as: .reporter(id), context) }
    }

    private func answer(_ id: ReportID, as caller: Caller, _ context: AppContext) async throws -> Answer {
        let (law, vault, now) = (try at.cabinet.law(), at.cabinet.vault, context.arrivedAt)
        let found = try await at.cabinet.read { tx in try Reports.ownReport(id, for: caller, at: now, law: law, vault: vault, in: tx) }
        return try Answer(try at.reportBodies(context).publicReport(found), version: found.version)
    }

    static func secret(_ request: Request) -> String? { request.headers[linkHeader] ?? request.query("link") }

    /// The code in the path, if it is one that was given out.
    private func known(_ context: AppContext) async throws -> TrackingCode {
        try at.lookups.attempt(address: context.address, at: context.arrivedAt)
        guard let code = context.parameters.get("code").flatMap({ TrackingCode($0) }) else { throw Refusal(.notFound) }
        guard try await at.cabinet.read({ tx in try Reports.isKnown(code, in: tx) }) else { throw Refusal(.notFound) }
        at.lookups.succeeded(address: context.address, at: context.arrivedAt)
        return code
    }

    /// The report whose private link came with the request.
    private func holder(_ request: Request, _ context: AppContext) async throws -> ReportID {
        try at.lookups.attempt(address: context.address, at: context.arrivedAt)
        guard let secret = Self.secret(request), secret.utf8.count <= 128, let code = context.parameters.get("code").flatMap({ TrackingCode($0) }) else { throw Refusal(.reportLinkWrong) }
        let hash = PrivateLink.hash(secret)
        guard let id = try await at.cabinet.read({ tx in try Reports.linked(hash, code: code, in: tx) }) else { throw Refusal(.reportLinkWrong) }
        at.lookups.succeeded(address: context.address, at: context.arrivedAt)
        return id
    }
}
