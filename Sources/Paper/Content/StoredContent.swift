/// Content that rests in the store.
public struct StoredContent: Sendable, Hashable {
    public let sha256: ContentDigest
    public let bytes: Int
    /// Absolute; for the worker, and for nobody to write to.
    public let path: String
}
