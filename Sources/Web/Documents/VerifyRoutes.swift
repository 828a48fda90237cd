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
    }

    @Sendable func verify(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        var validationTime = context.arrivedAt
        if let text = request.query("at") { validationTime = try Times.time(text, at: "at") }
        var revocation = VerificationPolicy.Revocation.soft
        if let text = request.query("revocation") {
            guard let known = VerificationPolicy.Revocation(rawValue: text) else { throw Refusal.invalid("revocation", "field.unknown-value", ["value": text]) }
            revocation = known
        }
        let policy = try await at.trust.current().policy(atMS: validationTime.ms, revocation: revocation)
        if let boundary = Multipart.boundary(of: request.headers[.contentType]) { return try await verifyDetached(request, boundary: boundary, policy) }
        let writer = try await at.content.writer(limitBytes: at.configuration.maxDocumentBytes)
        do {
            for try await part in request.body { try await writer.append(part.readableBytesView) }
            guard writer.bytes > 0 else { throw Refusal(.verifyUnreadable) }
            let verdict = try await at.workers.verify(path: writer.temporaryPath, policy: policy, priority: .interactive)
            try await keepOrDiscard(writer, request)
            return try JSON.response(verdict)
        } catch {
            try await writer.discard()
            throw error
        }
    }

    private func verifyDetached(_ request: Request, boundary: String, _ policy: VerificationPolicy) async throws -> Response {
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
            let verdict = try await at.workers.verifyDetached(
                signature: signature.temporaryPath, content: content.temporaryPath, policy: policy, priority: .interactive)
            try await content.discard()
            try await signature.discard()
            return try JSON.response(verdict)
        } catch {
            try await content.discard()
            try await signature.discard()
            throw error
        }
    }

    private func keepOrDiscard(_ writer: ContentWriter, _ request: Request) async throws {
        if request.query("store") == "true" { _ = try await writer.commit() } else { try await writer.discard() }
    }
}
