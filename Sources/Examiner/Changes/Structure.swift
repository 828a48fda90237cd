/// Which objects of the signed revision play a part whose changes are judged by rules of their own.
///
/// A page, say, may get a new widget in its /Annots and nothing else. Other objects that point back to the page (/P of a widget, a
/// destination) see it changed; that is no change of theirs. Every other way of reaching a changed object is one.
struct Structure {
    enum Part { case catalog, form, field, pageNode, page, annotation }

    private(set) var parts: [Int: Part] = [:]
    private(set) var pageNodes: [Int] = []
    /// Page number of each page and of each annotation, by object number.
    private(set) var pageNumbers: [Int: Int] = [:]
    let fields: [FieldTree.Node]
    let pages: [PageTree.Page]

    init(_ document: PDFDocument) throws {
        pages = try PageTree(document).pages()
        fields = try FieldTree(document: document).nodes()
        if let root = document.trailer["Root"].reference { parts[root.number] = .catalog }
        if let form = try document.catalog["AcroForm"].reference { parts[form.number] = .form }
        for (index, page) in pages.enumerated() {
            if let reference = page.reference {
                parts[reference.number] = .page
                pageNumbers[reference.number] = index + 1
            }
            for annotation in try document.resolve(page.dictionary["Annots"]).array ?? [] {
                guard let reference = annotation.reference, parts[reference.number] == nil else { continue }
                parts[reference.number] = .annotation
                pageNumbers[reference.number] = index + 1
            }
        }
        for field in fields {
            guard let reference = field.reference, parts[reference.number] == nil || parts[reference.number] == .annotation else { continue }
            parts[reference.number] = .field
        }
        var waiting = [try document.catalog["Pages"]]
        while let node = waiting.popLast() {
            guard let reference = node.reference, parts[reference.number] == nil, let kids = try document.resolve(try document.resolve(node).dictionary?["Kids"] ?? .null).array else { continue }
            parts[reference.number] = .pageNode
            pageNodes.append(reference.number)
            waiting += kids
        }
    }

    func name(of field: Int) -> String { fields.first { $0.reference?.number == field }?.name ?? "" }

    /// Keys under which other objects merely point at a part, without making it their content.
    private static let linkKeys: Set<String> = [
        "P", "Parent", "Pg", "Obj", "Popup", "IRT", "Dest", "D", "Dests", "Annots", "Kids", "Fields", "CO", "A", "Next", "T", "SE", "Names", "First", "Last", "Prev", "Nums", "R", "OpenAction", "B",
        "Root", "Pages", "AcroForm", "Data",
    ]

    func isLink(to number: Int, by key: String) -> Bool { parts[number] != nil && Self.linkKeys.contains(key) }
}
