/// Follows the chain of cross-reference sections from a `startxref` back to the first save.
struct CrossReferenceReader {
    static let maxSections = 4096
    /// Entries of one section.
    static let maxEntries = 1_000_000
    /// Largest object number a reader needs to believe (ISO 32000-2 Annex C).
    static let maxObjectNumber = 8_388_607

    let source: ByteSource
    let end: Int
    /// Bytes before the header: many readers count offsets from `%PDF-`.
    let shift: Int
    let budget: Budget

    /// Newest first.
    func sections(from start: Int) throws -> [CrossReferenceSection] {
        var sections: [CrossReferenceSection] = []
        var seen: Set<Int> = []
        var next: Int? = start
        while let offset = next {
            guard seen.insert(offset).inserted else { throw PDFFault.malformed("the cross-reference chain runs in a circle") }
            guard sections.count < Self.maxSections else { throw PDFFault.tooComplex("more than \(Self.maxSections) cross-reference sections") }
            try budget.step()
            let section = try section(at: offset)
            sections.append(section)
            let previous = section.trailer["Prev"]
            if previous.isNull { break }
            guard let back = previous.integer, back > 0 else { throw PDFFault.malformed("/Prev is no offset") }
            next = back
        }
        return sections
    }

    private func section(at declared: Int) throws -> CrossReferenceSection {
        guard declared >= 0, declared < end else { throw PDFFault.malformed("no cross-reference at offset \(declared)") }
        for offset in shift > 0 ? [declared, declared + shift] : [declared] where offset < end {
            do {
                var parser = PDFParser(source, at: offset, end: end, isFile: true)
                return try parser.accept("xref") ? table(at: offset, parser) : stream(at: offset)
            } catch PDFFault.malformed where offset == declared && shift > 0 {
                continue
            }
        }
        throw PDFFault.malformed("no cross-reference at offset \(declared)")
    }

    private func table(at offset: Int, _ start: PDFParser) throws -> CrossReferenceSection {
        var parser = start
        var entries: [Int: CrossReferenceEntry] = [:]
        var free: Set<Int> = []
        while !parser.accept("trailer") {
            guard let first = parser.plainInteger(), let count = parser.plainInteger(), first <= Self.maxObjectNumber, count <= Self.maxObjectNumber else {
                throw PDFFault.malformed("a cross-reference table has no valid subsection at offset \(parser.position)")
            }
            guard entries.count + count <= Self.maxEntries else { throw PDFFault.tooComplex("more than \(Self.maxEntries) objects") }
            for number in first..<(first + count) {
                try budget.step()
                guard let position = parser.plainInteger(), let generation = parser.plainInteger() else { throw PDFFault.malformed("a cross-reference entry is cut off") }
                if parser.accept("n") {
                    entries[number] = entries[number] ?? .at(offset: position, generation: generation)
                } else if parser.accept("f") {
                    free.insert(number)
                } else {
                    throw PDFFault.malformed("a cross-reference entry is neither used nor free")
                }
            }
        }
        let trailer = try parser.object()
        guard case .dictionary(let dictionary) = trailer else { throw PDFFault.malformed("the trailer is no dictionary") }
        var section = CrossReferenceSection(offset: offset, end: parser.position, isStream: false, entries: entries, trailer: dictionary)
        if let beside = dictionary["XRefStm"].integer, beside >= 0, beside < end {
            // Objects the table hides from old readers stand in the stream beside it.
            let hidden = try stream(at: beside + (source.starts(with: "%PDF-", at: 0, before: end) ? 0 : shift))
            section.isHybrid = true
            section.besides.append(hidden.offset..<hidden.end)
            section.entries.merge(hidden.entries) { table, _ in table }
        }
        for number in free where section.entries[number] == nil { section.entries[number] = .free }
        return section
    }

    private func stream(at offset: Int) throws -> CrossReferenceSection {
        guard offset >= 0, offset < end else { throw PDFFault.malformed("no cross-reference at offset \(offset)") }
        let reader = IndirectObjectReader(source: source, end: end)
        let found = try reader.read(at: offset) { value in value.reference == nil ? value : .null }
        guard case .stream(let stream) = found.object, stream.dictionary["Type"].name == "XRef" else { throw PDFFault.malformed("no cross-reference at offset \(offset)") }
        let dictionary = stream.dictionary
        let data = try StreamFilters.decode(stream.source, stream.range, dictionary: dictionary, budget: budget) { $0 }
        guard let widths = dictionary["W"].array?.map({ $0.integer ?? -1 }), widths.count >= 3, widths.allSatisfy({ (0...8).contains($0) }) else {
            throw PDFFault.malformed("a cross-reference stream has no valid /W")
        }
        let size = dictionary["Size"].integer ?? 0
        let index = dictionary["Index"].array?.map { $0.integer ?? -1 } ?? [0, size]
        guard index.count % 2 == 0, index.allSatisfy({ (0...Self.maxObjectNumber).contains($0) }) else { throw PDFFault.malformed("a cross-reference stream has no valid /Index") }
        let rowBytes = widths.prefix(3).reduce(0, +)
        guard data.count / max(rowBytes, 1) <= Self.maxEntries else { throw PDFFault.tooComplex("more than \(Self.maxEntries) objects") }
        guard rowBytes > 0 else { throw PDFFault.malformed("a cross-reference stream has empty rows") }
        var entries: [Int: CrossReferenceEntry] = [:]
        var position = 0
        for pair in stride(from: 0, to: index.count, by: 2) {
            for number in index[pair]..<(index[pair] + index[pair + 1]) {
                guard position + rowBytes <= data.count else { break }
                try budget.step()
                let entry = try Self.entry(data, at: position, widths)
                position += rowBytes
                if let entry, entries[number] == nil { entries[number] = entry }
            }
        }
        return CrossReferenceSection(offset: offset, end: found.end, isStream: true, entries: entries, trailer: dictionary)
    }

    private static func entry(_ data: [UInt8], at position: Int, _ widths: [Int]) throws -> CrossReferenceEntry? {
        func field(_ from: Int, _ width: Int) throws -> Int {
            var value: UInt64 = 0
            for index in 0..<width { value = value << 8 | UInt64(data[from + index]) }
            guard let number = Int(exactly: value) else { throw PDFFault.malformed("a cross-reference field is too large") }
            return number
        }
        let kind = widths[0] == 0 ? 1 : try field(position, widths[0])
        let second = try field(position + widths[0], widths[1])
        let third = try field(position + widths[0] + widths[1], widths[2])
        return switch kind {
        case 0: .free
        case 1: .at(offset: second, generation: third)
        case 2: .inStream(number: second, index: third)
        default: nil  // unknown kinds count as absent (§7.5.8.3)
        }
    }
}
