import Hummingbird
import Paper
import PaperWire
import Rules
import Wire

/// `POST /signatures/verify-batch`: up to a hundred PDFs in one multipart body. One bad file spoils its own verdict alone.
struct VerifyBatch {
    static let maxFiles = 100
    /// Verdicts in hand at once; the pool bounds the processes.
    static let atOnce = 4

    struct Answer: Encodable {
        struct Item: Encodable {
            var name: String
            var verdict: Verdict?
            var problem: Problem?
        }
        var items: [Item]
    }

    let at: Dependencies

    func receive(_ request: Request, boundary: String) async throws -> [(name: String, writer: ContentWriter)] {
        var files: [(name: String, writer: ContentWriter)] = []
        do {
            var parser = Multipart(boundary: boundary)
            var part = 0
            var bytes = 0
            for try await chunk in request.body {
                bytes += chunk.readableBytes
                guard bytes <= at.configuration.maxDocumentBytes else { throw Refusal(.requestTooLarge, ["limit": "\(at.configuration.maxDocumentBytes)"]) }
                for piece in try parser.feed(Array(chunk.readableBytesView)) {
                    if piece.part != part {
                        part = piece.part
                        guard files.count < Self.maxFiles else { throw Refusal.invalid("files", "field.too-many", ["limit": "\(Self.maxFiles)"]) }
                        let name = piece.fileName.isEmpty ? piece.name : piece.fileName
                        files.append((String(name.prefix(200)), try await at.content.writer(limitBytes: at.configuration.maxDocumentBytes)))
                    }
                    try await files[files.count - 1].writer.append(piece.bytes)
                }
            }
            guard parser.isComplete else { throw Refusal(.requestMalformed) }
            guard !files.isEmpty else { throw Refusal.invalid("files", "field.required") }
            return files
        } catch {
            for file in files { try await file.writer.discard() }
            throw error
        }
    }

    func verify(_ files: [(name: String, writer: ContentWriter)], _ policy: VerificationPolicy, language: Language) async throws -> Answer {
        var items: [Answer.Item?] = Array(repeating: nil, count: files.count)
        try await withThrowingTaskGroup(of: (Int, Answer.Item).self) { group in
            var next = 0
            func add() {
                guard next < files.count else { return }
                let (index, file) = (next, files[next])
                group.addTask { (index, try await item(file, policy, language)) }
                next += 1
            }
            for _ in 0..<Self.atOnce { add() }
            while let (index, item) = try await group.next() {
                items[index] = item
                add()
            }
        }
        return Answer(items: items.compactMap { $0 })
    }

    private func item(_ file: (name: String, writer: ContentWriter), _ policy: VerificationPolicy, _ language: Language) async throws -> Answer.Item {
        let result: Answer.Item
        do {
            result = .init(name: file.name, verdict: try await at.workers.verify(path: file.writer.temporaryPath, policy: policy, priority: .interactive), problem: nil)
        } catch let refused as Refused {
            let code: Refusal.Code = refused.code == .tooComplex ? .verifyTooComplex : .verifyUnreadable
            result = .init(name: file.name, verdict: nil, problem: problem(code, language))
        } catch PaperFault.crashed, PaperFault.timedOut {
            result = .init(name: file.name, verdict: nil, problem: problem(.verifyTooComplex, language))
        }
        try await file.writer.discard()
        return result
    }

    private func problem(_ code: Refusal.Code, _ language: Language) -> Problem {
        Problem(title: at.locales.text("status.\(code.status)", language), status: code.status, detail: at.locales.sentence(Refusal(code), language), code: code.rawValue)
    }
}
