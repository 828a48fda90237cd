import PaperWire

/// What may change in annotations (ISO 32000-2 §12.5, §12.8.2.2).
extension RevisionComparison {
    /// Marks people put on papers. Others play films, run programs or blacken text.
    private static let markup: Set<String> = [
        "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "Link",
    ]
    private static let harmlessActions: Set<String> = ["GoTo", "URI", "Named"]
    private static let maxDirect = 1000
    /// What says nothing to a reader: a date, the window of a note.
    private static let asideKeys: Set<String> = ["M", "Popup", "Open"]
    private static let fixedKeys: Set<String> = ["Type", "Subtype", "P"]

    func compareAnnotations() throws {
        let widgets = Set(try currentFields().compactMap { $0.reference?.number })
        for (index, page) in structure.pages.enumerated() {
            guard let reference = page.reference, let current = try new.object(number: reference.number).dictionary else { continue }
            let before = try old.resolve(page.dictionary["Annots"]).array ?? []
            let now = try new.resolve(current["Annots"]).array ?? []
            try compareLists(before, now, page: index + 1, widgets: widgets)
            for annotation in before { try compareAnnotation(annotation, page: index + 1) }
        }
    }

    private func compareLists(_ before: [PDFObject], _ now: [PDFObject], page: Int, widgets: Set<Int>) throws {
        let references = Set(before.compactMap(\.reference))
        let referencesNow = Set(now.compactMap(\.reference))
        for reference in references.subtracting(referencesNow) {
            let isPopup = try old.object(number: reference.number).dictionary?["Subtype"].name == "Popup"
            changes.add(structure.parts[reference.number] == .field ? .page : .annotation, isPopup ? .annotation(page) : .annotationAltered(page))
            changes.markedPages.insert(page)
        }
        var direct = before.filter { $0.reference == nil }
        guard direct.count <= Self.maxDirect else { throw PDFFault.tooComplex("more than \(Self.maxDirect) annotations without a number on a page") }
        for item in now {
            try old.budget.step()
            if let reference = item.reference {
                guard !references.contains(reference), !widgets.contains(reference.number) else { continue }
                try judgeAdded(try new.resolve(item).dictionary, page: page)
            } else if let place = direct.firstIndex(where: { values.isEqual($0, item) }) {
                try same(direct[place], item, "Annots", .annotation, .annotationAltered(page))
                direct.remove(at: place)
            } else {
                try judgeAdded(item.dictionary, page: page)
            }
        }
        if !direct.isEmpty { changes.add(.annotation, .annotationAltered(page)) }
    }

    private func judgeAdded(_ annotation: PDFDictionary?, page: Int) throws {
        guard let annotation, let subtype = annotation["Subtype"].name else { return }
        let action = try new.resolve(annotation["A"]).dictionary
        let isHarmless = Self.markup.contains(subtype) && annotation["AA"].isNull && !annotation.hasDuplicateKeys
            && (action.map { Self.harmlessActions.contains($0["S"].name ?? "") && $0["Next"].isNull } ?? annotation["A"].isNull)
        changes.add(isHarmless ? .annotation : .page, .annotation(page))
        changes.markedPages.insert(page)
    }

    private func compareAnnotation(_ item: PDFObject, page: Int) throws {
        guard let number = item.reference?.number, structure.parts[number] == .annotation, let before = try old.object(number: number).dictionary else { return }
        let now = try new.object(number: number).dictionary
        let isMarkup = Self.markup.contains(before["Subtype"].name ?? "")
        let isTouched = try isChanged(number)
        for key in Set(before.entries.keys).union((now?.entries ?? [:]).keys).sorted() {
            let isFixed = !isMarkup || Self.fixedKeys.contains(key) || key == "A" || key == "AA"
            let isAside = Self.asideKeys.contains(key) || before["Subtype"].name == "Popup"
            try same(before[key], now?[key] ?? .null, key, isFixed ? .page : .annotation, isAside ? .annotation(page) : .annotationAltered(page))
        }
        if isTouched { changes.markedPages.insert(page) }
    }
}
