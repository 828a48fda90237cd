public import Paper
import Store

/// What signatures are traced to: the operator's trust folder and the administrator's uploads, together.
public struct Trust: Sendable {
    public let folder: TrustFolder
    /// Folder of the content store.
    let contentFolder: String
    let cabinet: Cabinet

    public init(folder: TrustFolder, contentFolder: String, cabinet: Cabinet) {
        self.folder = folder
        self.contentFolder = contentFolder
        self.cabinet = cabinet
    }

    /// The list as it is now. Throws `PaperFault` as the folder does.
    public func current() async throws -> TrustList {
        let list = try await folder.current()
        let contentFolder = contentFolder
        let stored = try await cabinet.read { tx in
            try tx.rows("SELECT name, sha256 FROM trust_anchor ORDER BY name").map { row in
                guard let digest = ContentDigest(hex: row.text("sha256")) else { preconditionFailure("a stored digest is a digest") }
                return StoredAnchor(name: row.text("name"), sha256: digest, path: ContentStore.path(of: digest, in: contentFolder))
            }
        }
        return list.with(stored)
    }
}
