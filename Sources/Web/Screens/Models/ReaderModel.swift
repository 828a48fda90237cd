/// The paper that is being read. Pages turn in the browser; without scripts the links do it.
struct ReaderModel: Sendable {
    var paper: Paper?
    var emptyTitle: String
    var emptyWhy: String

    struct Paper: Sendable {
        var documentId: String
        var page: Int
        var pages: Int
        var paperName: String
        /// "Bản 2 · 9f3a 61c0 · 3 trang"
        var paperLine: String
        var ribbon: Ribbon?
        var readable: Readable?
        var unreadable: Unreadable?
        var downloadHref: String?
    }

    struct Ribbon: Sendable {
        var verdictClass: String
        var verdictSymbol: String
        var verdictWord: String
        var verdictText: String
        var signatureHref: String
        /// The same as a fragment, for the dialog.
        var signatureFragment: String
    }

    struct Readable: Sendable {
        /// First image, at a width that suits a page without scripts.
        var imageHref: String
        /// "/api/v1/documents/ID/pages/" and what follows is "N.png?width=W".
        var imageBase: String
        var textBase: String
        /// Of the bytes, so that a new version is never taken from the cache.
        var version: String
        /// Only the proportion matters: it keeps the place while the image loads.
        var imageWidth: Int
        var imageHeight: Int
        var pageAlt: String
        /// Where the page is put before everybody; nil for those who may not.
        var presentUrl: String?
        /// What each signature says of the page that is open.
        var strips: [Strip]
        /// "2 chữ ký khác", where there are more than are shown.
        var stripsMore: String?
        var previousHref: String?
        var nextHref: String?
    }

    /// One signature beside the page: two sentences, of which the page shows the one that is true of it.
    struct Strip: Sendable {
        var stripClass: String
        var stripSymbol: String
        var who: String
        var same: String
        var differs: String
        /// Pages that differ from what was signed, "3 5".
        var changedPages: String
        var isChangedHere: Bool
        /// What came later, in the whole file.
        var later: String?
        var revisionHref: String?
    }

    struct Unreadable: Sendable {
        var unreadableTitle: String
        var unreadableWhy: String
    }
}
