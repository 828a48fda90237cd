import PaperWire

/// Judges one SignerInfo over one content: who signed, what, when, with what, and whether that may be relied on.
///
/// The order is that of EN 319 102-1 §5.2: identify the certificate, verify the signature, place it in time, validate the chain, apply the constraints.
struct SignerExamination {
    let circumstances: Circumstances
    let kind: SignatureKind
    let signer: SignerInfo
    /// Digest of the content as the caller found it.
    let digest: (HashAlgorithm) -> [UInt8]
    /// The content in one piece, for algorithms that know no digest; nil where it is too large for that.
    let content: () -> [UInt8]?
    let supply: Supply
    /// From a document time-stamp around the signature.
    let provenTime: Instant?

    struct Outcome {
        var findings: [Finding] = []
        /// Every check was made, whatever came of it; nothing passes without.
        var isComplete = false
        var certificate: Certificate?
        var scheme: SignatureScheme?
        var claimedTime: Instant?
        /// Earliest trusted proof of existence.
        var provenTime: Instant?
        var hasSignatureStamp = false
        var chain: [Certificate] = []
        var revocation = "unknown"
        var evidence: [SignatureVerdict.Evidence] = []
        /// All evidence for the chain travels with the document.
        var carriesEvidence = false
        /// The signature names its certificate, as PAdES and CAdES demand.
        var namesCertificate = false
    }

    func run() -> Outcome {
        var outcome = Outcome()
        outcome.claimedTime = try? signer.signed?.single(Attributes.Kind.signingTime)?.instant()
        guard let certificate = identify(&outcome) else {
            checkContentAlone(&outcome)
            return outcome
        }
        outcome.certificate = certificate
        verify(certificate, &outcome)
        placeInTime(&outcome)
        ChainAssessment(circumstances: circumstances, supply: supply, provenTime: outcome.provenTime, laterThan: contentStamp()).run(certificate, &outcome)
        constrain(certificate, &outcome)
        if outcome.provenTime == nil, outcome.findings.allSatisfy({ $0.effect == .information }) { outcome.findings.append(.information(.claimedTimeOnly)) }
        outcome.isComplete = outcome.scheme != nil && !outcome.chain.isEmpty
        return outcome
    }

    private func identify(_ outcome: inout Outcome) -> Certificate? {
        let candidates = signer.matches(in: supply.certificates + circumstances.anchors)
        guard let first = candidates.first else {
            outcome.findings.append(.indeterminate(.noSigningCertificate, .noSigningCertificate))
            return nil
        }
        if let named = candidates.first(where: { signer.naming(of: $0) == .matches }) {
            outcome.namesCertificate = true
            return named
        }
        switch signer.naming(of: first) {
        case .differs: outcome.findings.append(.indeterminate(.noSigningCertificate, .certificateMismatch))
        case .absent where kind == .pades: outcome.findings.append(.indeterminate(.signatureConstraints, .certificateNotNamed))
        default: break
        }
        return first
    }

    /// Without a certificate the digest still tells whether the content is the one signed.
    private func checkContentAlone(_ outcome: inout Outcome) {
        guard let hash = HashAlgorithm(oid: signer.digestAlgorithm.oid), let signed = signer.signed,
            let claimed = try? signed.single(Attributes.Kind.messageDigest)?.octets(), claimed != digest(hash)
        else { return }
        outcome.findings.append(.failed(.hashFailure, .digestMismatch))
    }

