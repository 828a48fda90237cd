import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Rules

/// What a browser sent with a plain form: fields, and at most one photo. Total: any bytes give a form or a refusal.
///
/// A photo beyond the limit is noted and thrown away, so that everything else a person has entered is still there when he is told.
struct SentForm: Sendable {
    static let maxFieldBytes = 128 << 10
    /// Everything together; beyond it nobody reads on.
    static let maxBodyBytes = 64 << 20
    static let photoField = "photo"

    private var values: [String: [String]] = [:]
    private(set) var photo: [UInt8] = []
    private(set) var photoName = ""
    private(set) var isPhotoTooLarge = false

    /// A field as it would be kept (`Text.clean`), so that a form that comes back shows nothing else; empty where there is none.
    subscript(name: String) -> String { Text.clean(values[name]?.last ?? "") }

    /// Every value of a field that may come several times.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// - Throws: `request.too-large`, `request.malformed`.
    static func read(_ request: Request, maxPhotoBytes: Int = 0) async throws -> SentForm {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType]) else {
            var form = SentForm()
            for pair in String(decoding: try await request.bytes(limit: maxFieldBytes), as: UTF8.self).split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = decoded(parts[0]), let value = decoded(parts.count > 1 ? parts[1] : "") else { throw Refusal(.requestMalformed) }
                form.values[name, default: []].append(value)
            }
            return form
        }
        return try await read(request.body, boundary: boundary, maxPhotoBytes: maxPhotoBytes)
    }

    private static func read(_ body: RequestBody, boundary: String, maxPhotoBytes: Int) async throws -> SentForm {
        var form = SentForm()
        var parser = Multipart(boundary: boundary)
        var texts: [Int: (name: String, bytes: [UInt8])] = [:]
        var total = 0
        for try await buffer in body {
            total += buffer.readableBytes
            guard total <= maxBodyBytes else { throw Refusal(.requestTooLarge, ["limit": "\(maxBodyBytes)"]) }
            for piece in try parser.feed(Array(buffer.readableBytesView)) {
                if piece.name == photoField {
                    form.photoName = piece.fileName
                    guard !form.isPhotoTooLarge else { continue }
                    form.photo += piece.bytes
                    if form.photo.count > maxPhotoBytes {
                        form.isPhotoTooLarge = true
                        form.photo = []
                    }
                } else {
                    texts[piece.part, default: (piece.name, [])].bytes += piece.bytes
                    guard texts[piece.part]!.bytes.count <= maxFieldBytes else { throw Refusal(.requestTooLarge, ["limit": "\(maxFieldBytes)"]) }
                }
            }
        }
        guard parser.isComplete else { throw Refusal(.requestMalformed) }
        for (_, text) in texts.sorted(by: { $0.key < $1.key }) { form.values[text.name, default: []].append(String(decoding: text.bytes, as: UTF8.self)) }
        return form
    }

    private static func decoded(_ text: Substring) -> String? { text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding }
}
