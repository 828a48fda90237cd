/// The pages of a document in order (ISO 32000-2 §7.7.3).
struct PageTree {
    static let maxPages = 100_000

    struct Page {
        var reference: PDFReference?
        var dictionary: PDFDictionary
    }

    let document: PDFDocument

    init(_ document: PDFDocument) { self.document = document }

    func pages() throws -> [Page] {
        var pages: [Page] = []
        var seen: Set<Int> = []
        func visit(_ value: PDFObject, _ depth: Int) throws {
            guard depth <= FieldTree.maxDepth, pages.count < Self.maxPages else { throw PDFFault.tooComplex("a page tree of more than \(Self.maxPages) pages") }
            if let number = value.reference?.number, !seen.insert(number).inserted { throw PDFFault.malformed("the page tree runs in a circle") }
            try document.budget.step()
            guard let dictionary = try document.resolve(value).dictionary else { return }
            guard let kids = try document.resolve(dictionary["Kids"]).array else {
                pages.append(Page(reference: value.reference, dictionary: dictionary))
                return
            }
            for kid in kids { try visit(kid, depth + 1) }
        }
        let root = try document.catalog["Pages"]
        if !root.isNull { try visit(root, 0) }
        return pages
    }
}
