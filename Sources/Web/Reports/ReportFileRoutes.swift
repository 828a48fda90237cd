import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Paper
import PaperWire
import Rules
import Store
import Wire

/// Photos and papers of reports: taken in clean, given out to who may see them.
struct ReportFileRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("reports/:id/files", use: list)
        api.post("reports/:id/files", use: upload)
        api.get("reports/:id/files/:fileId", use: content)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: ReportID = try context.id("id")
        let files = try await at.cabinet.read { tx in try ReportFiles.list(of: id, for: caller, in: tx) }
        return try JSON.response(try request.page(files.map(try at.reportBodies(context).file)) { $0.id.text })
    }

    @Sendable func upload(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: ReportID = try context.id("id")
        let side = ReportSide(rawValue: request.query("side") ?? ReportSide.before.rawValue)
        guard let side else { throw Refusal.invalid("/side", "field.unknown-value", ["value": request.query("side") ?? ""]) }
        try await at.cabinet.read { tx in try AttachFile.mayAttach(to: id, side: side, caller, in: tx) }
        let file = try await at.receiveReportFile(request, name: request.query("name") ?? "")
        let command = AttachFile(id: at.newID(), report: id, side: side, file: file.file)
        let receipt = try await at.perform(command, request, context, body: Array(file.sha256.utf8))
        let view = try await at.cabinet.read { tx in try ReportFiles.file(receipt.id, of: id, for: caller, in: tx) }
        return try JSON.response(try at.reportBodies(context).file(view), status: receipt.id == command.id ? .created : .ok)
    }

    @Sendable func content(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id: ReportID = try context.id("id")
        let file: DocumentID = try context.id("fileId")
        let view = try await at.cabinet.read { tx in try ReportFiles.file(file, of: id, for: caller, in: tx) }
        return try await at.reportFile(view, request)
    }
}

extension Dependencies {
    /// What arrived for a report: a photo cleaned by the worker, or a PDF.
    /// - Throws: `document.not-supported`, `document.empty`, `request.too-large`.
    func receiveReportFile(_ request: Request, name: String) async throws -> (file: AttachFile.File, sha256: String) {
        let type = request.headers[.contentType]?.lowercased() ?? ""
        if type.hasPrefix("application/pdf") {
            if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > ReportFiles.maxPaperBytes { throw Refusal(.requestTooLarge, ["limit": "\(ReportFiles.maxPaperBytes)"]) }
            let paper = try await Upload(at: self).receive(request, fileName: name)
            guard paper.bytes <= Int64(ReportFiles.maxPaperBytes) else { throw Refusal(.requestTooLarge, ["limit": "\(ReportFiles.maxPaperBytes)"]) }
            guard paper.mediaType == "application/pdf" else { throw Refusal(.documentNotSupported) }
            return (.paper(paper), paper.sha256)
        }
        let photo = try await cleanedPhoto(try await request.bytes(limit: WorkerPool.maxPhotoBytes), name: name)
        return (.photo(photo), photo.sha256)
    }

    /// A photo as it may be kept: read by the worker, nothing in it but the picture.
    /// - Throws: `document.empty`, `document.not-supported` for bytes that are no photo, `request.too-large`.
    func cleanedPhoto(_ bytes: [UInt8], name: String) async throws -> CleanedPhoto {
        guard !bytes.isEmpty else { throw Refusal(.documentEmpty) }
        do {
            let (stored, findings) = try await workers.cleanPhoto(bytes, into: content)
            return CleanedPhoto(
                sha256: stored.sha256.hex, bytes: Int64(stored.bytes), mediaType: "image/jpeg", name: String(name.prefix(Text.nameLength)), widthPx: findings.widthPx,
                heightPx: findings.heightPx, differenceHash: findings.differenceHash, takenAt: Self.instant(findings),
                point: findings.latitude.flatMap { latitude in findings.longitude.flatMap { MapPoint(latitude: latitude, longitude: $0) } })
        } catch let refused as Refused where refused.code == .unreadable {
            throw Refusal(.documentNotSupported)
        }
    }

    /// The camera's own time; where it does not say where it was, Viet Nam's.
    private static func instant(_ findings: PhotoFindings) -> Timestamp? {
        findings.takenAt.flatMap { Timestamp(rfc3339: $0 + (findings.offset ?? "+07:00")) }
    }

    /// The bytes of a file of a report.
    /// - Parameter cache: what a device may do with them.
    func reportFile(_ view: ReportFileView, _ request: Request, cache: String = "private, max-age=3600") async throws -> Response {
        guard let digest = ContentDigest(hex: view.sha256) else { throw Refusal(.notFound) }
        let tag = "\"\(view.sha256)\""
        if request.holds(tag) { return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: cache]) }
        let bytes = try await content.read(digest, range: 0..<Int(view.bytes))
        return Response(
            status: .ok, headers: [.contentType: view.mediaType, .eTag: tag, .cacheControl: cache, .contentDisposition: "inline"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
