import PaperWire

/// Judges a CMS that stands beside its content (ETSI EN 319 122-1).
struct DetachedExamination {
    static let maxSigners = 64

    let content: ByteSource
    let signature: [UInt8]
    let circumstances: Circumstances

    init(signature path: String, content contentPath: String, policy: VerificationPolicy, trust: TrustFolder) throws {
        content = try ByteSource(mappingAny: contentPath)
        let file = try ByteSource(mapping: path)
        guard file.count <= SignedData.maxBytes else { throw Refused(code: .tooComplex, detail: "a signature of more than \(SignedData.maxBytes) bytes") }
        let bytes = file.bytes(0..<file.count)
        signature = ["CMS", "PKCS7", "PKCS #7 SIGNED DATA"].lazy.compactMap { PEM.blocks($0, in: bytes).first }.first ?? Self.unarmoured(bytes)
        circumstances = Circumstances(policy, trust)
    }

    /// Some programs write the base64 alone, without the lines around it.
    private static func unarmoured(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.first != ASN1Node.Tag.sequence, let der = Base64.decode(bytes), der.first == ASN1Node.Tag.sequence else { return bytes }
        return der
    }

    func verdict(_ policy: VerificationPolicy) throws -> Verdict {
        let cms: SignedData
        do {
            cms = try SignedData(signature)
        } catch {
            throw Refused(code: .unreadable, detail: "the signature is no CMS: \(error)")
        }
        guard cms.signers.count <= Self.maxSigners else { throw Refused(code: .tooComplex, detail: "more than \(Self.maxSigners) signers") }
        var supply = Supply()
        supply.add(cms)
        let examined = Verdict.Examined(sha256: Digest.hexadecimal(digest(.sha256)), bytes: content.count, pages: nil)
        return Verdict(examined, policy, cms.signers.map { examine($0, of: cms, supply) })
    }

    private func digest(_ hash: HashAlgorithm) -> [UInt8] { Digest.hash(content, [0..<content.count], hash) }

    private func examine(_ signer: SignerInfo, of cms: SignedData, _ supply: Supply) -> SignatureVerdict {
        let outcome = SignerExamination(
            circumstances: circumstances, kind: .detached, signer: signer, digest: digest, content: { content.bytes(0..<content.count) }, supply: supply, provenTime: nil).run()
        var findings: [Finding] = []
        if signature.dropFirst(cms.encodedBytes).contains(where: { !Characters.isSpace($0) }) { findings.append(.failed(.formatFailure, .trailingBytes)) }
        if let own = cms.content, own.count != content.count || own != content.bytes(0..<content.count) { findings.append(.failed(.hashFailure, .digestMismatch)) }
        if cms.contentType != SignerExamination.dataType { findings.append(.indeterminate(.signatureConstraints, .contentTypeAttribute)) }
        findings += outcome.findings
        if !outcome.isComplete, findings.allSatisfy({ $0.effect == .information }) { findings.append(.indeterminate(.signatureConstraints, .notExamined("signature"))) }
        let decisive = findings.decisive
        let signedAt = outcome.provenTime ?? outcome.claimedTime
        return SignatureVerdict(
            field: "", indication: decisive?.effect.indication ?? .passed, subIndication: decisive?.effect.subIndication?.rawValue,
            level: outcome.certificate == nil ? nil : !outcome.namesCertificate ? "PKCS7" : outcome.provenTime == nil ? "CAdES-B-B" : "CAdES-B-T",
            signer: outcome.certificate?.signer, signedAt: signedAt?.rfc3339, timeSource: signedAt.map { _ in outcome.provenTime == nil ? "claimed" : "timestamp" },
            bestSignatureTime: (outcome.provenTime ?? circumstances.at).rfc3339, algorithm: outcome.scheme?.name(outcome.certificate?.publicKey?.family),
            coversWholeDocument: true, revision: 1, changesAfter: .none, chain: outcome.chain.map(\.subject.display), revocation: outcome.revocation,
            evidence: outcome.evidence, reasons: findings.reasons)
    }
}
