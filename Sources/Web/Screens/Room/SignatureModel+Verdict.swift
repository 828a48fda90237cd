import Cabinet
import PaperWire
import Rules

extension Phrases {
    func signer(_ signature: SignatureVerdict) -> String {
        guard let signer = signature.signer, !signer.name.isEmpty else { return t("signature.unknownSigner") }
        return signer.name
    }

    /// When, and how we know it.
    func signingTime(_ signature: SignatureVerdict) -> String {
        guard let text = signature.signedAt, let time = Timestamp(rfc3339: text) else { return t("signature.timeUnknown") }
        return t(signature.timeSource == "timestamp" ? "signature.timeStamped" : "signature.timeClaimed", ["time": time.text(.full, in: language)])
    }

    func coverage(_ signature: SignatureVerdict) -> String {
        let covers = signature.coversWholeDocument ? t("verdict.covers") : t("verdict.coversPart", ["revision": "\(signature.revision)"])
        return "\(covers); \(t("changes.\(signature.changesAfter.rawValue)"))"
    }
}

extension SignatureModel {
    init(_ document: DocumentView, verdict: Verdict?, _ p: Phrases) {
        let t = p.t
        let sign = p.verdict(document) ?? .init(kind: "none", symbol: "clock", word: t("documents.notChecked"))
        paperName = document.title
        verdictClass = sign.kind
        verdictSymbol = sign.symbol
        verdictWord = sign.word
        verdictSentence = document.awaitsTrust ? t("verdict.awaitsTrustSentence") : verdict.map { Self.sentence($0, document, p) } ?? t("signature.notChecked")
        checkedLine = verdict.map { t("signature.checked", ["list": $0.trustList.version]) } ?? ""
        let steps = verdict.map { Step.steps(of: $0, p) } ?? []
        timeline = steps
        hasTimeline = steps.count > 1
        cards = verdict?.signatures.map { Card($0, document, p) } ?? []
    }

    private static func sentence(_ verdict: Verdict, _ document: DocumentView, _ p: Phrases) -> String {
        let count = ["n": "\(verdict.signatures.count)"]
        switch verdict.indication {
        case .passed:
            let untouched = verdict.signatures.allSatisfy { [.none, .evidence, .signature].contains($0.changesAfter) }
            return p.t(untouched ? "verdict.passedSentence" : "verdict.passedChanged", count)
        case .failed: return p.t("verdict.failedSentence")
        case .indeterminate:
            guard verdict.subIndication == "NO_SIGNATURE" else { return p.t("verdict.indeterminateSentence") }
            return p.t(DocumentKind(rawValue: document.kind)?.requiresSignature == true ? "verdict.noneButNeeded" : "verdict.noneSentence")
        }
    }
}

extension SignatureModel.Step {
    /// The history of the file: each signature and each document time-stamp where it was put on, and what was done behind the last one.
    static func steps(of verdict: Verdict, _ p: Phrases) -> [Self] {
        let signatures = verdict.signatures.sorted { $0.revision < $1.revision }
        let signed = signatures.map { signature in
            let sign = p.verdict(signature.indication, signature.subIndication)
            let step = Self(
                stepClass: sign.kind, stepSymbol: sign.symbol, stepTitle: p.t("signature.stepSigned", ["signer": p.signer(signature)]),
                stepLine: p.signingTime(signature))
            return (end: signature.signedBytes ?? 0, step: step)
        }
        let stamped = (verdict.documentTimeStamps ?? []).map { (end: $0.stampedBytes ?? .max, step: Self($0, p)) }
        var steps = (signed + stamped).enumerated().sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element.step)
        if let last = signatures.last, [.formFill, .annotation, .page, .forbidden].contains(last.changesAfter) {
            let isBad = last.changesAfter == .page || last.changesAfter == .forbidden
            steps.append(
                Self(
                    stepClass: isBad ? "bad" : "ok", stepSymbol: isBad ? "cross" : "check", stepTitle: p.t("signature.stepChanged"),
                    stepLine: p.t("changes.\(last.changesAfter.rawValue)")))
        }
        return steps
    }
}

extension SignatureModel.Step {
    init(_ stamp: StampVerdict, _ p: Phrases) {
        let sign = p.verdict(stamp.indication, stamp.subIndication)
        let time = stamp.time.flatMap { Timestamp(rfc3339: $0)?.text(.full, in: p.language) }
        stepClass = sign.kind
        stepSymbol = sign.symbol
        stepTitle = p.t("signature.stepStamped", ["issuer": stamp.issuer ?? p.t("signature.unknownStamper")])
        stepLine =
            switch stamp.indication {
            case .passed: time ?? ""
            case .indeterminate: p.line(time, p.t("signature.stampUnusable"))
            case .failed: p.line(time, p.t("signature.stampBroken"))
            }
    }
}

extension SignatureModel.Card {
    init(_ signature: SignatureVerdict, _ document: DocumentView, _ p: Phrases) {
        let t = p.t
        let sign = p.verdict(signature.indication, signature.subIndication)
        verdictClass = sign.kind
        verdictSymbol = sign.symbol
        verdictWord = sign.word
        signerName = p.signer(signature)
        signerKind =
            switch signature.signer?.kind {
            case .person: t("signature.person")
            case .seal: t("signature.seal")
            case .unknown, nil: t("signature.unknownKind")
            }
        reasonText = signature.reasons.first.map { p.language == .vietnamese ? $0.vi : $0.en }
        // A reason says what to do itself; a second voice beside it would say something else.
        advice = signature.indication == .passed || reasonText != nil ? nil : t(signature.indication == .failed ? "signature.adviceFailed" : "signature.adviceIndeterminate")
        revisionHref = p.revision(signature, of: document)
        let pages = signature.changedPages ?? []
        facts = Self.list([
            ("signature.organisation", signature.signer?.organisation), ("signature.signedAt", p.signingTime(signature)), ("signature.coverage", p.coverage(signature)),
            ("signature.changedPages", pages.isEmpty ? nil : pages.map(String.init).joined(separator: ", ")), ("signature.chain", signature.chain.joined(separator: " ← ")),
            ("signature.revocation", t("signature.revocation.\(signature.revocation)")),
        ], p)
        let more = signature.reasons.dropFirst().map { p.language == .vietnamese ? $0.vi : $0.en }.joined(separator: " ")
        technical = Self.list([
            ("signature.indication", p.line(signature.indication.rawValue, signature.subIndication)), ("signature.reasons", more),
            ("signature.level", signature.level), ("signature.algorithm", signature.algorithm),
            ("signature.bestTime", signature.bestSignatureTime.flatMap { Timestamp(rfc3339: $0)?.text(.full, in: p.language) }),
            ("signature.evidence", Self.evidence(signature, p)), ("signature.issuer", signature.signer?.issuer),
            ("signature.serial", signature.signer?.serial), ("signature.field", signature.field),
        ], p)
    }

    private static func evidence(_ signature: SignatureVerdict, _ p: Phrases) -> String {
        (signature.evidence ?? []).map { one in
            let day = Timestamp(rfc3339: one.issuedAt)?.text(.full, in: p.language) ?? one.issuedAt
            return p.t("signature.evidenceLine", ["kind": one.kind.rawValue.uppercased(), "about": one.about, "time": day, "digest": String(one.sha256.prefix(16))])
        }.joined(separator: "; ")
    }

    private static func list(_ facts: [(String, String?)], _ p: Phrases) -> [FactModel] {
        facts.compactMap { key, text in
            guard let text, !text.isEmpty else { return nil }
            return FactModel(factName: p.t(key), factText: text)
        }
    }
}
