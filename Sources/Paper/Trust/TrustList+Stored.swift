import Crypto

extension TrustList {
    /// The version of a folder's list together with stored anchors (name, digest); that of the folder alone where there are none.
    public static func version(folder: String, stored: [(name: String, sha256: String)]) -> String {
        guard !stored.isEmpty else { return folder }
        var hash = SHA256()
        hash.update(data: Array("\(folder) ".utf8))
        // With the length, or a byte could move from one name to the next unseen.
        for anchor in stored.sorted(by: { $0.name < $1.name }) { hash.update(data: Array("\(anchor.name.utf8.count) \(anchor.name) \(anchor.sha256) ".utf8)) }
        return String(ContentDigest(hash.finalize()).hex.prefix(16))
    }

    /// This folder's list and the stored anchors beside it.
    public func with(_ stored: [StoredAnchor]) -> TrustList {
        var list = TrustList(
            version: Self.version(folder: folderVersion, stored: stored.map { ($0.name, $0.sha256.hex) }), anchors: anchors, revocationLists: revocationLists, folder: folder)
        list.fingerprints = fingerprints
        list.folderVersion = folderVersion
        list.stored = stored
        return list
    }

    /// Nothing is trusted.
    public var isEmpty: Bool { anchors.isEmpty && stored.isEmpty }
}
