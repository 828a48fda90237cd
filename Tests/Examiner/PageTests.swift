import Examiner
import Foundation
import PaperWire
import Testing

@Suite("Pages")
struct PageTests {
    private let paper = Fixtures.sample("none-unsigned.pdf")

    @Test("a page is as large as it says")
    func sizes() throws {
        let pages = try Examiner().inspect(path: paper).pages
        #expect(pages.count == 1)
        #expect(abs((pages.first?.widthPt ?? 0) - 595) < 2 && abs((pages.first?.heightPt ?? 0) - 842) < 2)
    }

    @Test("a page is drawn as wide as asked, as a PNG")
    func render() throws {
        try Fixtures.withFile([]) { output in
            let image = try Examiner().render(path: paper, page: 1, widthPx: 600, output: output)
            let bytes = try Fixtures.bytes(output)
            #expect(image.widthPx == 600 && abs(image.heightPx - 849) <= 1 && image.bytes == bytes.count)
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            #expect(Array(bytes[16..<20]) == [0, 0, 2, 88])
        }
    }

    @Test("the text is Vietnamese in NFC, and each word has its place on the page")
    func text() throws {
        let text = try Examiner().text(path: paper, page: 1)
        #expect(text.text.contains("Kính trình"))
        #expect(Array(text.text.unicodeScalars) == Array(text.text.precomposedStringWithCanonicalMapping.unicodeScalars))
        #expect(text.words.count > 20)
        for word in text.words {
            #expect(!word.text.isEmpty && word.x >= 0 && word.y >= 0 && word.x + word.width <= 1.001 && word.y + word.height <= 1.001)
        }
        let lines = text.words.prefix(2)
        #expect(lines.first.map { $0.y < 0.2 } == true, "the origin is at the top left")
    }

    @Test("pages that do not exist are refused", arguments: [0, -1, 2, Int.max])
    func noSuchPage(_ number: Int) {
        #expect(throws: Refused.self) { try Examiner().text(path: paper, page: number) }
    }

    @Test("images beyond reason are refused", arguments: [0, -5, 100_000, Int.max])
    func noSuchWidth(_ width: Int) {
        #expect(throws: Refused.self) { try Examiner().render(path: paper, page: 1, widthPx: width, output: "/dev/null") }
    }

    @Test("a document that needs a password says so")
    func encrypted() throws {
        #expect(throws: Refused(code: .encrypted, detail: "Document is encrypted")) { try Examiner().inspect(path: Fixtures.forgery("enc-user.pdf")) }
    }
}
