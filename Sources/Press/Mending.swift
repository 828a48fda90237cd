import PaperWire

/// What cairo 1.16 leaves out of a PDF, put in afterwards.
enum Mending {
    private static let catalogueMark = Array("<< /Type /Catalog\n".utf8)
    private static let startMark = Array("startxref\n".utf8)
    private static let dateMark = Array("   /CreationDate (2".utf8)
    private static let datedMark = Array("  /CreationDate(D:2".utf8)

    /// Puts the "D:" before the creation date (ISO 32000-1 §7.9.4). White space gives way, so nothing moves.
    static func markDate(in pdf: [UInt8]) -> [UInt8] {
        guard let date = lastIndex(of: dateMark, in: pdf) else { return pdf }
        var result = pdf
        result.replaceSubrange(date..<(date + dateMark.count), with: datedMark)
        return result
    }

    /// Names the document's language, which a screen reader needs to pronounce it. Cairo writes the catalogue last, so
    /// only the cross-reference table behind it moves.
    static func setLanguage(_ language: String, in pdf: [UInt8]) throws -> [UInt8] {
        // BCP 47 is letters, digits and hyphens; anything else would leave the string it is written in.
        let tag = language.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0)) }
        guard !tag.isEmpty else { return pdf }
        guard let catalogue = lastIndex(of: catalogueMark, in: pdf), let start = lastIndex(of: startMark, in: pdf), catalogue < start else {
            throw Refused(code: .badJob, detail: "cairo wrote no catalogue where one was expected")
        }
        let digits = pdf[(start + startMark.count)...].prefix { (0x30...0x39).contains($0) }
        guard let table = Int(String(decoding: digits, as: UTF8.self)), table > catalogue else {
            throw Refused(code: .badJob, detail: "cairo wrote no cross-reference table where one was expected")
        }
        let entry = Array("   /Lang (\(String(String.UnicodeScalarView(tag))))\n".utf8)
        var result = Array(pdf[..<(catalogue + catalogueMark.count)])
        result += entry
        result += pdf[(catalogue + catalogueMark.count)..<(start + startMark.count)]
        result += Array(String(table + entry.count).utf8)
        result += pdf[digits.endIndex...]
        return result
    }

    private static func lastIndex(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        var index = bytes.count - needle.count
        while index >= 0 {
            if bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index -= 1
        }
        return nil
    }
}
