import Cabinet
import PaperWire
import Rules

extension PrepareDocuments {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let editable = scene.allows(.documents)
        let waiting = scene.meeting.state == .draft ? 0 : scene.documents.count { $0.releasedAt == nil }
        releaseAll = waiting > 1 && editable ? p.t("documents.releaseAll", ["n": "\(waiting)"]) : nil
        uploadUrl = editable ? "\(scene.api)/documents" : nil
        uploadItems = Self.items(scene, selected: nil, offerNone: true, p)
        uploadKinds = Self.kinds(selected: DocumentKind.toTrinh.rawValue, p)
        rows = scene.documents.map { PaperRow($0, scene, editable: editable, p) }
    }

    static func items(_ scene: MeetingScene, selected: AgendaItemID?, offerNone: Bool, _ p: Phrases) -> [OptionModel] {
        (offerNone ? [OptionModel(value: "", label: p.t("documents.noItem"), selected: selected == nil)] : [])
            + scene.items.map { OptionModel(value: $0.id.text, label: "\($0.label). \($0.title)", selected: $0.id == selected) }
    }

    static func kinds(selected: String, _ p: Phrases) -> [OptionModel] {
        DocumentKind.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0.rawValue == selected) }
    }
}

extension PrepareDocuments.PaperRow {
    init(_ document: DocumentView, _ scene: MeetingScene, editable: Bool, _ p: Phrases) {
        let t = p.t
        documentId = document.id.text
        href = "\(scene.path)?doc=\(document.id)"
        paperTitle = document.title
        fileLine = p.line(
            document.fileName, p.size(document.bytes), document.pages.map { t("documents.pages", ["n": "\($0)"]) },
            document.version > 1 ? t("documents.version", ["version": "\(document.version)"]) : nil, p.short(document.sha256))
        documentUrl = "/api/v1/documents/\(document.id)"
        locked = !editable
        itemOptions = PrepareDocuments.items(scene, selected: document.item, offerNone: document.item == nil, p)
        kindOptions = PrepareDocuments.kinds(selected: document.kind, p)
        let state = Self.state(document, scene, p)
        stateClass = state.sign.kind
        stateSymbol = state.sign.symbol
        stateWord = state.sign.word
        stateNote = state.note
        verdict = p.verdict(document).map { PrepareDocuments.Verdict($0, document, scene, p) }
        let mayRelease = editable && document.releasedAt == nil && scene.meeting.state != .draft
        rowActions = mayRelease ? [ActionModel(label: t("documents.release"), url: "/api/v1/documents/\(document.id)/release")] : []
        iconActions =
            editable
            ? [
                ActionModel(
                    label: t("documents.remove"), method: "DELETE", url: "/api/v1/documents/\(document.id)",
                    confirmation: t("documents.removeConfirm", ["title": document.title]), symbol: "remove")
            ] : []
        renameId = editable ? "rename-\(document.id)" : nil
    }

    private static func state(_ document: DocumentView, _ scene: MeetingScene, _ p: Phrases) -> (sign: Phrases.Sign, note: String?) {
        let word = document.state.name[p.language]
        switch document.state {
        case .processing: return (.init(kind: "warn", symbol: "clock", word: word), nil)
        case .unreadable, .refused:
            let why = p.t("fault.\(document.fault)")
            return (.init(kind: "warn", symbol: "warning", word: word), why.hasPrefix("fault.") ? nil : why)
        case .ready where document.releasedAt != nil: return (.init(kind: "ok", symbol: "check", word: p.t("documents.released")), nil)
        case .ready:
            return (.init(kind: "none", symbol: "dash", word: p.t("documents.unreleased")), scene.meeting.state == .draft ? p.t("documents.atConvening") : nil)
        }
    }
}

extension PrepareDocuments.Verdict {
    init(_ sign: Phrases.Sign, _ document: DocumentView, _ scene: MeetingScene, _ p: Phrases) {
        let page = "\(scene.path)/documents/\(document.id)/signatures"
        self.init(
            verdictClass: sign.kind, verdictSymbol: sign.symbol, verdictWord: sign.word, signatureHref: page,
            signatureFragment: "\(scene.path)/fragments/signatures/\(document.id)")
    }
}