    private func verify(_ certificate: Certificate, _ outcome: inout Outcome) {
        let hash = HashAlgorithm(oid: signer.digestAlgorithm.oid)
        guard let scheme = SignatureScheme(signer.signatureAlgorithm, digest: hash) else {
            outcome.findings.append(.indeterminate(.weakAlgorithm, .unsupportedAlgorithm(signer.signatureAlgorithm.oid.description)))
            return
        }
        outcome.scheme = scheme
        guard let signed = signer.signed else { return verifyPlain(certificate, scheme, &outcome) }
        guard let hash else {
            outcome.findings.append(.indeterminate(.weakAlgorithm, .unsupportedAlgorithm(signer.digestAlgorithm.oid.description)))
            return
        }
        if let claimed = try? signed.single(Attributes.Kind.messageDigest)?.octets() {
            if claimed != digest(hash) { outcome.findings.append(.failed(.hashFailure, .digestMismatch)) }
        } else {
            outcome.findings.append(.failed(.hashFailure, .digestMissing))
        }
        if (try? signed.single(Attributes.Kind.contentType)?.oid()) != Self.dataType {
            outcome.findings.append(.indeterminate(.signatureConstraints, .contentTypeAttribute))
        }
        let isSigned = signed.signedForms.contains { certificate.publicKey?.verifies(signer.signature, over: $0, scheme) == true }
        if !isSigned { outcome.findings.append(.failed(.signatureFailure, .signatureInvalid)) }
    }

    static let dataType: OID = "1.2.840.113549.1.7.1"

    /// PKCS #7 lets the signature be over the content itself; PAdES and CAdES do not.
    private func verifyPlain(_ certificate: Certificate, _ scheme: SignatureScheme, _ outcome: inout Outcome) {
        if kind == .pades { outcome.findings.append(.indeterminate(.signatureConstraints, .noAttributes)) }
        let isSigned: Bool
        if let hash = scheme.hash {
            isSigned = certificate.publicKey?.verifies(signer.signature, overDigest: digest(hash), scheme) == true
        } else if let whole = content() {
            isSigned = certificate.publicKey?.verifies(signer.signature, over: whole, scheme) == true
        } else {
            outcome.findings.append(.indeterminate(.weakAlgorithm, .unsupportedAlgorithm(scheme.name(nil))))
            return
        }
        guard !isSigned else { return }
        // RSA gives back the digest that was signed: if there is one, the value is sound and the content is not.
        let wasSound = scheme.hash.map { certificate.publicKey?.recoversDigest(from: signer.signature, $0) == true } ?? false
        outcome.findings.append(wasSound ? .failed(.hashFailure, .digestMismatch) : .failed(.signatureFailure, .signatureInvalid))
    }

    private func placeInTime(_ outcome: inout Outcome) {
        outcome.provenTime = provenTime
        let stamps = signer.unsigned?.values(Attributes.Kind.signatureTimeStamp) ?? []
        let examination = TimeStampExamination(circumstances: circumstances)
        for stamp in stamps.prefix(Self.maxStamps) {
            do {
                let found = try examination.examine(
                    stamp.encoded, over: { Digest.hash(signer.signature, $0) }, supply: supply, control: min(provenTime ?? circumstances.at, circumstances.at))
                outcome.hasSignatureStamp = true
                outcome.provenTime = min(outcome.provenTime ?? found.time, found.time)
            } catch {
                outcome.findings.append(.information(.stampUnusable(error)))
            }
        }
    }

    private static let maxStamps = 16

    /// The time the content was stamped before it was signed: the signature is not older.
    private func contentStamp() -> Instant? {
        let examination = TimeStampExamination(circumstances: circumstances)
        return (signer.signed?.values(Attributes.Kind.contentTimeStamp) ?? []).prefix(Self.maxStamps)
            .compactMap { try? examination.examine($0.encoded, over: digest, supply: supply, control: circumstances.at).time }.max()
    }

    private func constrain(_ certificate: Certificate, _ outcome: inout Outcome) {
        guard let scheme = outcome.scheme else { return }
        let time = outcome.provenTime ?? circumstances.at
        if let weak = AlgorithmPolicy.weakness(of: scheme, digest: HashAlgorithm(oid: signer.digestAlgorithm.oid), at: time) {
            outcome.findings.append(.indeterminate(.weakAlgorithm, .weakAlgorithm(weak)))
        }
        if !AlgorithmPolicy.accepts(certificate.publicKey) {
            outcome.findings.append(.indeterminate(.weakAlgorithm, .weakAlgorithm(AlgorithmPolicy.keyName(certificate.publicKey))))
        }
    }
}
