@testable import Examiner
import Testing

@Suite("Syntax")
struct SyntaxTests {
    private func parse(_ text: String) throws -> PDFObject {
        let source = ByteSource(Array(text.utf8))
        var parser = PDFParser(source, at: 0, end: source.count, isFile: true)
        return try parser.object()
    }

    @Test("names are told apart byte by byte")
    func names() throws {
        #expect(try parse("/A#20B").name == "A B")
        #expect(try parse("/A#zzB").name == "A#zzB")
        #expect(try parse("/Sig").name != parse("/sig").name)
    }

    @Test("strings unfold their escapes")
    func strings() throws {
        #expect(try parse("(a\\(b\\)\\101\\n(c))").string?.bytes == Array("a(b)A\n(c)".utf8))
        #expect(try parse("<48 65 6c6C6>").string?.bytes == Array("Hell`".utf8))
        #expect(throws: PDFFault.self) { try parse("(a") }
        #expect(throws: PDFFault.self) { try parse("<4g>") }
    }

    @Test("an integer too large is no integer")
    func integers() throws {
        #expect(try parse("-17").integer == -17)
        #expect(try parse("9223372036854775807").integer == .max)
        #expect(try parse("9223372036854775808").integer == nil)
        #expect(try parse("12 0 R").reference == PDFReference(number: 12, generation: 0))
        #expect(throws: PDFFault.self) { try parse("1e5x") }
    }

    @Test("a key given twice is remembered")
    func duplicates() throws {
        #expect(try parse("<</A 1/B 2/A 3>>").dictionary?.hasDuplicateKeys == true)
        #expect(try parse("<</A 1/B 2>>").dictionary?.hasDuplicateKeys == false)
    }

    @Test("dates have zones, and impossible dates are none")
    func dates() {
        #expect(PDFText.date(Array("D:20260304141500+07'00'".utf8))?.rfc3339 == "2026-03-04T07:15:00Z")
        #expect(PDFText.date(Array("D:2026".utf8))?.rfc3339 == "2026-01-01T00:00:00Z")
        #expect(PDFText.date(Array("D:20260230".utf8)) == nil)
        #expect(Instant(year: 2024, month: 2, day: 29)?.rfc3339 == "2024-02-29T00:00:00Z")
        #expect(Instant(year: 2026, month: 3, day: 4, hour: 23)?.dayInVietnam == "5/3/2026")
    }

    @Test("DER of any bytes is read or refused, never worse")
    func der() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = try? SignedData(bytes)
            _ = Certificate(bytes)
            _ = CertificateList(bytes)
            _ = OCSPResponse(bytes)
        }
    }

    @Test("bytes before the header shift the offsets, and the file is read all the same")
    func shifted() throws {
        let source = ByteSource(Array("junk from a mail gateway\n".utf8) + (try Fixtures.bytes(Fixtures.sample("none-unsigned.pdf"))))
        let document = try PDFDocument(source, end: source.count, budget: Budget())
        #expect(!document.isRepaired)
        #expect(try PageTree(document).pages().count == 1)
    }

    @Test("object identifiers are written in dots")
    func identifiers() {
        #expect(OID(content: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02])?.description == "1.2.840.113549.1.7.2")
        #expect(OID(content: [0x88, 0x37])?.description == "2.999")
        #expect(OID(content: [0x80 | 1]) == nil)
    }
}
