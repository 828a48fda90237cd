/// What tells photos apart: digest of the file and, where one was made, its difference hash.
public struct PhotoPrint: Codable, Hashable, Sendable {
    /// Bits in which two difference hashes of the same picture may differ.
    public static let sameBits = 4

    public var sha256: String
    public var differenceHash: UInt64?

    public init(sha256: String, differenceHash: UInt64? = nil) {
        self.sha256 = sha256
        self.differenceHash = differenceHash
    }

    /// The same file, or the same picture saved anew.
    public func shows(sameAs other: PhotoPrint) -> Bool {
        if sha256 == other.sha256 { return true }
        guard let differenceHash, let hash = other.differenceHash else { return false }
        return (differenceHash ^ hash).nonzeroBitCount <= Self.sameBits
    }
}
