/// A signature dictionary that spans the whole file although no field leads to it.
///
/// Such a file was signed last of all and damaged since, or made to look unsigned: it must fail, not pass for a paper without signature.
/// A signature that was properly removed is no stray, the removal itself made the file longer.
enum StraySignature {
    private static let maxFound = 16

    static func find(in document: PDFDocument, except known: [SignatureField]) throws -> [SignatureField] {
        let source = document.source
        var found: [SignatureField] = []
        let listed = Set(known.compactMap { $0.value["Contents"].string?.range } + usageRights(in: document))
        var position = 0
        while found.count < maxFound, let key = source.firstIndex(of: "/ByteRange", in: position..<source.count) {
            position = key + 10
            try document.budget.checkTime()
            var parser = PDFParser(source, at: position, end: source.count, isFile: true)
            guard let numbers = try? parser.object().array?.compactMap(\.integer), numbers.count == 4, reachesEnd(numbers, source) else { continue }
            let value = dictionary(around: key, in: source)
            if let range = value["Contents"].string?.range, listed.contains(range) { continue }
            found.append(SignatureField(name: "", value: value, number: nil, field: PDFDictionary(entries: [:]), isStray: true))
        }
        return found
    }

    /// Usage rights (ISO 32000-1 §12.8.2.3) are the vendor's permission to a reader, signed by him alone: they say nothing of who wrote the paper.
    private static func usageRights(in document: PDFDocument) -> [Range<Int>] {
        guard let permissions = try? document.resolve(document.catalog["Perms"]).dictionary else { return [] }
        return ["UR", "UR3"].compactMap { (try? document.resolve(permissions[$0]).dictionary)?["Contents"].string?.range }
    }

    private static func reachesEnd(_ numbers: [Int], _ source: ByteSource) -> Bool {
        let (end, overflow) = numbers[2].addingReportingOverflow(numbers[3])
        guard !overflow, end > 0, end <= source.count else { return false }
        return (end..<source.count).allSatisfy { Characters.isSpace(source[$0]) }
    }

    private static func dictionary(around key: Int, in source: ByteSource) -> PDFDictionary {
        let before = source.lastIndex(of: "endobj", in: 0..<key) ?? 0
        let after = source.firstIndex(of: "endobj", in: key..<source.count) ?? source.count
        if let open = source.firstIndex(of: "<<", in: before..<key) {
            var parser = PDFParser(source, at: open, end: after, isFile: true)
            if let dictionary = try? parser.object().dictionary, !dictionary["ByteRange"].isNull { return dictionary }
        }
        var remains = PDFDictionary(entries: [:])
        if let contents = source.firstIndex(of: "/Contents", in: before..<after) {
            var parser = PDFParser(source, at: contents + 9, end: after, isFile: true)
            if let string = try? parser.object().string { remains["Contents"] = .string(string) }
        }
        return remains
    }
}
