public import PaperWire

/// What a trust folder held when it was last read.
public struct TrustList: Sendable, Equatable {
    /// First 16 hex digits of a SHA-256 over sorted names and bytes: the same files, the same version, on any machine.
    public let version: String
    /// File names of the trust anchors, sorted.
    public let anchors: [String]
    /// SHA-256 of each certificate in each anchor file, lower-case hex: what an administrator compares with the authority's own publication.
    public var fingerprints: [String: [String]] = [:]
    /// File names of revocation lists, those of the sub-folder with `crl/` before them, sorted.
    public let revocationLists: [String]
    /// Absolute.
    public let folder: String

    /// The policy that relies on this list at the given time.
    public func policy(atMS: Int64, revocation: VerificationPolicy.Revocation = .soft) -> VerificationPolicy {
        VerificationPolicy(trustFolder: folder, trustVersion: version, atMS: atMS, revocation: revocation)
    }
}
