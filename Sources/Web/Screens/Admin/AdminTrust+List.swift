import Paper

extension AdminTrust {
    init(_ list: TrustList, untrusted: [(name: String, papers: Int)], _ p: Phrases) {
        versionLine = p.t("trust.version", ["version": list.version])
        anchors = list.anchors.map { Anchor($0, list.fingerprints[$0] ?? [], p) }
        lists = list.revocationLists
        missing = untrusted.map { Missing(issuerName: $0.name, paperCount: $0.papers) }
        hasMissing = !missing.isEmpty
    }
}

extension AdminTrust.Anchor {
    private static let groupLength = 4

    init(_ name: String, _ fingerprints: [String], _ p: Phrases) {
        fileName = name
        self.fingerprints = fingerprints.map(Self.grouped)
        anchorActions = [
            ActionModel(
                label: p.t("trust.remove"), method: "DELETE", url: "/api/v1/trust/anchors/\(name)", confirmation: p.t("trust.removeConfirm", ["name": name]), symbol: "remove",
                tone: "btn danger compact")
        ]
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
