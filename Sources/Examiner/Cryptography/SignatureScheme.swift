/// How a signature value was made: padding and hash, read from an AlgorithmIdentifier.
enum SignatureScheme: Equatable {
    case rsaPKCS1(HashAlgorithm)
    case rsaPSS(HashAlgorithm, mask: HashAlgorithm, saltBytes: Int)
    case ecdsa(HashAlgorithm)
    case dsa(HashAlgorithm)
    case ed25519
    case ed448

    /// `digest` is the hash named beside it, for algorithms that do not name their own (RFC 5754 §3.2).
    init?(_ algorithm: AlgorithmIdentifier, digest: HashAlgorithm?) {
        func with(_ hash: HashAlgorithm?, _ make: (HashAlgorithm) -> SignatureScheme) -> SignatureScheme? { hash.map(make) }
        let scheme: SignatureScheme? = switch algorithm.oid {
        case "1.2.840.113549.1.1.1": with(digest) { .rsaPKCS1($0) }
        case "1.2.840.113549.1.1.4": .rsaPKCS1(.md5)
        case "1.2.840.113549.1.1.5", "1.3.14.3.2.29": .rsaPKCS1(.sha1)
        case "1.2.840.113549.1.1.14": .rsaPKCS1(.sha224)
        case "1.2.840.113549.1.1.11": .rsaPKCS1(.sha256)
        case "1.2.840.113549.1.1.12": .rsaPKCS1(.sha384)
        case "1.2.840.113549.1.1.13": .rsaPKCS1(.sha512)
        case "2.16.840.1.101.3.4.3.14": .rsaPKCS1(.sha3_256)
        case "2.16.840.1.101.3.4.3.15": .rsaPKCS1(.sha3_384)
        case "2.16.840.1.101.3.4.3.16": .rsaPKCS1(.sha3_512)
        case "1.2.840.113549.1.1.10": try? Self.pss(algorithm.parameters)
        case "1.2.840.10045.2.1": with(digest) { .ecdsa($0) }
        case "1.2.840.10045.4.1": .ecdsa(.sha1)
        case "1.2.840.10045.4.3.1": .ecdsa(.sha224)
        case "1.2.840.10045.4.3.2": .ecdsa(.sha256)
        case "1.2.840.10045.4.3.3": .ecdsa(.sha384)
        case "1.2.840.10045.4.3.4": .ecdsa(.sha512)
        case "2.16.840.1.101.3.4.3.10": .ecdsa(.sha3_256)
        case "2.16.840.1.101.3.4.3.11": .ecdsa(.sha3_384)
        case "2.16.840.1.101.3.4.3.12": .ecdsa(.sha3_512)
        case "1.2.840.10040.4.1": with(digest) { .dsa($0) }
        case "1.2.840.10040.4.3": .dsa(.sha1)
        case "2.16.840.1.101.3.4.3.2": .dsa(.sha256)
        case "1.3.101.112": .ed25519
        case "1.3.101.113": .ed448
        default: nil
        }
        guard let scheme else { return nil }
        self = scheme
    }

    /// RSASSA-PSS-params (RFC 4055 §3.1); what is absent has the old defaults.
    private static func pss(_ parameters: ASN1Node?) throws -> SignatureScheme? {
        var hash = HashAlgorithm.sha1
        var mask = HashAlgorithm.sha1
        var saltBytes = 20
        for field in try parameters?.sequence() ?? [] {
            guard let value = try field.children().first else { return nil }
            switch field.tag {
            case ASN1Node.Tag.context(0):
                guard let named = HashAlgorithm(oid: try AlgorithmIdentifier(value).oid) else { return nil }
                hash = named
            case ASN1Node.Tag.context(1):
                let generator = try AlgorithmIdentifier(value)
                guard generator.oid == "1.2.840.113549.1.1.8", let inner = generator.parameters, let named = HashAlgorithm(oid: try AlgorithmIdentifier(inner).oid) else { return nil }
                mask = named
            case ASN1Node.Tag.context(2): saltBytes = try value.small()
            case ASN1Node.Tag.context(3): guard try value.small() == 1 else { return nil }
            default: return nil
            }
        }
        guard (0...512).contains(saltBytes) else { return nil }
        return .rsaPSS(hash, mask: mask, saltBytes: saltBytes)
    }

    /// The hash of the message; nil where the algorithm takes the message whole.
    var hash: HashAlgorithm? {
        switch self {
        case .rsaPKCS1(let hash), .rsaPSS(let hash, _, _), .ecdsa(let hash), .dsa(let hash): hash
        case .ed25519, .ed448: nil
        }
    }

    func fits(_ family: PublicKey.Family) -> Bool {
        switch (self, family) {
        case (.rsaPKCS1, .rsa), (.rsaPSS, .rsa), (.rsaPSS, .rsaPSS), (.ecdsa, .ec), (.dsa, .dsa), (.ed25519, .ed25519), (.ed448, .ed448): true
        default: false
        }
    }

    /// For example RSA-SHA256, RSASSA-PSS-SHA256, ECDSA-P256-SHA256, Ed25519.
    func name(_ family: PublicKey.Family?) -> String {
        switch self {
        case .rsaPKCS1(let hash): "RSA-\(hash.rawValue)"
        case .rsaPSS(let hash, _, _): "RSASSA-PSS-\(hash.rawValue)"
        case .ecdsa(let hash): if case .ec(let curve) = family { "ECDSA-\(curve)-\(hash.rawValue)" } else { "ECDSA-\(hash.rawValue)" }
        case .dsa(let hash): "DSA-\(hash.rawValue)"
        case .ed25519: "Ed25519"
        case .ed448: "Ed448"
        }
    }
}
