/// The papers: file, item, kind, state, signature.
struct PrepareDocuments: Sendable {
    /// "Phát hành 3 tài liệu"; nil when nothing waits.
    var releaseAll: String?
    /// Nil where the state locks the papers.
    var uploadUrl: String?
    var uploadItems: [OptionModel]
    var uploadKinds: [OptionModel]
    var rows: [PaperRow]

    struct PaperRow: Sendable {
        var documentId: String
        var href: String
        var paperTitle: String
        /// "412-TTr-SXD.pdf · 1,2 MB · 6 trang · 9f3a 61c0"
        var fileLine: String
        var documentUrl: String
        var locked: Bool
        var itemOptions: [OptionModel]
        var kindOptions: [OptionModel]
        var stateClass: String
        var stateSymbol: String
        var stateWord: String
        var stateNote: String?
        var verdict: Verdict?
        var rowActions: [ActionModel]
        /// Shown as icons with a label for those who do not see them.
        var iconActions: [ActionModel]
        /// Id of the renaming dialog; nil where locked.
        var renameId: String?
    }

    struct Verdict: Sendable {
        var verdictClass: String
        var verdictSymbol: String
        var verdictWord: String
        var signatureHref: String
        var signatureFragment: String
    }
}
