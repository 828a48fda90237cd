import PaperWire

/// Judges all signatures of one PDF.
///
/// The layers are kept apart, as ETSI EN 319 102-1 and ISO 32000-2 are: each signature over its own bytes and certificate first, then what happened to the
/// file after it. A signature that cannot be read is a verdict of its own and hides no other.
final class DocumentExamination {
    static let maxSignatures = 500

    let source: ByteSource
    let circumstances: Circumstances
    let budget = Budget()
    let document: PDFDocument
    let visual: VisualComparison
    var supply = Supply()
    /// Pages or fields cannot all be read: what a viewer shows is anyone's guess.
    private(set) lazy var isDamaged = document.isRepaired || (try? countPages()) == nil
    private var digests: [Covered: [UInt8]] = [:]
    private var revisions: [Int: PDFDocument?] = [:]

    init(path: String, policy: VerificationPolicy, trust: TrustFolder) throws {
        source = try ByteSource(mapping: path)
        circumstances = Circumstances(policy, trust)
        visual = VisualComparison(source)
        do {
            document = try Self.open(source, budget)
        } catch let fault as PDFFault {
            throw fault.refused
        }
    }

    private static func open(_ source: ByteSource, _ budget: Budget) throws -> PDFDocument {
        do {
            return try PDFDocument(source, end: source.count, budget: budget)
        } catch PDFFault.malformed {
            return try PDFDocument(repairing: source, budget: budget)
        }
    }

    func verdict(_ policy: VerificationPolicy) throws -> Verdict {
        do {
            let pages = try countPages()
            let (signatures, stamps) = try examineAll()
            if signatures.isEmpty, let reason = document.lockedBecause { throw PDFFault.encrypted(reason) }
            if signatures.isEmpty, pages == nil { throw PDFFault.malformed("no pages can be read") }
            let examined = Verdict.Examined(sha256: Digest.hexadecimal(digest(.sha256, end: source.count, leavingOut: nil)), bytes: source.count, pages: pages)
            return Verdict(examined, policy, signatures, stamps)
        } catch let fault as PDFFault {
            throw fault.refused
        }
    }

    /// Nil where the pages or fields cannot all be read: the file is damaged, though its signatures may yet be told.
    private func countPages() throws -> Int? {
        do {
            _ = try FieldTree(document: document).nodes()
            let pages = try PageTree(document).pages().count
            return pages > 0 ? pages : nil
        } catch PDFFault.malformed {
            return nil
        }
    }

    private func examineAll() throws -> ([SignatureVerdict], [StampVerdict]) {
        var fields = try FieldTree(document: document).signatures()
        fields += try StraySignature.find(in: document, except: fields)
        guard fields.count <= Self.maxSignatures else { throw PDFFault.tooComplex("more than \(Self.maxSignatures) signatures") }
        do {
            try EvidenceStore(document: document).collect(into: &supply)
        } catch PDFFault.malformed, PDFFault.encrypted {
            // Evidence that cannot be read is evidence we do not have; what it would have proved stays unknown.
        }
        let examinations = fields.map { SignatureExamination($0, in: self) }
        for examination in examinations { if let cms = examination.cms { supply.add(cms) } }
        let stamps = try DocumentStamps(examinations.filter(\.field.isDocumentStamp), in: self)
        // In the order of signing; those whose range cannot be read stand where their dictionary stands.
        let signatures = examinations.filter { !$0.field.isDocumentStamp }.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
        let verdicts = try signatures.map { signature in
            try budget.checkTime()
            return try signature.verdict(stamps)
        }
        return (verdicts, stamps.verdicts)
    }

    /// What a digest covers: two signatures that end alike may still leave out another gap.
    private struct Covered: Hashable {
        var end: Int
        var gap: Range<Int>?
        var hash: HashAlgorithm
    }

    /// The digest of the file up to `end` without the gap; computed once, many signatures may share a hash.
    func digest(_ hash: HashAlgorithm, end: Int, leavingOut gap: Range<Int>?) -> [UInt8] {
        let range = Covered(end: end, gap: gap, hash: hash)
        if let known = digests[range] { return known }
        let ranges = gap.map { [0..<$0.lowerBound, $0.upperBound..<end] } ?? [0..<end]
        let value = Digest.hash(source, ranges, hash)
        digests[range] = value
        return value
    }

    /// The document as it was when the file ended at `end`; nil where the bytes up to there are no document.
    func revision(endingAt end: Int) throws -> PDFDocument? {
        if end == document.end, !document.isRepaired { return document }
        if let known = revisions[end] { return known }
        let opened: PDFDocument?
        do {
            opened = try PDFDocument(source, end: end, budget: budget)
        } catch PDFFault.malformed {
            opened = nil
        }
        revisions[end] = opened
        return opened
    }

    /// Whether nothing but line ends follows `end`.
    func isEnd(_ end: Int) -> Bool { (end..<source.count).allSatisfy { Characters.isLineEnd(source[$0]) } }
}

extension Verdict {
    /// The whole is as bad as its worst signature.
    init(_ examined: Examined, _ policy: VerificationPolicy, _ signatures: [SignatureVerdict], _ stamps: [StampVerdict] = []) {
        let worst = signatures.max { $0.indication.severity < $1.indication.severity }
        self.init(
            indication: worst?.indication ?? .indeterminate, subIndication: worst == nil ? SubIndication.noSignature.rawValue : worst?.subIndication,
            document: examined, trustList: TrustList(version: policy.trustVersion), signatures: signatures,
            documentTimeStamps: stamps)
    }
}
