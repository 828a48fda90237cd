import Cabinet
import Foundation
import Hummingbird
import Paper
import PaperWire
import Rules

/// `POST /signatures/verify`: the verdict on bytes that are not kept.
struct VerifyRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.post("signatures/verify", use: verify)
        api.post("signatures/verify-batch", use: verifyBatch)
    }

    /// Multipart with one part a file; the answer has one item a file, in their order.
    @Sendable func verifyBatch(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        guard let boundary = Multipart.boundary(of: request.headers[.contentType]) else { throw Refusal(.documentNotSupported) }
        let policy = try await policy(request, context)
        let batch = VerifyBatch(at: at)
        let files = try await batch.receive(request, boundary: boundary)
        do {
            try await note(request, context, files.flatMap(\.writer.sha256.bytes))
        } catch {
            for file in files { try await file.writer.discard() }
            throw error
        }
        let answer = try await batch.verify(files, policy, language: context.language)
        return try SignedVerdict.response(answer, to: request, by: at.signingKey)
    }

    /// `?at=` and `?revocation=` under the trust list of now.
    private func policy(_ request: Request, _ context: AppContext) async throws -> VerificationPolicy {
        var validationTime = context.arrivedAt
        if let text = request.query("at") { validationTime = try Times.time(text, at: "at") }
        var revocation = VerificationPolicy.Revocation.soft
        if let text = request.query("revocation") {
            guard let known = VerificationPolicy.Revocation(rawValue: text) else { throw Refusal.invalid("revocation", "field.unknown-value", ["value": text]) }
            revocation = known
        }
        return try await at.trust.current().policy(atMS: validationTime.ms, revocation: revocation)
    }

    @Sendable func verify(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let policy = try await policy(request, context)
        if let boundary = Multipart.boundary(of: request.headers[.contentType]) { return try await verifyDetached(request, context, boundary: boundary, policy) }
        let writer = try await at.content.writer(limitBytes: at.configuration.maxDocumentBytes)
        do {
            try await Upload.take(request.body, into: writer, limit: at.configuration.maxDocumentBytes)
            guard writer.bytes > 0 else { throw Refusal(.verifyUnreadable) }
            try await note(request, context, writer.sha256.bytes)
            let verdict = try await at.workers.verify(path: writer.temporaryPath, policy: policy, priority: .interactive)
            try await keepOrDiscard(writer, request)
            return try SignedVerdict.response(verdict, to: request, by: at.signingKey)
        } catch {
            try await writer.discard()
            throw error
        }
    }

    private func verifyDetached(_ request: Request, _ context: AppContext, boundary: String, _ policy: VerificationPolicy) async throws -> Response {
        let limit = at.configuration.maxDocumentBytes
        let content = try await at.content.writer(limitBytes: limit)
        let signature = try await at.content.writer(limitBytes: limit)
        do {
            var parser = Multipart(boundary: boundary)
            for try await part in request.body {
                for piece in try parser.feed(Array(part.readableBytesView)) {
                    switch piece.name {
                    case "content": try await content.append(piece.bytes)
                    case "signature": try await signature.append(piece.bytes)
                    default: break
                    }
                }
            }
            guard parser.isComplete else { throw Refusal(.requestMalformed) }
            guard parser.names.isSuperset(of: ["content", "signature"]) else {
                throw Refusal.invalid(parser.names.contains("content") ? "signature" : "content", "field.required")
            }
            guard signature.bytes > 0 else { throw Refusal(.verifyUnreadable) }
            try await note(request, context, content.sha256.bytes + signature.sha256.bytes)
            let verdict = try await at.workers.verifyDetached(
                signature: signature.temporaryPath, content: content.temporaryPath, policy: policy, priority: .interactive)
            try await content.discard()
            try await signature.discard()
            return try SignedVerdict.response(verdict, to: request, by: at.signingKey)
        } catch {
            try await content.discard()
            try await signature.discard()
            throw error
        }
    }

    /// A key that was used for other bytes is refused; without a key there is nothing to remember.
    private func note(_ request: Request, _ context: AppContext, _ digests: [UInt8]) async throws {
        guard request.headers[.idempotencyKey] != nil else { return }
        _ = try await at.perform(NoteRequest(), request, context, body: digests)
    }

    private func keepOrDiscard(_ writer: ContentWriter, _ request: Request) async throws {
        if request.query("store") == "true" { _ = try await writer.commit() } else { try await writer.discard() }
    }
}
