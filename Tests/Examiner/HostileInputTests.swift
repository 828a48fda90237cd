import Examiner
import Foundation
import PaperWire
import Testing

@Suite("Hostile input")
struct HostileInputTests {
    struct Input: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var bytes: [UInt8]
        init(_ name: String, _ text: String) {
            testDescription = name
            bytes = Array(text.utf8)
        }
    }

    static let catalog = "1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/MediaBox[0 0 9 9]>>\nendobj\n"
    static let end = "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"

    static func signature(_ value: String) -> String { "%PDF-1.7\n\(catalog)4 0 obj\n<</FT/Sig/T(a)/V 5 0 R>>\nendobj\n5 0 obj\n\(value)\nendobj\n\(end)" }

    static func range(_ numbers: String, contents: String = "3000") -> String {
        signature("<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[\(numbers)]/Contents<\(contents)>>>")
    }

    static let inputs = [
        Input("nothing", ""),
        Input("one byte", "%"),
        Input("a header alone", "%PDF-1.7\n"),
        Input("text", String(repeating: "Nghị quyết ", count: 1000)),
        Input("deep arrays", "%PDF-1.7\n1 0 obj\n\(String(repeating: "[", count: 50_000))\nendobj\n\(end)"),
        Input("deep dictionaries", signature(String(repeating: "<</A", count: 50_000))),
        Input("a page tree in a circle", "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]>>\nendobj\n\(end)"),
        Input("fields in a circle", "%PDF-1.7\n\(catalog)4 0 obj\n<</FT/Sig/Kids[4 0 R 5 0 R]>>\nendobj\n5 0 obj\n<</Kids[4 0 R]/V 5 0 R>>\nendobj\n\(end)"),
        Input("references in a circle", "%PDF-1.7\n1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\n\(end)"),
        Input("a cross-reference in a circle", "%PDF-1.7\nxref\n0 0\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"),
        Input("a table of a hundred billion", "%PDF-1.7\nxref\n0 99999999999\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
        Input("ByteRange 2^63", range("0 9223372036854775807 9223372036854775807 9223372036854775807")),
        Input("ByteRange 2^64", range("0 18446744073709551616 1 1")),
        Input("ByteRange negative", range("0 -5 10 20")),
        Input("ByteRange of names", range("/a /b /c /d")),
        Input("ByteRange of references in a circle", range("5 0 R 5 0 R 5 0 R 5 0 R")),
        Input("deep DER", range("0 10 20 30", contents: String(repeating: "3080", count: 5000))),
        Input("DER longer than everything", range("0 10 20 30", contents: "3088ffffffffffffffff06")),
        Input("strings without end", "%PDF-1.7\n" + (0..<5000).map { "\($0) 0 obj<</A(\n" }.joined() + end),
        Input("streams without end", "%PDF-1.7\n" + String(repeating: "1 0 obj<<>>stream\n", count: 5000) + end),
        Input("a stream that is its own length", signature("<</Length 5 0 R>>stream\nx\nendstream")),
    ]

    @Test("it is refused or fails, in good time", arguments: inputs)
    func verify(_ input: Input) throws {
        let began = ContinuousClock.now
        try Fixtures.withFile(input.bytes) { path in
            do {
                let verdict = try Examiner().verify(path: path, policy: Fixtures.policy(Fixtures.signatures))
                #expect(verdict.indication != .passed)
            } catch is Refused {
                return
            }
        }
        #expect(ContinuousClock.now - began < .seconds(5))
    }

    @Test("it is refused as a signature too", arguments: inputs)
    func detached(_ input: Input) throws {
        try Fixtures.withFile(input.bytes) { path in
            #expect(throws: Refused.self) {
                try Examiner().verifyDetached(signature: path, content: Fixtures.sample("cades-ok.content.txt"), policy: Fixtures.policy(Fixtures.signatures))
            }
        }
    }

    @Test("a file that is not there is the server's mistake")
    func missing() {
        #expect(throws: Refused.self) { try Examiner().inspect(path: "/no/such/file.pdf") }
        #expect(throws: Refused.self) { try Examiner().verify(path: "/no/such/file.pdf", policy: Fixtures.policy(Fixtures.signatures)) }
        #expect(throws: Refused.self) { try Examiner().inspect(path: Fixtures.signatures.path) }
    }
}
