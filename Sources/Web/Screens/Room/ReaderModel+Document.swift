import Cabinet
import Foundation
import PaperWire
import Rules

extension ReaderModel {
    /// Width of the page image that a browser without scripts loads.
    static let plainWidthPx = 1200

    init(_ document: DocumentView?, verdict: Verdict?, page: Int, _ scene: MeetingScene, _ p: Phrases) {
        let hasPapers = !scene.documents.isEmpty
        paper = document.map { Paper($0, verdict: verdict, page: page, scene, p) }
        emptyTitle = p.t(hasPapers ? "reader.none" : "reader.noPapers")
        emptyWhy = p.t(hasPapers ? "reader.noneWhy" : "reader.noPapersWhy")
    }
}

extension ReaderModel.Paper {
    init(_ document: DocumentView, verdict: Verdict?, page wanted: Int, _ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let count = document.pages ?? 0
        let isReady = document.state == .ready && count > 0
        documentId = document.id.text
        pages = count
        page = min(max(1, wanted), max(1, count))
        paperName = document.title
        let parameters = ["kind": p.kind(document), "version": "\(document.version)", "pages": "\(count)", "digest": p.short(document.sha256)]
        paperLine = t(isReady ? "paper.line" : "paper.lineNoPages", parameters)
        ribbon = p.verdict(document).map { ReaderModel.Ribbon($0, document, verdict: verdict, scene, p) }
        readable = isReady ? ReaderModel.Readable(document, verdict: verdict, page: page, scene, p) : nil
        unreadable = isReady ? nil : ReaderModel.Unreadable(document, p)
        downloadHref = "/api/v1/documents/\(document.id)/content"
    }
}

extension ReaderModel.Readable {
    /// Most signatures told beside a page; the panel has them all.
    static let maxStrips = 4

    init(_ document: DocumentView, verdict: Verdict?, page: Int, _ scene: MeetingScene, _ p: Phrases) {
        let size = document.sizes.indices.contains(page - 1) ? document.sizes[page - 1] : nil
        let version = String(document.sha256.prefix(16))
        let last = document.pages ?? 1
        imageBase = "/api/v1/documents/\(document.id)/pages/"
        textBase = imageBase
        self.version = version
        imageHref = "\(imageBase)\(page).png?width=\(ReaderModel.plainWidthPx)&v=\(version)"
        imageWidth = Int((size?.widthPt ?? 595).rounded())
        imageHeight = Int((size?.heightPt ?? 842).rounded())
        pageAlt = p.t("reader.pageAlt", ["page": "\(page)", "pages": "\(last)"])
        presentUrl = scene.mayPresent && document.releasedAt != nil ? "\(scene.api)/presented-page" : nil
        let signatures = document.awaitsTrust ? [] : verdict?.signatures ?? []
        strips = signatures.prefix(Self.maxStrips).map { ReaderModel.Strip($0, document, page: page, p) }
        let more = signatures.count - strips.count
        stripsMore = more > 0 ? p.t("strip.more", ["n": "\(more)"]) : nil
        previousHref = page > 1 ? "\(scene.path)?doc=\(document.id)&page=\(page - 1)" : nil
        nextHref = page < last ? "\(scene.path)?doc=\(document.id)&page=\(page + 1)" : nil
    }
}

extension ReaderModel.Strip {
    init(_ signature: SignatureVerdict, _ document: DocumentView, page: Int, _ p: Phrases) {
        let t = p.t
        let sign = p.verdict(signature.indication, signature.subIndication)
        let pages = signature.changedPages ?? []
        stripClass = sign.kind
        stripSymbol = sign.symbol
        who = p.line(p.signer(signature), signature.revision > 0 ? t("strip.revision", ["revision": "\(signature.revision)"]) : nil)
        // A signature that does not hold covers nothing: whether the page is as signed is then not for us to say.
        same = t(signature.indication == .failed && pages.isEmpty ? "strip.notCovered" : "strip.same")
        differs = t("strip.differs")
        changedPages = pages.map(String.init).joined(separator: " ")
        isChangedHere = pages.contains(page)
        later = signature.coversWholeDocument || signature.changesAfter == .none ? nil : t("strip.later", ["changes": t("changes.\(signature.changesAfter.rawValue)")])
        revisionHref = signature.coversWholeDocument ? nil : p.revision(signature, of: document)
    }
}

extension Phrases {
    /// Where the paper stands as it was signed.
    func revision(_ signature: SignatureVerdict, of document: DocumentView) -> String? {
        guard signature.revision > 0, signature.signedBytes != nil else { return nil }
        return "/api/v1/documents/\(document.id)/revisions/\(signature.revision)/content"
    }
}

extension ReaderModel.Unreadable {
    init(_ document: DocumentView, _ p: Phrases) {
        if document.state == .processing {
            self.init(unreadableTitle: p.t("reader.processing"), unreadableWhy: p.t("reader.processingWhy"))
        } else {
            let known = p.t("fault.\(document.fault)")
            self.init(unreadableTitle: p.t("reader.unreadable"), unreadableWhy: known.hasPrefix("fault.") ? p.t("reader.unreadableWhy") : known)
        }
    }
}

extension ReaderModel.Ribbon {
    init(_ sign: Phrases.Sign, _ document: DocumentView, verdict: Verdict?, _ scene: MeetingScene, _ p: Phrases) {
        verdictClass = sign.kind
        verdictSymbol = sign.symbol
        verdictWord = sign.word
        verdictText = document.awaitsTrust ? p.t("verdict.awaitsTrustLine") : verdict.map { Self.text($0, p) } ?? ""
        signatureHref = "\(scene.path)/documents/\(document.id)/signatures"
        signatureFragment = "\(scene.path)/fragments/signatures/\(document.id)"
    }

    /// Who, when, what it covers: of the worst signature, since that is the one to look at.
    private static func text(_ verdict: Verdict, _ p: Phrases) -> String {
        guard let first = verdict.signatures.first(where: { $0.indication == verdict.indication }) ?? verdict.signatures.first else { return "" }
        let signer = p.signer(first)
        let time = p.signingTime(first)
        let others = verdict.signatures.count - 1
        let who = others > 0 ? p.t("verdict.ribbonMore", ["signer": signer, "n": "\(others)", "time": time]) : p.t("verdict.ribbon", ["signer": signer, "time": time])
        return p.line(who, first.indication == .passed ? p.t("changes.\(first.changesAfter.rawValue)") : first.reasons.first.map { p.language == .vietnamese ? $0.vi : $0.en })
    }
}
