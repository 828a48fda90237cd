/// The trust list, as `/trust` tells it.
public struct TrustListBody: Codable, Sendable {
    public enum Source: String, Codable, Sendable { case folder, stored }

    public struct Certificate: Codable, Sendable {
        /// Of its DER, lower-case hex.
        public var sha256: String
        public var subject: String
        public var issuer: String
        /// RFC 3339.
        public var validFrom: String
        public var validUntil: String
        public var isAuthority: Bool

        public init(sha256: String, subject: String, issuer: String, validFrom: String, validUntil: String, isAuthority: Bool) {
            self.sha256 = sha256
            self.subject = subject
            self.issuer = issuer
            self.validFrom = validFrom
            self.validUntil = validUntil
            self.isAuthority = isAuthority
        }
    }

    public struct Anchor: Codable, Sendable {
        /// File name, unique in the list.
        public var name: String
        public var source: Source
        /// SHA-256 of each certificate in the file.
        public var fingerprints: [String]
        public var certificates: [Certificate]
        /// RFC 3339; null for a file of the folder.
        @Nullable public var addedAt: String?
        /// Name of the account; null for a file of the folder.
        @Nullable public var addedBy: String?

        public init(name: String, source: Source, certificates: [Certificate], addedAt: String?, addedBy: String?) {
            self.name = name
            self.source = source
            fingerprints = certificates.map(\.sha256)
            self.certificates = certificates
            self.addedAt = addedAt
            self.addedBy = addedBy
        }
    }

    /// Recorded in every verdict.
    public var version: String
    public var anchors: [Anchor]
    /// File names.
    public var revocationLists: [String]

    public init(version: String, anchors: [Anchor], revocationLists: [String]) {
        self.version = version
        self.anchors = anchors
        self.revocationLists = revocationLists
    }
}

/// A file of trust anchors to be uploaded.
public struct NewAnchor: Codable, Sendable {
    /// Lower-case letters, digits, dots and hyphens, ending in `.pem` or `.crt`.
    public var name: String
    /// One or more PEM certificates.
    public var pem: String

    public init(name: String, pem: String) {
        self.name = name
        self.pem = pem
    }
}
