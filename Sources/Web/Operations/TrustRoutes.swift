import Cabinet
import Hummingbird
import Paper
import Rules

/// `/trust`: the anchors that signatures are traced to. Administrators only.
struct TrustRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("trust", use: list)
        api.post("trust/anchors", use: add)
        api.delete("trust/anchors/:name", use: remove)
    }

    /// The answer of every route here.
    struct Body: Codable {
        struct Anchor: Codable {
            var name: String
            /// SHA-256 of each certificate in the file.
            var fingerprints: [String]
        }
        var version: String
        var anchors: [Anchor]
        var revocationLists: [String]

        init(_ list: TrustList) {
            version = list.version
            anchors = list.anchors.map { Anchor(name: $0, fingerprints: list.fingerprints[$0] ?? []) }
            revocationLists = list.revocationLists
        }
    }

    struct NewAnchor: Decodable {
        var name: String
        var pem: String
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        return try JSON.response(Body(try await at.trust.current()))
    }

    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let anchor = try JSON.decode(NewAnchor.self, from: bytes)
        guard TrustFolder.isName(anchor.name) else { throw Refusal.invalid("/name", "field.anchor-name") }
        do {
            try await note(anchor.name, "added", try await at.trust.add(anchor.name, pem: anchor.pem, repeatable: true), request, context, body: bytes)
        } catch TrustFolder.Problem.noCertificate {
            throw Refusal.invalid("/pem", "field.no-certificate")
        } catch TrustFolder.Problem.taken {
            throw Refusal.invalid("/name", "field.anchor-taken")
        } catch TrustFolder.Problem.notWritable {
            throw Refusal.invalid("/name", "field.trust-not-writable")
        }
        return try JSON.response(Body(try await at.trust.current()), status: .created)
    }

    @Sendable func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        let name = context.parameters.get("name") ?? ""
        do {
            try await note(name, "removed", try await at.trust.remove(name), request, context)
        } catch TrustFolder.Problem.unknown {
            throw Refusal(.notFound)
        } catch TrustFolder.Problem.notWritable {
            throw Refusal.invalid("/name", "field.trust-not-writable")
        }
        return Response(status: .noContent)
    }

    private func note(_ name: String, _ change: String, _ version: String, _ request: Request, _ context: AppContext, body: [UInt8] = []) async throws {
        _ = try await at.perform(NoteTrustChange(anchor: name, change: change, version: version), request, context, body: body)
    }
}
