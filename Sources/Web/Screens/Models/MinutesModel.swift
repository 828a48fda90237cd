/// The minutes as a page in the form of Decree 30, with the fields the secretary fills.
struct MinutesModel: Sendable {
    var meetingId: String
    var epoch: String
    var head: Int64
    var title: String
    var stateClass: String
    var stateSymbol: String
    var stateWord: String
    var stateSentence: String
    var isDraft: Bool
    var pdfHref: String?
    var actions: [ActionModel]
    /// Where a closed meeting is asked to be opened again; nil where it cannot be.
    var reopenUrl: String?
    /// Who asked already.
    var reopenAsked: String?
    var reopenActions: [ActionModel]
    var roomHref: String
    var hasMissing: Bool
    var missing: [String]
    var superior: String?
    var issuer: String
    /// "05/BB-UBND", or dots while none is reserved.
    var number: String
    /// "Bản 2, thay bản 1"; nil for the first.
    var versionLine: String?
    /// As it stands on the paper.
    var legalVersion: String?
    /// The line under BIÊN BẢN.
    var legalSubject: String
    var sections: [Section]
    var secretaryName: String
    var presidingName: String

    struct Section: Sendable {
        var sectionKey: String
        var sectionTitle: String?
        var blocks: [Block]
        var isAnnex: Bool
        var conclusionForm: Conclusion?
    }

    /// A paragraph or a table.
    struct Block: Sendable {
        var paragraph: Paragraph?
        var grid: Grid?
    }

    struct Paragraph: Sendable {
        var lineText: String
        var paragraphClass: String
        /// "Lập từ sự kiện 12, 14"; nil where the clerk wrote it.
        var provenance: String?
        /// The same in English, on the English page.
        var gloss: String?
    }

    struct Grid: Sendable {
        var columns: [Column]
        var gridRows: [Row]
    }

    struct Column: Sendable {
        var columnTitle: String
        /// "30%"
        var columnWidth: String
    }

    struct Row: Sendable {
        var cells: [String]
    }

    struct Conclusion: Sendable {
        var itemId: String
        var conclusionUrl: String
        var conclusionLabel: String
        var conclusionText: String
    }
}
