extension FieldTree {
    /// Signature fields that have a value, in form order; a value shared by two fields is listed once.
    ///
    /// A value that cannot be read is listed too: it must fail, not vanish.
    func signatures() throws -> [SignatureField] {
        var fields: [SignatureField] = []
        var seen: Set<Int> = []
        for node in try readableNodes() where node.type == "Sig" {
            let value = node.dictionary["V"]
            guard !value.isNull else { continue }
            if let number = value.reference?.number, !seen.insert(number).inserted { continue }
            fields.append(SignatureField(name: node.name, value: try read(value), number: value.reference?.number, field: node.dictionary))
        }
        return fields
    }

    private func read(_ value: PDFObject) throws -> PDFDictionary {
        do {
            if let dictionary = try document.resolve(value).dictionary { return dictionary }
        } catch PDFFault.malformed {
            // Told below, by what is missing.
        }
        var remains = PDFDictionary(entries: [:])
        if let number = value.reference?.number, let contents = contents(near: number) { remains["Contents"] = .string(contents) }
        return remains
    }

    private static let maxObjectBytes = 1 << 20

    /// The /Contents of a signature dictionary that is no longer one: enough to say who had signed.
    private func contents(near number: Int) -> PDFString? {
        guard let offset = document.offset(of: number) else { return nil }
        let limit = min(offset + Self.maxObjectBytes, document.end)
        let end = document.source.firstIndex(of: "endobj", in: offset..<limit) ?? limit
        guard let key = document.source.firstIndex(of: "/Contents", in: offset..<end) else { return nil }
        var parser = PDFParser(document.source, at: key + 9, end: end, isFile: true)
        return try? parser.object().string
    }
}
