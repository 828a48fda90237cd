/// What a certificate says of itself, for somebody who decides whether to trust it.
public struct CertificateLook: Codable, Sendable, Equatable {
    /// Of its DER, lower-case hex: what one compares with the authority's own publication.
    public var sha256: String
    public var subject: String
    public var issuer: String
    /// RFC 3339.
    public var validFrom: String
    public var validUntil: String
    /// It may issue others. One that may not is an anchor for itself alone.
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
