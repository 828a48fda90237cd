/// Which algorithms a signature may rely on, and until when.
///
/// Sources: ETSI TS 119 312 V1.5.1 (tables 1 to 7) and SOG-IS Agreed Cryptographic Mechanisms 1.3 for what is acceptable today; the end dates
/// for the past are those the European validation policies use (SHA-1: August 2012). MD5, RSA below 2048 bits and curves
/// below 256 bits are never accepted, whatever a time-stamp proves: they could be forged when Vietnam's first certificates under
/// Decree 26/2007/NĐ-CP were issued, or soon after.
enum AlgorithmPolicy {
    struct HashRule {
        var hash: HashAlgorithm
        /// Acceptable for signatures proved to exist before; nil for never.
        var until: Instant?
    }

    private static let always = Instant(seconds: .max)

    static let hashes: [HashRule] = [
        HashRule(hash: .md5, until: nil),
        HashRule(hash: .sha1, until: Instant(year: 2012, month: 8, day: 1)),
        HashRule(hash: .sha224, until: Instant(year: 2029, month: 1, day: 1)),
        HashRule(hash: .sha256, until: always),
        HashRule(hash: .sha384, until: always),
        HashRule(hash: .sha512, until: always),
        HashRule(hash: .sha3_256, until: always),
        HashRule(hash: .sha3_384, until: always),
        HashRule(hash: .sha3_512, until: always),
    ]
    static let minRSABits = 2048
    static let curves: Set<String> = ["P256", "P384", "P521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "brainpoolP256t1", "brainpoolP384t1", "brainpoolP512t1"]

    static func accepts(_ hash: HashAlgorithm, at time: Instant) -> Bool {
        guard let until = hashes.first(where: { $0.hash == hash })?.until else { return false }
        return time < until
    }

    static func accepts(_ key: PublicKey?) -> Bool {
        switch key?.family {
        case .rsa, .rsaPSS: (key?.bits ?? 0) >= minRSABits
        case .ec(let curve): curves.contains(curve)
        case .ed25519, .ed448: true
        default: false
        }
    }

    /// For evidence: its own signature must be of today's strength.
    static func accepts(_ scheme: SignatureScheme?) -> Bool {
        guard let scheme else { return false }
        if case .dsa = scheme { return false }
        return scheme.hash.map { $0 != .md5 && $0 != .sha1 } ?? true
    }

    /// The name of the first algorithm that is too weak at `time`, or nil.
    static func weakness(in chain: [Certificate], at time: Instant) -> String? {
        for (index, certificate) in chain.enumerated() {
            guard accepts(certificate.publicKey) else { return keyName(certificate.publicKey) }
            // Nobody relies on the signature of the anchor over itself.
            if index == chain.count - 1, chain.count > 1 { break }
            guard let scheme = SignatureScheme(certificate.signatureAlgorithm, digest: nil) else { return certificate.signatureAlgorithm.oid.description }
            if let hash = scheme.hash, !accepts(hash, at: time) { return scheme.name(nil) }
        }
        return nil
    }

    /// The name of what is too weak in one signature at `time`, or nil.
    static func weakness(of scheme: SignatureScheme, digest: HashAlgorithm?, at time: Instant) -> String? {
        if case .dsa = scheme { return scheme.name(nil) }
        if let hash = scheme.hash, !accepts(hash, at: time) { return scheme.name(nil) }
        if case .rsaPSS(_, let mask, _) = scheme, !accepts(mask, at: time) { return "MGF1-\(mask.rawValue)" }
        if let digest, !accepts(digest, at: time) { return digest.rawValue }
        return nil
    }

    static func keyName(_ key: PublicKey?) -> String {
        switch key?.family {
        case .rsa, .rsaPSS: "RSA-\(key?.bits ?? 0)"
        case .ec(let curve): "EC-\(curve)"
        case .dsa: "DSA-\(key?.bits ?? 0)"
        case .ed25519: "Ed25519"
        case .ed448: "Ed448"
        case .other, nil: "?"
        }
    }
}
