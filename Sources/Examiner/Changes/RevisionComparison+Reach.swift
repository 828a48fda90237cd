import PaperWire

/// On which pages a change shows: fonts, forms, pictures, inherited resources and whole contents may serve many.
extension RevisionComparison {
    /// What a page takes from the nodes above it where it has none of its own (ISO 32000-2 table 31).
    static let inheritedKeys: Set<String> = ["Resources", "MediaBox", "CropBox", "Rotate"]

    /// Marks every page from which a changed object can be reached. The walk that judges goes to each object once, and so names the first page alone.
    func markReach() throws {
        guard changes.list.contains(where: { $0.kind >= .page || $0.detail.isAlteredMark }) else { return }
        var reach = Reach()
        for (index, page) in structure.pages.enumerated() {
            let number = index + 1
            for (key, value) in page.dictionary.entries where key != "Parent" && !Self.freePageKeys.contains(key) { collectRoots(value, key, .content(number), &reach) }
            for key in Self.inheritedKeys.sorted() where page.dictionary[key].isNull { try walkInherited(key, of: page, number, &reach) }
            for annotation in try old.resolve(page.dictionary["Annots"]).array ?? [] {
                let appearance = try old.resolve(annotation).dictionary?["AP"] ?? .null
                collectRoots(appearance, "AP", .mark(number), &reach)
            }
        }
        while let number = reach.waiting.popLast() {
            try old.budget.step()
            if try isChanged(number) { reach.changed.append(number) }
            var found: [(key: String, number: Int)] = []
            collect(try old.object(number: number), "", &found)
            for (_, below) in found where structure.parts[below] == nil { reach.add(below, from: .object(number)) }
        }
        reach.spread()
        changes.tell(contents: reach.contents, marks: reach.marks)
    }

    private func collectRoots(_ value: PDFObject, _ key: String, _ place: Reach.Place, _ reach: inout Reach) {
        var found: [(key: String, number: Int)] = []
        collect(value, key, &found)
        for (_, number) in found where structure.parts[number] == nil { reach.add(number, from: place) }
    }

    private func walkInherited(_ key: String, of page: PageTree.Page, _ number: Int, _ reach: inout Reach) throws {
        var parent = page.dictionary["Parent"].reference
        for _ in 0..<FieldTree.maxDepth {
            guard let node = parent, let before = try old.object(number: node.number).dictionary else { return }
            guard before[key].isNull else {
                let now = try new.object(number: node.number).dictionary
                if !values.isEqual(before[key], now?[key] ?? .null) { reach.contents.insert(number) }
                return collectRoots(before[key], key, .content(number), &reach)
            }
            parent = before["Parent"].reference
        }
    }
}

/// Which objects lead to which, seen from below.
private struct Reach {
    enum Place: Hashable {
        case content(Int)
        case mark(Int)
        case object(Int)
    }

    private var above: [Int: [Place]] = [:]
    var waiting: [Int] = []
    var changed: [Int] = []
    /// Pages whose own content leads to a changed object, and pages on which a mark does.
    var contents: Set<Int> = []
    var marks: Set<Int> = []

    mutating func add(_ number: Int, from place: Place) {
        if above[number] == nil { waiting.append(number) }
        above[number, default: []].append(place)
    }

    /// Upwards from what changed to the pages.
    mutating func spread() {
        var seen = Set(changed)
        while let number = changed.popLast() {
            for place in above[number] ?? [] {
                switch place {
                case .content(let page): contents.insert(page)
                case .mark(let page): marks.insert(page)
                case .object(let upper): if seen.insert(upper).inserted { changed.append(upper) }
                }
            }
        }
    }
}
