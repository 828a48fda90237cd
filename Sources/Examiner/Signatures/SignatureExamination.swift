import PaperWire

/// Judges one signature field of a PDF.
final class SignatureExamination {
    let field: SignatureField
    let range: Result<SignedRange, ByteRangeFault>
    let cms: SignedData?
    private unowned let examination: DocumentExamination
    private var findings: [Finding] = []

    init(_ field: SignatureField, in examination: DocumentExamination) {
        self.field = field
        self.examination = examination
        let contents = field.value["Contents"]
        range = Result { () throws(ByteRangeFault) in
            try SignedRange(field.value["ByteRange"], contents: contents, in: examination.source, end: examination.source.count)
        }
        let bytes = contents.string?.bytes ?? []
        if field.subFilter == LegacySignature.rawFilter {
            cms = try? LegacySignature.signedData(signature: bytes, certificates: LegacySignature.certificates(field.value, examination.document))
        } else {
            cms = bytes.count <= SignedData.maxBytes ? try? SignedData(bytes) : nil
        }
    }

    /// Where the signature stands among the others.
    var order: Int {
        if case .success(let range) = range { return range.end }
        return field.value["Contents"].string?.range?.upperBound ?? .max
    }

    func verdict(_ stamps: DocumentStamps) throws -> SignatureVerdict {
        checkForm()
        let kind: SignatureKind = field.subFilter?.hasPrefix("adbe.") == true ? .pkcs7 : .pades
        var outcome = SignerExamination.Outcome()
        if let cms, let signer = cms.signers.first {
            outcome = SignerExamination(
                circumstances: examination.circumstances, kind: kind, signer: signer, digest: { self.digest($0) }, content: { self.content() },
                supply: examination.supply, provenTime: stamps.provenTime(order)).run()
        }
        if isLegacyDigest, !AlgorithmPolicy.accepts(.sha1, at: outcome.provenTime ?? examination.circumstances.at) {
            outcome.findings.append(.indeterminate(.weakAlgorithm, .weakAlgorithm(HashAlgorithm.sha1.rawValue)))
        }
        // A file the strict reader could not open proves no digest wrong, but nothing right either.
        findings += range.isFailure ? outcome.findings.filter { $0.effect.subIndication != .hashFailure } : outcome.findings
        findings += stamps.findings(around: order)
        let placement = try place()
        if !outcome.isComplete, findings.allSatisfy({ $0.effect == .information }) { findings.append(.indeterminate(.signatureConstraints, .notExamined("signature"))) }
        let decisive = findings.decisive
        let claimed = outcome.claimedTime ?? field.value["M"].string.flatMap { PDFText.date($0.bytes) }
        let signedAt = outcome.provenTime ?? claimed
        return SignatureVerdict(
            field: field.name, indication: decisive?.effect.indication ?? .passed, subIndication: decisive?.effect.subIndication?.rawValue,
            level: level(kind, outcome, stamps), signer: outcome.certificate?.signer, signedAt: signedAt?.rfc3339,
            timeSource: signedAt.map { _ in outcome.provenTime == nil ? "claimed" : "timestamp" },
            bestSignatureTime: (outcome.provenTime ?? examination.circumstances.at).rfc3339, algorithm: outcome.scheme?.name(outcome.certificate?.publicKey?.family),
            coversWholeDocument: placement.coversWhole, revision: placement.revision, changesAfter: placement.changes, changedPages: placement.changedPages,
            signedBytes: placement.revision > 0 ? signedEnd : nil, chain: outcome.chain.map(\.subject.display),
            revocation: outcome.revocation, evidence: outcome.evidence, reasons: findings.reasons)
    }

    private func checkForm() {
        if field.isStray { findings.append(.failed(.formatFailure, .stray)) }
        if field.value.hasDuplicateKeys { findings.append(.failed(.formatFailure, .duplicateKeys)) }
        if case .failure(let fault) = range { findings.append(.failed(.formatFailure, .byteRange(fault))) }
        switch field.subFilter {
        case "ETSI.CAdES.detached", "adbe.pkcs7.detached", LegacySignature.digestFilter, LegacySignature.rawFilter: break
        default: findings.append(.indeterminate(.signatureConstraints, .subFilter(field.subFilter)))
        }
        guard let bytes = field.value["Contents"].string?.bytes, bytes.contains(where: { $0 != 0 }) else {
            findings.append(.failed(.formatFailure, .noContents))
            return
        }
        guard let cms else {
            findings.append(.failed(.formatFailure, .malformedCMS))
            return
        }
        if field.subFilter == LegacySignature.rawFilter { return }
        if bytes.dropFirst(cms.encodedBytes).contains(where: { $0 != 0 }) { findings.append(.failed(.formatFailure, .trailingBytes)) }
        if cms.signers.count != 1 { findings.append(.failed(.formatFailure, .signerCount(cms.signers.count))) }
        if isLegacyDigest {
            if cms.content != rangeDigest(.sha1) { findings.append(.failed(.hashFailure, .digestMismatch)) }
        } else if cms.content != nil { findings.append(.failed(.formatFailure, .embeddedContent)) }
        if cms.contentType != SignerExamination.dataType { findings.append(.indeterminate(.signatureConstraints, .contentTypeAttribute)) }
    }

