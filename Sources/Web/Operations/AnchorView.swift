import Cabinet
import Paper
import PaperWire
import Rules
import Wire

/// One file of trust anchors as API and screen tell it, wherever it is kept.
struct AnchorView: Sendable {
    var name: String
    var source: TrustListBody.Source
    var certificates: [CertificateLook]
    /// Known of uploads alone; nobody signs for a file that was copied into the folder.
    var addedAt: Timestamp?
    var addedBy: String?

    /// Uploads and the folder's files together, by name.
    static func all(_ list: TrustList, at: Dependencies) async throws -> [AnchorView] {
        let looks = try await at.anchorLooks.looks(of: list, by: at.workers)
        let stored = try await at.cabinet.read { tx in try TrustAnchors.stored(in: tx) }
        let all =
            list.anchors.map { AnchorView(name: $0, source: .folder, certificates: looks[$0] ?? [], addedAt: nil, addedBy: nil) }
            + stored.map { AnchorView(name: $0.name, source: .stored, certificates: $0.certificates, addedAt: $0.addedAt, addedBy: $0.addedBy) }
        return all.sorted { $0.name < $1.name }
    }
}
