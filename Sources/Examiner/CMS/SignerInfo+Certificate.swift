extension SignerInfo {
    /// The certificates that fit the signer's identifier; several only if someone planted decoys.
    func matches(in certificates: [Certificate]) -> [Certificate] {
        switch identifier {
        case .issuerAndSerial(let issuer, let serial):
            guard let node = try? ASN1Node(issuer), let name = try? DistinguishedName(node) else { return [] }
            return certificates.filter { $0.serial == serial && $0.issuer == name }
        case .keyIdentifier(let identifier):
            return certificates.filter { $0.keyIdentifier == identifier }
        }
    }

    enum Naming {
        case absent
        case matches
        case differs
    }

    /// Whether the signed ESS attribute (RFC 2634 §5.4, RFC 5035 §3) names this certificate.
    func naming(of certificate: Certificate) -> Naming {
        guard let signed else { return .absent }
        let hasOld = signed.contains(Attributes.Kind.signingCertificate)
        let hasNew = signed.contains(Attributes.Kind.signingCertificateV2)
        guard hasOld || hasNew else { return .absent }
        let isOldGood = !hasOld || Self.names(certificate, in: signed.single(Attributes.Kind.signingCertificate), default: .sha1)
        let isNewGood = !hasNew || Self.names(certificate, in: signed.single(Attributes.Kind.signingCertificateV2), default: .sha256)
        return isOldGood && isNewGood ? .matches : .differs
    }

    /// The first identifier is the signer's; later ones are of its issuers.
    private static func names(_ certificate: Certificate, in value: ASN1Node?, default hash: HashAlgorithm) -> Bool {
        guard let first = try? value?.sequence().first?.sequence().first, var fields = try? first.sequence()[...], !fields.isEmpty else { return false }
        var hash = hash
        if let named = fields.first, named.tag == ASN1Node.Tag.sequence {
            guard let other = (try? AlgorithmIdentifier(named)).flatMap({ HashAlgorithm(oid: $0.oid) }) else { return false }
            hash = other
            fields.removeFirst()
        }
        guard let digest = try? fields.popFirst()?.octets(), digest == Digest.hash(certificate.encoded, hash) else { return false }
        guard let issuerSerial = fields.first else { return true }
        guard let pair = try? issuerSerial.sequence(), pair.count == 2, (try? pair[1].expect(ASN1Node.Tag.integer).bytes.elementsEqual(certificate.serial)) == true else { return false }
        let names = (try? pair[0].children()) ?? []
        return names.contains { name in
            guard name.tag == ASN1Node.Tag.context(4), let inner = try? name.children().first, let issuer = try? DistinguishedName(inner) else { return false }
            return issuer == certificate.issuer
        }
    }
}
