/// Finds the objects of a file whose cross-references are broken, the way lenient readers do: the last one wins.
///
/// What is found serves to name the signatures and their signers; it never makes a signature pass.
struct Salvage {
    private(set) var entries: [Int: CrossReferenceEntry] = [:]
    private(set) var trailer = PDFDictionary(entries: [:])

    /// How much of an object without end is looked at.
    private static let maxOpenBytes = 64 << 10
    /// How many such objects are.
    private static let maxOpen = 64

    init(_ source: ByteSource, budget: Budget) throws {
        var position = 0
        var nextEnd = 0
        var open = 0
        var catalog: PDFReference?
        var streams: [(number: Int, stream: PDFStream)] = []
        while let word = source.firstIndex(of: "obj", in: position..<source.count) {
            position = word + 3
            try budget.step()
            try budget.checkTime()
            guard let offset = Self.objectStart(before: word, in: source) else { continue }
            // Each object is read up to the next `endobj` and no further: what does not end would else be read again and again.
            if nextEnd < position { nextEnd = source.firstIndex(of: "endobj", in: position..<source.count).map { $0 + 6 } ?? source.count }
            if nextEnd == source.count {
                open += 1
                if open > Self.maxOpen { break }
            }
            let end = nextEnd == source.count ? min(source.count, offset + Self.maxOpenBytes) : nextEnd
            guard let found = try? IndirectObjectReader(source: source, end: end).read(at: offset, resolveLength: { $0 }) else { continue }
            entries[found.number] = .at(offset: offset, generation: found.generation)
            if let dictionary = found.object.dictionary {
                if dictionary["Type"].name == "Catalog" { catalog = PDFReference(number: found.number, generation: found.generation) }
                if dictionary["Type"].name == "XRef" { take(dictionary) }
            }
            if case .stream(let stream) = found.object {
                if stream.dictionary["Type"].name == "ObjStm" { streams.append((found.number, stream)) }
                position = max(position, found.end)
            }
        }
        for (number, stream) in streams {
            guard let data = try? StreamFilters.decode(stream.source, stream.range, dictionary: stream.dictionary, budget: budget, resolve: { $0 }),
                let container = try? ObjectStream(data, dictionary: stream.dictionary, resolve: { $0 })
            else { continue }
            for (index, inner) in container.numbers.enumerated() {
                if entries[inner] == nil { entries[inner] = .inStream(number: number, index: index) }
                if catalog == nil, let object = try? container.object(inner, at: index), object.dictionary?["Type"].name == "Catalog" {
                    catalog = PDFReference(number: inner, generation: 0)
                }
            }
        }
        position = 0
        while let word = source.firstIndex(of: "trailer", in: position..<source.count) {
            position = word + 7
            var parser = PDFParser(source, at: position, end: source.count, isFile: true)
            if let dictionary = try? parser.object().dictionary { take(dictionary) }
        }
        if trailer["Root"].reference == nil, let catalog { trailer["Root"] = .reference(catalog) }
        guard !entries.isEmpty else { throw PDFFault.malformed("no objects in the file") }
    }

    private mutating func take(_ dictionary: PDFDictionary) {
        for key in ["Root", "Encrypt", "ID", "Info"] where !dictionary[key].isNull { trailer[key] = dictionary[key] }
    }

    /// Where `N G` before the word at `word` begins, if it does.
    private static func objectStart(before word: Int, in source: ByteSource) -> Int? {
        var index = word - 1
        func skip(_ matches: (UInt8) -> Bool) -> Bool {
            let from = index
            while index >= 0, from - index < 24, matches(source[index]) { index -= 1 }
            return index < from
        }
        let isDigit = { (byte: UInt8) in Characters.digit(byte) != nil }
        guard skip(Characters.isSpace), skip(isDigit), skip(Characters.isSpace), skip(isDigit) else { return nil }
        return index + 1
    }
}
