/// A file of trust anchors that an administrator uploaded: its bytes are content, its name stands in the database.
public struct StoredAnchor: Sendable, Equatable {
    public let name: String
    public let sha256: ContentDigest
    /// Absolute, for the worker.
    public let path: String

    public init(name: String, sha256: ContentDigest, path: String) {
        self.name = name
        self.sha256 = sha256
        self.path = path
    }
}
