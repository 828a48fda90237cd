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
        var previousHref: String?
        var nextHref: String?
    }

    struct Unreadable: Sendable {
        var unreadableTitle: String
        var unreadableWhy: String
    }
}
