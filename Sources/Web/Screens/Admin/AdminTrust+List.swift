import Paper
import PaperWire
import Rules
import Wire

extension AdminTrust {
    init(_ list: TrustList, _ views: [AnchorView], untrusted: [(name: String, papers: Int)], now: Timestamp, _ p: Phrases) {
        versionLine = p.t("trust.version", ["version": list.version])
        anchors = views.map { Anchor($0, now: now, p) }
        lists = list.revocationLists
        missing = untrusted.map { Missing(issuerName: $0.name, paperCount: $0.papers) }
        hasMissing = !missing.isEmpty
    }
}

extension AdminTrust.Anchor {
    init(_ view: AnchorView, now: Timestamp, _ p: Phrases) {
        let isStored = view.source == .stored
        fileName = view.name
        sourceWord = p.t("trust.source.\(view.source.rawValue)")
        sourceLine =
            isStored
            ? p.t("trust.storedBy", ["name": view.addedBy ?? p.t("trust.operator"), "time": view.addedAt?.text(.full, in: p.language) ?? ""]) : p.t("trust.folderLine")
        isUnreadable = view.certificates.isEmpty
        certificates = view.certificates.map { AdminTrust.Certificate($0, now: now, p) }
        let remove = ActionModel(
            label: p.t("trust.remove"), method: "DELETE", url: "/api/v1/trust/anchors/\(view.name)", confirmation: p.t("trust.removeConfirm", ["name": view.name]), symbol: "remove",
            tone: "btn danger compact")
        anchorActions = isStored ? [remove] : []
    }
}

extension AdminTrust.Certificate {
    private static let groupLength = 4

    init(_ look: CertificateLook, now: Timestamp, _ p: Phrases) {
        let (from, until) = (Timestamp(rfc3339: look.validFrom), Timestamp(rfc3339: look.validUntil))
        subject = look.subject
        issuerLine = look.issuer == look.subject ? nil : p.t("trust.issuedBy", ["issuer": look.issuer])
        validityLine = p.t("trust.valid", ["from": from?.text(.date, in: p.language) ?? look.validFrom, "until": until?.text(.date, in: p.language) ?? look.validUntil])
        warning =
            if let until, until < now { p.t("trust.expired") } else if let from, now < from { p.t("trust.notYet") } else if !look.isAuthority { p.t("trust.noAuthority") } else { nil }
        fingerprint = Self.grouped(look.sha256)
    }

    private static func grouped(_ hex: String) -> String {
        var text = ""
        for (index, character) in hex.enumerated() {
            if index > 0, index % groupLength == 0 { text.append(" ") }
            text.append(character)
        }
        return text
    }
}
