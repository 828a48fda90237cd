import Cabinet
import Hummingbird
import Paper
import PaperWire
import Rules
import Wire

/// `/trust`: the anchors that signatures are traced to. Administrators only. The folder's files are the operator's and can only be looked at here.
struct TrustRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("trust", use: list)
        api.post("trust/anchors", use: add)
        api.delete("trust/anchors/:name", use: remove)
    }

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        return try await answer()
    }

    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let anchor = try JSON.decode(NewAnchor.self, from: bytes)
        guard TrustFolder.isName(anchor.name) else { throw Refusal.invalid("/name", "field.anchor-name") }
        let pem = Array(anchor.pem.utf8)
        guard pem.count <= TrustFolder.maxAnchorBytes, !AnchorFile(pem).fingerprints.isEmpty else { throw Refusal.invalid("/pem", "field.no-certificate") }
        let list = try await at.trust.current()
        guard !list.anchors.contains(anchor.name) else { throw Refusal.invalid("/name", "field.anchor-taken") }
        let content = try await at.content.store(pem)
        let certificates: [CertificateLook]
        do {
            certificates = try await at.workers.certificates(path: content.path)
        } catch is Refused {
            throw Refusal.invalid("/pem", "field.no-certificate")
        }
        let command = AddTrustAnchor(anchor: anchor.name, sha256: content.sha256.hex, certificates: certificates, folderVersion: list.folderVersion)
        _ = try await at.perform(command, request, context, body: bytes)
        return try await answer(status: .created)
    }

    @Sendable func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        try Standing.requireAdmin(try context.caller())
        let name = context.parameters.get("name") ?? ""
        let list = try await at.trust.current()
        guard !list.anchors.contains(name) else { throw Refusal.invalid("/name", "field.anchor-of-folder") }
        _ = try await at.perform(RemoveTrustAnchor(anchor: name, folderVersion: list.folderVersion), request, context)
        return Response(status: .noContent)
    }

    private func answer(status: HTTPResponse.Status = .ok) async throws -> Response {
        let list = try await at.trust.current()
        let anchors = try await AnchorView.all(list, at: at).map(TrustListBody.Anchor.init)
        return try JSON.response(TrustListBody(version: list.version, anchors: anchors, revocationLists: list.revocationLists), status: status)
    }
}

extension TrustListBody.Anchor {
    init(_ view: AnchorView) {
        self.init(
            name: view.name, source: view.source,
            certificates: view.certificates.map {
                .init(sha256: $0.sha256, subject: $0.subject, issuer: $0.issuer, validFrom: $0.validFrom, validUntil: $0.validUntil, isAuthority: $0.isAuthority)
            }, addedAt: view.addedAt?.rfc3339, addedBy: view.addedBy)
    }
}
