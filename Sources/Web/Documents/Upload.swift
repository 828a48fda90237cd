import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Paper
import Rules

/// Receives a document's bytes: streamed to disk, digested on the way, checked against `Repr-Digest` (RFC 9530), kept only when
/// it is something the house can show.
struct Upload {
    let at: Dependencies

    /// - Throws: `document.empty`, `document.not-supported`, `document.digest-mismatch`, `request.too-large`; nothing is kept then.
    func receive(_ request: Request, fileName: String) async throws -> StoredPaper {
        let limit = at.configuration.maxDocumentBytes
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Refusal(.requestTooLarge, ["limit": "\(limit)"]) }
        let writer = try await at.content.writer(limitBytes: limit)
        do {
            try await Self.take(request.body, into: writer, limit: limit)
            guard writer.bytes > 0 else { throw Refusal(.documentEmpty) }
            if let length = request.headers[.contentLength].flatMap({ Int($0) }), length != writer.bytes { throw Refusal(.requestMalformed) }
            try Self.check(request.headers[.reprDigest], against: writer.sha256)
            let kind = try await writer.kind()
            guard kind.family != .unknown else { throw Refusal(.documentNotSupported) }
            let stored = try await writer.commit()
            return StoredPaper(sha256: stored.sha256.hex, bytes: Int64(stored.bytes), mediaType: kind.mediaType, fileName: fileName)
        } catch {
            try await writer.discard()
            throw error
        }
    }

    /// Takes the body in. Beyond the limit it is read on and thrown away, as much again, because most clients read the answer only
    /// after they have sent everything.
    static func take(_ body: RequestBody, into writer: ContentWriter, limit: Int) async throws {
        var fault: PaperFault?
        var bytes = 0
        for try await part in body {
            bytes += part.readableBytes
            if let fault {
                if bytes > limit * 2 { throw fault }
                continue
            }
            do { try await writer.append(part.readableBytesView) } catch let full as PaperFault { fault = full }
        }
        if let fault { throw fault }
    }

    /// `sha-256=:BASE64:` among possibly others; other algorithms are ignored, a malformed one is refused.
    static func check(_ header: String?, against sha256: ContentDigest) throws(Refusal) {
        guard let header else { return }
        for member in header.split(separator: ",") {
            let pair = member.trimmingCharacters(in: .whitespaces)
            guard pair.lowercased().hasPrefix("sha-256=") else { continue }
            let value = pair.dropFirst("sha-256=".count).trimmingCharacters(in: [":"])
            guard let claimed = Data(base64Encoded: value) else { throw .invalid("Repr-Digest", "field.digest-form") }
            guard Array(claimed) == sha256.bytes else { throw Refusal(.documentDigestMismatch) }
        }
    }
}
