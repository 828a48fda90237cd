import PaperWire

/// What may change in form fields (ISO 32000-2 §12.7.4, §12.8.2.2).
extension RevisionComparison {
    private static let valueKeys: Set<String> = ["V", "RV", "I", "TI", "AP", "AS", "DA"]
    private static let freeFieldKeys: Set<String> = ["M", "Kids"]
    private static let actionKeys = ["A", "AA"]
    private static let readOnlyFlag = 1
    /// ReadOnly, Locked and LockedContents of an annotation: a lock put on after signing changes nothing visible.
    private static let lockFlags = 64 | 128 | 512

    func compareForms() throws {
        let now = try currentFields()
        var current: [Int: FieldTree.Node] = [:]
        for node in now { if let number = node.reference?.number { current[number] = node } }
        let known = Set(structure.fields.compactMap { $0.reference?.number })
        let direct = structure.fields.filter { $0.reference == nil }
        for field in structure.fields {
            guard let number = field.reference?.number else { continue }
            if let node = current[number] {
                if try isFieldTouched(number, field) { try compare(field, node) } else { try walkUnchanged(field) }
            } else {
                changes.add(.page, .fieldRemoved(field.name))
            }
        }
        var added = now.filter { $0.reference.map { !known.contains($0.number) } ?? true }
        for field in direct {
            guard let place = added.firstIndex(where: { $0.name == field.name && values.isEqual($0.dictionary, field.dictionary) }) else {
                changes.add(.page, .fieldChanged(field.name))
                continue
            }
            added.remove(at: place)
        }
        for node in added { try judgeAdded(node, among: added) }
    }

    private func isFieldTouched(_ number: Int, _ field: FieldTree.Node) throws -> Bool {
        if try isChanged(number) { return true }
        return try Self.valueKeys.contains { try isDeepChanged(field.dictionary[$0], field.dictionary[$0], depth: 6) }
    }

    private func walkUnchanged(_ field: FieldTree.Node) throws {
        try sameEntries(field.dictionary, field.dictionary, except: Self.freeFieldKeys, .page) { _ in .fieldChanged(field.name) }
    }

    private func compare(_ field: FieldTree.Node, _ node: FieldTree.Node) throws {
        let before = field.dictionary
        let now = node.dictionary
        if field.type != node.type || field.name != node.name || now.hasDuplicateKeys { changes.add(.page, .fieldChanged(field.name)) }
        try keepsKids(field, node)
        let isSignature = field.type == "Sig"
        let isSigning = isSignature && before["V"].isNull && !now["V"].isNull
        if isSignature { try compareSignature(field, node) }
        for key in Set(before.entries.keys).union(now.entries.keys).sorted() where !Self.freeFieldKeys.contains(key) {
            switch key {
            case "Ff":
                let difference = (before[key].integer ?? 0) ^ (now[key].integer ?? 0)
                if difference != 0, difference != Self.readOnlyFlag || (now[key].integer ?? 0) & Self.readOnlyFlag == 0 { changes.add(.page, .fieldChanged(field.name)) }
            case "F":
                let difference = (before[key].integer ?? 0) ^ (now[key].integer ?? 0)
                if difference & ~Self.lockFlags != 0, !isSigning { changes.add(.page, .fieldChanged(field.name)) }
            case "V" where isSignature: break
            case _ where isSigning && ["AP", "AS", "DA", "MK"].contains(key):
                if key == "AP" { markPage(of: node) }
            case _ where Self.valueKeys.contains(key) && !isSignature && field.type != nil:
                if try isDeepChanged(before[key], now[key], depth: 6) {
                    changes.add(.formFill, .formFilled(field.name))
                    markPage(of: node)
                } else {
                    try same(before[key], now[key], key, .formFill, .formFilled(field.name))
                }
            default: try same(before[key], now[key], key, .page, .fieldChanged(field.name))
            }
        }
    }

    private func keepsKids(_ field: FieldTree.Node, _ node: FieldTree.Node) throws {
        let kids = try old.resolve(field.dictionary["Kids"]).array ?? []
        let kidsNow = Set((try new.resolve(node.dictionary["Kids"]).array ?? []).compactMap(\.reference))
        if kids.contains(where: { kid in kid.reference.map { !kidsNow.contains($0) } ?? false }) { changes.add(.page, .fieldRemoved(field.name)) }
    }

    private func compareSignature(_ field: FieldTree.Node, _ node: FieldTree.Node) throws {
        let before = field.dictionary["V"]
        let now = node.dictionary["V"]
        if before.isNull {
            if !now.isNull { try noteSignature(node) }
        } else if try isDeepChanged(before, now, depth: 1) {
            changes.add(.page, .signatureReplaced(field.name))
        }
    }

    private func noteSignature(_ node: FieldTree.Node) throws {
        let value = try new.resolve(node.dictionary["V"]).dictionary
        let isStamp = value?["Type"].name == "DocTimeStamp" || value?["SubFilter"].name == "ETSI.RFC3161"
        changes.add(isStamp ? .evidence : .signature, .signatureAdded(node.name))
    }

    /// New fields may only be for signing; parents that group such fields are fine.
    private func judgeAdded(_ node: FieldTree.Node, among added: [FieldTree.Node]) throws {
        let dictionary = node.dictionary
        if dictionary.hasDuplicateKeys || Self.actionKeys.contains(where: { !dictionary[$0].isNull }) { return changes.add(.page, .fieldAdded(node.name)) }
        if node.type == nil, !dictionary["Kids"].isNull, added.contains(where: { $0.type == "Sig" && $0.name.hasPrefix(node.name) }) { return }
        guard node.type == "Sig" else { return changes.add(.page, .fieldAdded(node.name)) }
        if dictionary["V"].isNull {
            // An empty field invites a later signature; one that already shows something is a drawing in disguise.
            let isVisible = try isVisible(dictionary)
            changes.add(isVisible ? .annotation : .signature, isVisible ? .annotation(pageNumber(of: node)) : .signatureAdded(node.name))
            if isVisible { markPage(of: node) }
            return
        }
        try noteSignature(node)
        if try isVisible(dictionary) { markPage(of: node) }
    }

    private func isVisible(_ widget: PDFDictionary) throws -> Bool {
        guard let appearance = try new.resolve(widget["AP"]).dictionary, let stream = try new.resolve(appearance["N"]).stream, !stream.range.isEmpty else { return false }
        guard let corners = try new.resolve(widget["Rect"]).array?.compactMap(\.number), corners.count == 4 else { return true }
        return corners[0] != corners[2] && corners[1] != corners[3]
    }

    private func pageNumber(of node: FieldTree.Node) -> Int {
        if let page = node.dictionary["P"].reference, let number = structure.pageNumbers[page.number] { return number }
        return node.reference.flatMap { structure.pageNumbers[$0.number] } ?? 1
    }

    private func markPage(of node: FieldTree.Node) { changes.markedPages.insert(pageNumber(of: node)) }
}
