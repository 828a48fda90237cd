/// Walks the interactive form (ISO 32000-2 §12.7.4), and the pages for widgets the form forgot.
struct FieldTree {
    static let maxDepth = 64
    static let maxFields = 100_000

    struct Node {
        var reference: PDFReference?
        var name: String
        var type: String?
        var dictionary: PDFDictionary
    }

    let document: PDFDocument

    /// All fields and widgets, parents before children; each object once. Throws where one cannot be read.
    func nodes() throws -> [Node] { try nodes(tolerant: false) }

    /// The fields that can be read, whatever became of the others.
    func readableNodes() throws -> [Node] { try nodes(tolerant: true) }

    private func nodes(tolerant: Bool) throws -> [Node] {
        var nodes: [Node] = []
        func attempt<R>(_ fallback: R, _ body: () throws -> R) throws -> R {
            do {
                return try body()
            } catch PDFFault.malformed where tolerant {
                return fallback
            }
        }
        var seen: Set<Int> = []
        let form = try attempt(nil) { try document.resolve(try document.catalog["AcroForm"]).dictionary }
        func visit(_ value: PDFObject, _ parent: String, _ type: String?, _ depth: Int) throws {
            guard depth <= Self.maxDepth, nodes.count < Self.maxFields else { throw PDFFault.tooComplex("a form of more than \(Self.maxFields) fields") }
            if let number = value.reference?.number, !seen.insert(number).inserted { return }
            guard let dictionary = try attempt(nil, { try document.resolve(value).dictionary }) else { return }
            let own = try attempt(nil) { try document.resolve(dictionary["T"]).string }.map { document.lockedBecause == nil ? PDFText.decode($0.bytes) : "?" }
            let name = [parent, own ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
            let type = try attempt(nil) { try document.resolve(dictionary["FT"]).name } ?? type
            nodes.append(Node(reference: value.reference, name: name, type: type, dictionary: dictionary))
            for kid in try attempt(nil, { try document.resolve(dictionary["Kids"]).array }) ?? [] { try visit(kid, name, type, depth + 1) }
        }
        for field in try attempt(nil, { try document.resolve(form?["Fields"] ?? .null).array }) ?? [] { try visit(field, "", nil, 0) }
        for page in try attempt([], { try PageTree(document).pages() }) {
            for annotation in try attempt(nil, { try document.resolve(page.dictionary["Annots"]).array }) ?? [] {
                guard let dictionary = try attempt(nil, { try document.resolve(annotation).dictionary }), dictionary["Subtype"].name == "Widget", dictionary["Parent"].isNull else { continue }
                try visit(annotation, "", nil, 0)
            }
        }
        return nodes
    }
}
