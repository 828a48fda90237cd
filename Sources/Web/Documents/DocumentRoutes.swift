import Cabinet
import Foundation
import Hummingbird
import NIOCore
import Paper
import PaperWire
import Rules
import Wire

/// `/meetings/{id}/documents`, `/documents/{id}`: upload, read, release.
struct DocumentRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("meetings/:id/documents", use: list)
        api.post("meetings/:id/documents", use: upload)
        api.post("documents/:id/versions", use: uploadVersion)
        api.get("documents/:id", use: show)
        api.put("documents/:id", use: edit)
        api.delete("documents/:id", use: remove)
        api.post("documents/:id/release", use: release)
        api.get("documents/:id/content", use: content)
        api.head("documents/:id/content", use: content)
        api.get("documents/:id/pages/:page", use: page)
        api.get("documents/:id/signatures", use: signatures)
        api.get("documents/:id/revisions/:revision/content", use: revision)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        let sha256 = request.query("sha256")?.lowercased()
        let documents = try await at.cabinet.read { tx in try Documents.list(of: id, sha256: sha256, for: caller, in: tx) }
        return try JSON.response(try request.page(documents.map(Document.init)) { $0.id.text })
    }

    @Sendable func upload(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: MeetingID = try context.id("id")
        try await at.cabinet.read { tx in try AddDocument.mayAdd(to: id, caller, in: tx) }
        var item: AgendaItemID?
        if let text = request.query("itemId") {
            guard let known = AgendaItemID(text) else { throw Refusal.invalid("/itemId", "field.unknown-item", ["id": text]) }
            item = known
        }
        let fileName = request.query("filename") ?? ""
        let title = request.query("title") ?? (fileName.isEmpty ? "" : (fileName as NSString).deletingPathExtension)
        let paper = try await Upload(at: at).receive(request, fileName: fileName)
        let command = AddDocument(
            id: at.newID(), meeting: id, item: item, title: title, kind: request.query("kind") ?? "", paper: paper, heldBack: request.query("release") == "false")
        return try await at.answer(command, request, context, body: Array(paper.sha256.utf8)) { receipt in
            try await answer(receipt.id, context, status: receipt.existing ? .ok : .created)
        }
    }

    @Sendable func uploadVersion(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: DocumentID = try context.id("id")
        try await at.cabinet.read { tx in try AddDocument.mayAdd(to: try Documents.document(id, for: caller, in: tx).meeting, caller, in: tx) }
        let paper = try await Upload(at: at).receive(request, fileName: request.query("filename") ?? "")
        return try await at.answer(AddDocumentVersion(id: id, paper: paper), request, context, body: Array(paper.sha256.utf8)) { receipt in
            try await answer(id, context, status: receipt.existing ? .ok : .created)
        }
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await answer(try context.id("id"), context).response
    }

    @Sendable func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id: DocumentID = try context.id("id")
        let wanted = try JSON.decode(DocumentChange.self, from: bytes)
        let before = try await view(id, context)
        let command = EditDocument(
            id: id, title: wanted.title ?? before.title, kind: wanted.kind ?? before.kind, item: wanted.itemId ?? before.item)
        _ = try await at.perform(command, request, context, on: .document(id))
        return try await answer(id, context).response
    }

    @Sendable func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: DocumentID = try context.id("id")
        _ = try await at.perform(RemoveDocument(id: id), request, context, on: .document(id))
        return Response(status: .noContent)
    }

    @Sendable func release(_ request: Request, _ context: AppContext) async throws -> Response {
        let id: DocumentID = try context.id("id")
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        return try await at.answer(ReleaseDocument(id: id), request, context, body: bytes, on: .document(id)) { _ in try await answer(id, context) }
    }

    /// The bytes as they came, with ranges (RFC 9110 §14).
    @Sendable func content(_ request: Request, _ context: AppContext) async throws -> Response {
        let (document, cache) = try await kept(context)
        guard let digest = ContentDigest(hex: document.sha256) else { throw Refusal(.notFound) }
        let tag = "\"\(document.sha256)\""
        var headers: HTTPFields = [
            .contentType: document.mediaType, .eTag: tag, .acceptRanges: "bytes", .cacheControl: cache,
            .contentDisposition: Self.disposition(document.fileName.isEmpty ? document.title + ".pdf" : document.fileName),
        ]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        let reader = try await at.content.open(digest)
        switch ByteRange.of(request, bytes: reader.bytes, tag: tag) {
        case .whole:
            headers[.contentLength] = "\(reader.bytes)"
            return Response(status: .ok, headers: headers, body: request.method == .head ? .init() : Self.body(reader.chunks(), length: reader.bytes))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(reader.bytes)"
            return Response(status: .partialContent, headers: headers, body: request.method == .head ? .init() : Self.body(reader.chunks(range), length: range.count))
        case .unsatisfiable:
            return Response(status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(reader.bytes)"])
        }
    }

    /// `{n}.png` and `{n}.txt`.
    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let (document, cache) = try await kept(context)
        let parts = (context.parameters.get("page") ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let digest = ContentDigest(hex: document.sha256) else { throw Refusal(.documentPageNotFound) }
        switch document.state {
        case .processing: throw Refusal(.documentProcessing, ["retryAfter": "1"])
        case .ready: break
        case .unreadable, .refused: throw Refusal(.documentNotSupported, ["reason": document.fault])
        }
        guard (1...(document.pages ?? 0)).contains(number) else { throw Refusal(.documentPageNotFound, ["pages": "\(document.pages ?? 0)"]) }
        let tag = "\"\(document.sha256)-\(number)-\(request.uri.queryParameters["width"] ?? "")\""
        let headers: HTTPFields = [.eTag: tag, .cacheControl: cache]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        switch parts[1] {
        case "png":
            let width = Int(request.uri.queryParameters["width"] ?? "1200") ?? 1200
            let image = try await at.pages.image(of: digest, page: number, widthPx: min(max(width, 100), 4000))
            var headers = headers
            headers[.contentType] = "image/png"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: image.png)))
        case "txt", "json":
            let text = try await at.workers.text(path: at.content.path(of: digest), page: number, priority: .interactive)
            if parts[1] == "json" { return try JSON.response(text, headers: headers) }
            var headers = headers
            headers[.contentType] = "text/plain; charset=utf-8"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text.text)))
        default: throw Refusal(.documentPageNotFound)
        }
    }

    @Sendable func signatures(_ request: Request, _ context: AppContext) async throws -> Response {
        let document = try await view(try context.id("id"), context)
        if document.state == .processing { throw Refusal(.documentProcessing, ["retryAfter": "1"]) }
        guard let verdict = try await at.cabinet.read({ tx in try Documents.verdict(of: document.sha256, in: tx) }) else { throw Refusal(.verifyUnreadable) }
        return try JSON.response(verdict)
    }

    /// The paper as it was when one signature was made: the first bytes of the file, up to where that signature ends.
    @Sendable func revision(_ request: Request, _ context: AppContext) async throws -> Response {
        let (document, cache) = try await kept(context)
        guard let digest = ContentDigest(hex: document.sha256), let number = context.parameters.get("revision").flatMap(Int.init),
            let verdict = try await at.cabinet.read({ tx in try Documents.verdict(of: document.sha256, in: tx) }),
            let end = verdict.signatures.first(where: { $0.revision == number && $0.signedBytes != nil })?.signedBytes
        else { throw Refusal(.notFound) }
        let tag = "\"\(document.sha256)-\(end)\""
        let name = (document.fileName.isEmpty ? document.title : (document.fileName as NSString).deletingPathExtension) + "-r\(number).pdf"
        let headers: HTTPFields = [
            .contentType: document.mediaType, .eTag: tag, .cacheControl: cache, .contentDisposition: Self.disposition(name),
        ]
        if request.holds(tag) { return Response(status: .notModified, headers: headers) }
        let reader = try await at.content.open(digest)
        guard end > 0, end <= reader.bytes else { throw Refusal(.notFound) }
        return Response(status: .ok, headers: headers, body: Self.body(reader.chunks(0..<end), length: Int(end)))
    }

    private func view(_ id: DocumentID, _ context: AppContext) async throws -> DocumentView {
        let caller = try context.caller()
        return try await at.cabinet.read { tx in try Documents.document(id, for: caller, in: tx) }
    }

    /// A paper with what a device may do with it.
    private func kept(_ context: AppContext) async throws -> (DocumentView, String) {
        let caller = try context.caller()
        let id: DocumentID = try context.id("id")
        return try await at.cabinet.read { tx in
            let document = try Documents.document(id, for: caller, in: tx)
            return (document, Keeping.header(try Agenda.mayStayOnDevice(document.item, of: document.meeting, for: caller, in: tx)))
        }
    }

    private func answer(_ id: DocumentID, _ context: AppContext, status: HTTPResponse.Status = .ok) async throws -> Answer {
        let view = try await view(id, context)
        return try Answer(Document(view), version: view.revision, status: status)
    }

    private static func body(_ chunks: ContentChunks, length: Int) -> ResponseBody {
        ResponseBody(contentLength: length) { writer in
            for try await chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
            try await writer.finish(nil)
        }
    }

    /// RFC 6266 with a UTF-8 name (RFC 8187).
    private static func disposition(_ name: String) -> String {
        let safe = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: ".-_")).intersection(.init(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))) ?? "document"
        return "inline; filename*=UTF-8''\(safe)"
    }
}

/// Body of `PUT /documents/{id}`: what is absent stays.
struct DocumentChange: Decodable {
    var title: String?
    var kind: String?
    var itemId: AgendaItemID?
}
