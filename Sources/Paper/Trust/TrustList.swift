public import PaperWire

/// What is trusted: what the trust folder held when it was last read, and what was uploaded.
public struct TrustList: Sendable, Equatable {
    /// First 16 hex digits of a SHA-256 over sorted names and bytes, of the folder and of what was uploaded: the same files, the same version, on any machine.
    public let version: String
    /// The version of the folder alone.
    public internal(set) var folderVersion: String
    /// File names of the folder's trust anchors, sorted.
    public let anchors: [String]
    /// SHA-256 of each certificate in each anchor file, lower-case hex: what an administrator compares with the authority's own publication.
    public var fingerprints: [String: [String]] = [:]
    /// File names of revocation lists, those of the sub-folder with `crl/` before them, sorted.
    public let revocationLists: [String]
    /// Absolute.
    public let folder: String
    /// Anchors that were uploaded; effective together with the folder's.
    public internal(set) var stored: [StoredAnchor] = []

    init(version: String, anchors: [String], revocationLists: [String], folder: String) {
        self.version = version
        folderVersion = version
        self.anchors = anchors
        self.revocationLists = revocationLists
        self.folder = folder
    }

    /// The policy that relies on this list at the given time.
    public func policy(atMS: Int64, revocation: VerificationPolicy.Revocation = .soft) -> VerificationPolicy {
        VerificationPolicy(trustFolder: folder, trustVersion: version, atMS: atMS, revocation: revocation, anchorFiles: stored.map(\.path))
    }
}