    /// adbe.pkcs7.sha1: what is signed is not the file but its SHA-1.
    private var isLegacyDigest: Bool { field.subFilter == LegacySignature.digestFilter }

    private func digest(_ hash: HashAlgorithm) -> [UInt8] {
        isLegacyDigest ? Digest.hash(cms?.content ?? [], hash) : rangeDigest(hash)
    }

    private func rangeDigest(_ hash: HashAlgorithm) -> [UInt8] {
        guard case .success(let range) = range else { return [] }
        return examination.digest(hash, end: range.end, leavingOut: range.gap)
    }

    /// Largest document copied for an algorithm that takes it whole.
    private static let maxWholeBytes = 64 << 20

    private func content() -> [UInt8]? {
        guard case .success(let range) = range, range.end <= Self.maxWholeBytes else { return nil }
        return range.ranges.flatMap { examination.source.bytes($0) }
    }

    private struct Placement {
        var coversWhole = false
        var revision = 0
        var changes: ChangeClass = .none
        var changedPages: [Int] = []
    }

    private var signedEnd: Int? { try? range.get().end }

    /// Which revision was signed, and what became of it.
    private func place() throws -> Placement {
        guard case .success(let range) = range, !field.isStray else { return Placement(changes: .forbidden) }
        var placement = Placement(coversWhole: examination.isEnd(range.end))
        guard !examination.isDamaged else {
            findings.append(placement.coversWhole ? .indeterminate(.formatFailure, .repaired) : .failed(.formatFailure, .changed(.damagedUpdate)))
            placement.changes = placement.coversWhole ? .none : .forbidden
            return placement
        }
        guard let signed = try revision(range) else {
            placement.changes = .forbidden
            return placement
        }
        placement.revision = signed.revisionCount
        guard !placement.coversWhole else { return placement }
        guard examination.document.lockedBecause == nil else {
            findings.append(.indeterminate(.signatureConstraints, .locked))
            placement.changes = .forbidden
            return placement
        }
        do {
            let changes = try RevisionComparison(signed: signed, current: examination.document).run()
            let assessment = ChangeAssessment(changes, permissions: try ChangePermissions(field, in: signed))
            findings += assessment.findings
            placement.changes = assessment.worst
            placement.changedPages = changes.pages
            if findings.allSatisfy({ $0.effect.indication != .failed }) { lookForHiddenContent(changes, range) }
        } catch PDFFault.malformed {
            findings.append(.failed(.formatFailure, .changed(.damagedUpdate)))
            placement.changes = .forbidden
        }
        return placement
    }

    private func lookForHiddenContent(_ changes: RevisionChanges, _ range: SignedRange) {
        for page in changes.markedPages.sorted() {
            do {
                if try examination.visual.hidesContent(page: page, signedEnd: range.end) {
                    findings.append(.indeterminate(.signatureConstraints, .hidesContent(page)))
                }
            } catch {
                return findings.append(.indeterminate(.signatureConstraints, .notExamined("page \(page)")))
            }
        }
    }

    /// The signed revision, if the range ends where a revision ends and the signature is part of it.
    private func revision(_ range: SignedRange) throws -> PDFDocument? {
        guard let signed = try examination.revision(endingAt: range.end), signed.startOffset > range.gap.upperBound || signed.sections.contains(where: { $0.offset > range.gap.upperBound }) || signed === examination.document,
            signed.endsProperly || signed === examination.document
        else {
            findings.append(.failed(.formatFailure, .notRevisionEnd))
            return nil
        }
        let isPart = try FieldTree(document: signed).signatures().contains { $0.value["Contents"].string?.range == range.gap }
        guard isPart else {
            findings.append(.failed(.formatFailure, .notInRevision))
            return nil
        }
        return signed
    }

    /// Whether the file ended where the range ends, with this field in it. A file that had to be repaired has no revisions to ask.
    func standsInItsRevision() throws -> Bool {
        guard !examination.isDamaged else { return true }
        guard case .success(let range) = range else { return false }
        return try revision(range) != nil
    }

    private func level(_ kind: SignatureKind, _ outcome: SignerExamination.Outcome, _ stamps: DocumentStamps) -> String? {
        guard outcome.certificate != nil else { return nil }
        if kind == .pkcs7 { return "PKCS7" }
        guard outcome.provenTime != nil else { return "PAdES-B-B" }
        guard outcome.carriesEvidence else { return "PAdES-B-T" }
        return stamps.protectsEvidence(after: order) ? "PAdES-B-LTA" : "PAdES-B-LT"
    }
}

extension Result {
    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
