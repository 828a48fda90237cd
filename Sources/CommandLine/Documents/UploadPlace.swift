import Crypto
import Foundation
import Proof
import Rules
import Wire

/// Where uploaded files go: a meeting, perhaps an item of its agenda, as a kind of document.
struct UploadPlace: Sendable {
    /// Contract §2; a larger file is refused here, before hours are spent on sending it.
    static let maxBytes: Int64 = 200 << 20
    /// How often, and how long in all, `--wait` asks whether a document is ready.
    private static let settlePauseMS = 500
    private static let settleAttempts = 600

    var meeting: MeetingID
    var item: AgendaItemID?
    var kind: String?

    /// The document with these bytes that is there already.
    func existing(_ measure: LocalFile.Measure, on connection: Connection) async throws(Failure) -> Document? {
        let target = Target("meetings", meeting.text, "documents").with("sha256", measure.sha256)
        // The digest is compared once more: a list that ignores the filter must not make us skip a file.
        return try await connection.items(target, as: Document.self).first { $0.sha256 == measure.sha256 && $0.itemId == item }
    }

    /// Sends the bytes, and whether they made a new document (201) or met an old one (200).
    func send(_ file: LocalFile, _ measure: LocalFile.Measure, title: String, on connection: Connection) async throws(Failure) -> (Document, isNew: Bool) {
        guard measure.bytes <= Self.maxBytes else {
            let limit = ByteCount(Self.maxBytes)
            throw .refused(
                Problem(
                    title: Tongue.pick(vi: "Tệp quá lớn", en: "Too large"), status: 413,
                    detail: Tongue.pick(
                        vi: "Tệp \(ByteCount(measure.bytes)) vượt giới hạn \(limit).", en: "The file of \(ByteCount(measure.bytes)) is over the limit of \(limit)."),
                    code: "request.too-large"))
        }
        let target = Target("meetings", meeting.text, "documents").with("title", title).with("kind", kind).with("itemId", item?.text)
            .with("filename", file.name)
        var request = Request(
            method: "POST", target: target, content: .file(file.url, type: MediaType.named(file.url.pathExtension)),
            idempotencyKey: key(measure, target))
        request.headers["Repr-Digest"] = "sha-256=:\(Data(measure.digest).base64EncodedString()):"
        let bar = ProgressBar(label: file.name, of: measure.bytes)
        defer { bar?.clear() }
        let answer = try await connection.send(request) { bar?.show(sent: $0) }
        let document = try answer.decoded(as: Document.self)
        guard document.sha256 == measure.sha256 else {
            throw .unreadable(detail: "sha256 \(document.sha256), sent \(measure.sha256)")
        }
        return (document, answer.status == 201)
    }

    /// The document once the server has looked into it; as it is when patience ends.
    func settled(_ document: Document, on connection: Connection) async throws(Failure) -> Document {
        var document = document
        for _ in 0..<Self.settleAttempts where document.state == .processing {
            do {
                try await Task.sleep(for: .milliseconds(Self.settlePauseMS))
            } catch {
                throw .local("\(error)")
            }
            document = try await connection.send(.get(Target("documents", document.id.text))).decoded(as: Document.self)
        }
        return document
    }

    /// The same file to the same place under the same name is the same request, today and after a crash.
    private func key(_ measure: LocalFile.Measure, _ target: Target) -> String {
        "upload-" + Hex.encode(SHA256.hash(data: Data("\(meeting)\n\(item?.text ?? "")\n\(measure.sha256)\n\(target.text)".utf8)))
    }
}
