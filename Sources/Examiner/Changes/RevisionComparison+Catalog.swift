import PaperWire

/// What may change in the catalog and the form (ISO 32000-2 §7.7.2, §12.7.3).
extension RevisionComparison {
    private static let freeCatalogKeys: Set<String> = ["AcroForm", "DSS", "Extensions", "Version", "Metadata", "StructTreeRoot", "LastModified"]
    private static let freeFormKeys: Set<String> = ["Fields", "SigFlags", "NeedAppearances", "DR"]

    func compareCatalogs() throws {
        let before = try old.catalog
        let now = try new.catalog
        if now.hasDuplicateKeys { changes.add(.page, .documentStructure("Catalog")) }
        try sameEntries(before, now, except: Self.freeCatalogKeys, .page) { .documentStructure($0) }
        if try isDeepChanged(before["DSS"], now["DSS"]) {
            if now["DSS"].isNull { changes.add(.page, .documentStructure("DSS")) } else { changes.add(.evidence, .other) }
        }
        let metadata = try new.resolve(now["Metadata"])
        if !metadata.isNull, metadata.stream?.dictionary["Type"].name != "Metadata", try isDeepChanged(before["Metadata"], now["Metadata"]) {
            changes.add(.page, .documentStructure("Metadata"))
        }
        try compareStructureTrees(before["StructTreeRoot"], now["StructTreeRoot"])
        let form = try old.resolve(before["AcroForm"]).dictionary
        let formNow = try new.resolve(now["AcroForm"]).dictionary
        if formNow?.hasDuplicateKeys == true { changes.add(.page, .documentStructure("AcroForm")) }
        for key in Set((form?.entries ?? [:]).keys).union((formNow?.entries ?? [:]).keys).sorted() where !Self.freeFormKeys.contains(key) {
            // A default appearance may be set where none was.
            if key == "DA", form?[key].isNull ?? true { continue }
            try same(form?[key] ?? .null, formNow?[key] ?? .null, key, .page, .documentStructure("AcroForm/\(key)"))
        }
        let kept = Set((try new.resolve(formNow?["Fields"] ?? .null).array ?? []).compactMap(\.reference))
        for field in try old.resolve(form?["Fields"] ?? .null).array ?? [] {
            if let reference = field.reference, !kept.contains(reference) { changes.add(.page, .fieldRemoved(structure.name(of: reference.number))) }
        }
        try compareResources(try old.resolve(form?["DR"] ?? .null).dictionary, try new.resolve(formNow?["DR"] ?? .null).dictionary)
    }

    /// Fonts for new fields may be added; what was there stays.
    private func compareResources(_ before: PDFDictionary?, _ now: PDFDictionary?) throws {
        guard let before else { return }
        for (category, value) in before.entries {
            guard let names = try old.resolve(value).dictionary, let namesNow = try new.resolve(now?[category] ?? .null).dictionary else {
                try same(value, now?[category] ?? .null, category, .page, .documentStructure("AcroForm/DR"))
                continue
            }
            for (name, item) in names.entries { try same(item, namesNow[name], name, .page, .documentStructure("AcroForm/DR")) }
        }
    }

    /// Tagged documents: new fields get new tags, the old ones stay as they are.
    private func compareStructureTrees(_ before: PDFObject, _ now: PDFObject) throws {
        guard try isDeepChanged(before, now, depth: 1) else { return try same(before, now, "StructTreeRoot", .page, .documentStructure("StructTreeRoot")) }
        guard before.reference == now.reference, let tree = try old.resolve(before).dictionary, let treeNow = try new.resolve(now).dictionary else {
            return changes.add(.page, .documentStructure("StructTreeRoot"))
        }
        let growing: Set<String> = ["K", "ParentTree", "ParentTreeNextKey", "IDTree"]
        try sameEntries(tree, treeNow, except: growing, .page) { .documentStructure("StructTreeRoot/\($0)") }
        try keepsAll(tree["K"], treeNow["K"], depth: 3)
        try keepsAll(tree["ParentTree"], treeNow["ParentTree"], depth: 4)
    }

    /// How many new items may stand before an old one.
    private static let maxInserted = 256

    /// Arrays may have grown, numbers of a number tree been added; every old item is still there, unchanged or grown itself.
    private func keepsAll(_ before: PDFObject, _ now: PDFObject, depth: Int) throws {
        let a = try old.resolve(before)
        let b = try new.resolve(now)
        if values.isEqual(a, b), try !isDeepChanged(a, b, depth: 1) { return try same(a, b, "K", .page, .documentStructure("StructTreeRoot")) }
        guard depth > 0 else { return changes.add(.page, .documentStructure("StructTreeRoot")) }
        switch (a, b) {
        case (.null, _): return
        case (.array(let items), .array(let itemsNow)):
            var rest = itemsNow[...]
            for item in items {
                try old.budget.step()
                guard let place = rest.prefix(Self.maxInserted).firstIndex(where: { values.isEqual($0, item) }) else { return changes.add(.page, .documentStructure("StructTreeRoot")) }
                if item.reference != nil { try keepsAll(item, rest[place], depth: depth - 1) }
                rest = rest[(place + 1)...]
            }
        case (.dictionary(let items), .dictionary(let itemsNow)):
            for (key, item) in items.entries {
                if ["K", "Nums", "Kids", "Limits"].contains(key) {
                    if key != "Limits" { try keepsAll(item, itemsNow[key], depth: depth - 1) }
                } else {
                    try same(item, itemsNow[key], key, .page, .documentStructure("StructTreeRoot"))
                }
            }
        case (.dictionary, .array(let itemsNow)) where itemsNow.contains { values.isEqual($0, before) }: return
        default: changes.add(.page, .documentStructure("StructTreeRoot"))
        }
    }
}
