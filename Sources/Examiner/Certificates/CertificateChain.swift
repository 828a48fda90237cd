/// A path from a certificate upwards, and what is wrong with it.
struct CertificateChain {
    enum Problem {
        /// No path ends in a trust anchor.
        case noAnchor
        /// A certificate that may not issue others did.
        case notAuthority(Certificate)
        /// Constraints of RFC 5280 §6 are broken; OpenSSL's words.
        case other(String)
    }

    /// The holder first; the anchor last, if one was reached.
    var certificates: [Certificate]
    var problem: Problem?

    var names: [String] { certificates.map(\.subject.display) }

    /// Each certificate whose revocation matters, with its issuer: all but the anchor.
    var links: [(certificate: Certificate, issuer: Certificate)] { Array(zip(certificates, certificates.dropFirst())).map { ($0, $1) } }
}
