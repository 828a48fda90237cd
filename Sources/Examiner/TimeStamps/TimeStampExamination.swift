/// Judges a time-stamp: what it is over, who issued it, and whether that one may be believed.
struct TimeStampExamination {
    let circumstances: Circumstances

    struct Stamp {
        var time: Instant
        var chain: CertificateChain
        var supply: Supply
    }

    /// `control` is when the token itself is known to have existed: now, or the time of a later time-stamp over it.
    func examine(_ encoded: [UInt8], over digest: (HashAlgorithm) -> [UInt8], supply outer: Supply, control: Instant) throws(StampProblem) -> Stamp {
        let token = try TimeStampToken(encoded)
        guard token.imprint == digest(token.imprintHash) else { throw .imprint }
        guard AlgorithmPolicy.accepts(token.imprintHash, at: control) else { throw .weak }
        var supply = outer
        supply.add(token.cms)
        let certificate = try signer(of: token, supply.certificates + circumstances.anchors, control)
        guard token.time <= circumstances.at.advanced(bySeconds: RevocationEvidence.skewSeconds) else { throw .future }
        guard certificate.mayStampTime, certificate.maySign else { throw .usage }
        let chain = circumstances.builder.chain(for: certificate, among: supply.certificates, at: control)
        guard chain.problem == nil else { throw .untrusted }
        guard certificate.isValid(at: token.time), chain.certificates.allSatisfy({ $0.isValid(at: control) }) else { throw .outOfBounds }
        guard AlgorithmPolicy.weakness(in: chain.certificates, at: control) == nil else { throw .weak }
        try checkRevocation(chain, supply, token.time, control)
        return Stamp(time: token.time, chain: chain, supply: supply)
    }

    private func signer(of token: TimeStampToken, _ certificates: [Certificate], _ control: Instant) throws(StampProblem) -> Certificate {
        let signer = token.signer
        let isTyped = (try? signer.signed?.single(Attributes.Kind.contentType)?.oid()) == TimeStampToken.contentType
        guard let attributes = signer.signed, isTyped, let hash = HashAlgorithm(oid: signer.digestAlgorithm.oid),
            (try? attributes.single(Attributes.Kind.messageDigest)?.octets()) == Digest.hash(token.content, hash)
        else { throw .malformed }
        guard let scheme = SignatureScheme(signer.signatureAlgorithm, digest: hash), AlgorithmPolicy.weakness(of: scheme, digest: hash, at: control) == nil else { throw .weak }
        let candidates = signer.matches(in: certificates)
        guard let certificate = candidates.first(where: { signer.naming(of: $0) == .matches }) else { throw .signature }
        guard attributes.signedForms.contains(where: { certificate.publicKey?.verifies(signer.signature, over: $0, scheme) == true }) else { throw .signature }
        return certificate
    }

    /// RFC 3161 §4: a token outlives its issuer's revocation unless the key was compromised.
    private func checkRevocation(_ chain: CertificateChain, _ supply: Supply, _ time: Instant, _ control: Instant) throws(StampProblem) {
        let harmlessReasons = [3, 4, 5]  // affiliationChanged, superseded, cessationOfOperation
        var evidence = supply.evidence
        evidence.add(circumstances.localEvidence)
        for (certificate, issuer) in chain.links {
            switch evidence.status(of: certificate, issuer: issuer, pool: supply.certificates, at: time) {
            case .good: continue
            case .unknown: if circumstances.demandsRevocation { throw .unknownRevocation }
            case .revoked(let date, let reason):
                let isHarmless = reason.map(harmlessReasons.contains) ?? false
                if control >= date, !(isHarmless && time < date) { throw .revoked }
            case .onHold: throw .revoked
            }
        }
    }
}
