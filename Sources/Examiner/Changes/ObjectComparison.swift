/// Compares values of two views of one file, without following references.
struct ObjectComparison {
    let old: PDFDocument
    let new: PDFDocument

    func isEqual(_ a: PDFObject, _ b: PDFObject) -> Bool {
        switch (a, b) {
        case (.null, .null): return true
        case (.boolean(let x), .boolean(let y)): return x == y
        case (.name(let x), .name(let y)): return x == y
        case (.string(let x), .string(let y)): return x.bytes == y.bytes
        case (.reference(let x), .reference(let y)): return x == y
        case (.array(let x), .array(let y)): return x.count == y.count && zip(x, y).allSatisfy { isEqual($0, $1) }
        case (.dictionary(let x), .dictionary(let y)): return isEqual(x, y)
        case (.stream(let x), .stream(let y)): return isEqual(x, y)
        default:
            guard let x = a.number, let y = b.number else { return false }
            return x == y
        }
    }

    func isEqual(_ a: PDFDictionary, _ b: PDFDictionary) -> Bool {
        guard a.hasDuplicateKeys == b.hasDuplicateKeys else { return false }
        return Set(a.entries.keys).union(b.entries.keys).allSatisfy { isEqual(a[$0], b[$0]) }
    }

    private func isEqual(_ a: PDFStream, _ b: PDFStream) -> Bool {
        var x = a.dictionary
        var y = b.dictionary
        // How a length is written says nothing; what it measures is compared below.
        x["Length"] = .null
        y["Length"] = .null
        guard isEqual(x, y) else { return false }
        if a.source.isEqual(a.range, to: b.source, b.range) { return true }
        guard let one = old.security, let other = new.security, let from = a.reference, let to = b.reference else { return false }
        // Enciphered anew, the same content has other bytes.
        guard let plain = try? one.opened(a, from), let plainToo = try? other.opened(b, to) else { return false }
        return plain == plainToo
    }
}
