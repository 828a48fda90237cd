/// Reads PDF syntax (ISO 32000-2 §7.2, §7.3) at a place in some bytes, never beyond `end`.
struct PDFParser {
    static let maxNesting = 96

    let source: ByteSource
    let end: Int
    var position: Int
    /// Whether string positions are those of the file.
    let isFile: Bool

    init(_ source: ByteSource, at position: Int, end: Int, isFile: Bool) {
        self.source = source
        self.end = min(end, source.count)
        self.position = max(position, 0)
        self.isFile = isFile
    }

    var next: UInt8? { position < end ? source[position] : nil }

    mutating func skipSpace() {
        while position < end {
            let byte = source[position]
            if Characters.isSpace(byte) {
                position += 1
            } else if byte == UInt8(ascii: "%") {
                while position < end, source[position] != 0x0A, source[position] != 0x0D { position += 1 }
            } else {
                return
            }
        }
    }

    /// Steps over `word` if it stands here and ends here.
    mutating func accept(_ word: StaticString) -> Bool {
        skipSpace()
        guard source.starts(with: word, at: position, before: end) else { return false }
        let after = position + word.utf8CodeUnitCount
        if after < end, Characters.isRegular(source[after]) { return false }
        position = after
        return true
    }

    /// A non-negative integer without sign, as offsets and object numbers are written.
    mutating func plainInteger() -> Int? {
        skipSpace()
        var value = 0
        let start = position
        while position < end, let digit = Characters.digit(source[position]) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow2) = product.addingReportingOverflow(digit)
            if overflow || overflow2 {
                position = start
                return nil
            }
            value = sum
            position += 1
        }
        return position > start ? value : nil
    }

    mutating func object(nesting: Int = 0) throws -> PDFObject {
        guard nesting <= Self.maxNesting else { throw PDFFault.tooComplex("values nest deeper than \(Self.maxNesting)") }
        skipSpace()
        guard let byte = next else { throw PDFFault.malformed("a value is missing at the end") }
        switch byte {
        case UInt8(ascii: "/"): return .name(try name())
        case UInt8(ascii: "("): return .string(try literalString())
        case UInt8(ascii: "<"):
            if position + 1 < end, source[position + 1] == UInt8(ascii: "<") { return .dictionary(try dictionary(nesting: nesting)) }
            return .string(try hexadecimalString())
        case UInt8(ascii: "["): return .array(try array(nesting: nesting))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try referenceOrNumber()
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return try number()
        default:
            if accept("null") { return .null }
            if accept("true") { return .boolean(true) }
            if accept("false") { return .boolean(false) }
            throw PDFFault.malformed("no value at offset \(position)")
        }
    }

    private mutating func referenceOrNumber() throws -> PDFObject {
        let start = position
        if let number = plainInteger(), let byte = next, Characters.isSpace(byte), let generation = plainInteger(), generation <= 65_535,
            let byte = next, Characters.isSpace(byte), accept("R") {
            return .reference(PDFReference(number: number, generation: generation))
        }
        position = start
        return try number()
    }

    private mutating func number() throws -> PDFObject {
        let start = position
        while position < end, Characters.isRegular(source[position]) { position += 1 }
        let text = String(decoding: source.bytes(start..<position), as: UTF8.self)
        if let value = Int(text) { return .integer(value) }
        if text.utf8.allSatisfy({ Characters.digit($0) != nil || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }),
            let value = Double(text.hasSuffix(".") ? text + "0" : text) {
            return .real(value)
        }
        throw PDFFault.malformed("no number at offset \(start)")
    }

    private mutating func array(nesting: Int) throws -> [PDFObject] {
        position += 1
        var values: [PDFObject] = []
        while true {
            skipSpace()
            guard let byte = next else { throw PDFFault.malformed("an array does not end") }
            if byte == UInt8(ascii: "]") {
                position += 1
                return values
            }
            values.append(try object(nesting: nesting + 1))
        }
    }

    private mutating func dictionary(nesting: Int) throws -> PDFDictionary {
        position += 2
        var dictionary = PDFDictionary(entries: [:])
        while true {
            skipSpace()
            guard let byte = next else { throw PDFFault.malformed("a dictionary does not end") }
            if byte == UInt8(ascii: ">") {
                guard position + 1 < end, source[position + 1] == UInt8(ascii: ">") else { throw PDFFault.malformed("a dictionary ends with a single >") }
                position += 2
                return dictionary
            }
            guard byte == UInt8(ascii: "/") else { throw PDFFault.malformed("a dictionary key is no name at offset \(position)") }
            let key = try name()
            if dictionary.entries.updateValue(try object(nesting: nesting + 1), forKey: key) != nil { dictionary.hasDuplicateKeys = true }
        }
    }
}

