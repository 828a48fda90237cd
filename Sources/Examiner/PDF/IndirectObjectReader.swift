/// Reads `N G obj … endobj` at a place in the file.
struct IndirectObjectReader {
    struct Found {
        var number: Int
        var generation: Int
        var object: PDFObject
        /// Behind `endobj`, or behind the value where that word is missing.
        var end: Int
        /// Something is not as the standard says, although the object could be read.
        var isIrregular: Bool
    }

    let source: ByteSource
    let end: Int

    func read(at offset: Int, resolveLength: (PDFObject) throws -> PDFObject) throws -> Found {
        var parser = PDFParser(source, at: offset, end: end, isFile: true)
        guard let number = parser.plainInteger(), let generation = parser.plainInteger(), parser.accept("obj") else {
            throw PDFFault.malformed("no object at offset \(offset)")
        }
        var object: PDFObject = .null
        var isIrregular = false
        if !parser.accept("endobj") {
            object = try parser.object()
            if case .dictionary(let dictionary) = object, parser.accept("stream") {
                let reference = PDFReference(number: number, generation: generation)
                let (stream, isExact) = try body(of: dictionary, reference, &parser, resolveLength)
                object = .stream(stream)
                isIrregular = !isExact
            }
            if !parser.accept("endobj") { isIrregular = true }
        }
        return Found(number: number, generation: generation, object: object, end: parser.position, isIrregular: isIrregular)
    }

    private func body(
        of dictionary: PDFDictionary, _ reference: PDFReference, _ parser: inout PDFParser, _ resolveLength: (PDFObject) throws -> PDFObject
    ) throws -> (PDFStream, isExact: Bool) {
        if parser.next == 0x0D { parser.position += 1 }
        if parser.next == 0x0A { parser.position += 1 }
        let start = parser.position
        if let length = try resolveLength(dictionary["Length"]).integer, length >= 0, length <= end - start {
            var after = PDFParser(source, at: start + length, end: end, isFile: true)
            if after.accept("endstream") {
                parser.position = after.position
                return (PDFStream(dictionary: dictionary, source: source, range: start..<(start + length), reference: reference), true)
            }
        }
        guard let stop = source.firstIndex(of: "endstream", in: start..<end) else { throw PDFFault.malformed("a stream does not end") }
        parser.position = stop + 9
        var last = stop
        if last > start, source[last - 1] == 0x0A { last -= 1 }
        if last > start, source[last - 1] == 0x0D { last -= 1 }
        return (PDFStream(dictionary: dictionary, source: source, range: start..<last, reference: reference), false)
    }
}
