import PaperWire

/// Finds every difference between a signed revision and the file as it is, and gives each its class.
///
/// Everything reachable from the signed catalog is walked. Pages, fields, annotations, the form and the catalog have rules for what may
/// change in them; whatever else is reachable must be the same, value for value. New objects matter only where something old
/// points to them. The order of the walk is from the strictest context to the mildest, so that an object used twice is judged by the stricter.
final class RevisionComparison {
    let old: PDFDocument
    let new: PDFDocument
    let structure: Structure
    let values: ObjectComparison
    var changes = RevisionChanges()
    private var changed: [Int: Bool] = [:]
    private var visited: Set<Int> = []

    init(signed old: PDFDocument, current new: PDFDocument) throws {
        self.old = old
        self.new = new
        structure = try Structure(old)
        values = ObjectComparison(old: old, new: new)
    }

    private var fieldsNow: [FieldTree.Node]?

    /// The fields of the document as it is.
    func currentFields() throws -> [FieldTree.Node] {
        if let fieldsNow { return fieldsNow }
        let nodes = try FieldTree(document: new).nodes()
        fieldsNow = nodes
        return nodes
    }

    func run() throws -> RevisionChanges {
        try compareTrailers()
        try comparePages()
        try compareCatalogs()
        try compareForms()
        try compareAnnotations()
        changes.add(unreachable())
        try markReach()
        return changes
    }

    private func unreachable() -> [RevisionChanges.Change] { AppendedBytes(document: new, from: old.end).examine() }

    private func compareTrailers() throws {
        if old.trailer["Root"].reference != new.trailer["Root"].reference { changes.add(.page, .documentStructure("Root")) }
        try same(old.trailer["Encrypt"], new.trailer["Encrypt"], "Encrypt", .page, .documentStructure("Encrypt"))
    }

    private func comparePages() throws {
        let now = try PageTree(new).pages()
        if now.map(\.reference) != structure.pages.map(\.reference) { changes.add(.page, .pageTree) }
        for number in structure.pageNodes {
            try sameEntries(try old.object(number: number).dictionary, try new.object(number: number).dictionary, except: [], .page) {
                Self.inheritedKeys.contains($0) ? .documentStructure("Pages/\($0)") : .pageTree
            }
        }
        for (index, page) in structure.pages.enumerated() {
            guard let reference = page.reference, let current = try new.object(number: reference.number).dictionary else {
                changes.add(.page, .pageTree)
                continue
            }
            if current.hasDuplicateKeys { changes.add(.page, .pageContent(index + 1)) }
            try sameEntries(page.dictionary, current, except: Self.freePageKeys, .page) { _ in .pageContent(index + 1) }
        }
    }

    /// Tab order and a date; annotations have rules of their own.
    static let freePageKeys: Set<String> = ["Annots", "Tabs", "LastModified"]

    /// Whether object `number` has another value than in the signed revision.
    func isChanged(_ number: Int) throws -> Bool {
        if let known = changed[number] { return known }
        try old.budget.step()
        let differs: Bool
        if isSamePlace(number) {
            differs = false
        } else {
            differs = !values.isEqual(try old.object(number: number), try new.object(number: number)) || new.irregular.contains(number)
        }
        changed[number] = differs
        return differs
    }

    /// The same bytes of the same file need not be compared.
    private func isSamePlace(_ number: Int) -> Bool {
        switch (old.entry(number), new.entry(number)) {
        case (nil, nil), (.free, .free), (nil, .free), (.free, nil): return true
        case (.at(let a, let x), .at(let b, let y)): return a == b && x == y
        case (.inStream(let a, let x), .inStream(let b, let y)): return a == b && x == y && isSamePlace(a)
        default: return false
        }
    }

    /// Demands that two values, and everything they lead to, are the same; else notes a change of this kind.
    func same(_ a: PDFObject, _ b: PDFObject, _ key: String, _ kind: ChangeClass, _ detail: ChangeDetail) throws {
        guard values.isEqual(a, b) else { return changes.add(kind, detail) }
        var waiting: [(key: String, number: Int)] = []
        collect(a, key, &waiting)
        while let (key, number) = waiting.popLast() {
            if structure.parts[number] != nil {
                if !structure.isLink(to: number, by: key), try isChanged(number) { changes.add(kind, detail) }
                continue
            }
            guard visited.insert(number).inserted else { continue }
            if try isChanged(number) {
                changes.add(kind, detail)
            } else {
                collect(try old.object(number: number), key, &waiting)
            }
        }
    }

    func sameEntries(_ a: PDFDictionary?, _ b: PDFDictionary?, except free: Set<String>, _ kind: ChangeClass, _ detail: (String) -> ChangeDetail) throws {
        let keys = Set((a?.entries ?? [:]).keys).union((b?.entries ?? [:]).keys)
        for key in keys.sorted() where !free.contains(key) {
            try same(a?[key] ?? .null, b?[key] ?? .null, key, kind, detail(key))
        }
    }

    func collect(_ value: PDFObject, _ key: String, _ found: inout [(key: String, number: Int)]) {
        switch value {
        case .reference(let reference): found.append((key, reference.number))
        case .array(let values): for value in values { collect(value, key, &found) }
        case .dictionary(let dictionary): for (key, value) in dictionary.entries { collect(value, key, &found) }
        case .stream(let stream): for (key, value) in stream.dictionary.entries { collect(value, key, &found) }
        default: break
        }
    }

    /// Whether anything behind a value differs, at most `depth` references deep.
    func isDeepChanged(_ a: PDFObject, _ b: PDFObject, depth: Int = 4) throws -> Bool {
        guard values.isEqual(a, b) else { return true }
        guard depth > 0 else { return false }
        try old.budget.step()
        var found: [(key: String, number: Int)] = []
        collect(a, "", &found)
        return try found.contains { _, number in
            guard structure.parts[number] == nil else { return false }
            return try isChanged(number) || isDeepChanged(try old.object(number: number), try new.object(number: number), depth: depth - 1)
        }
    }
}
