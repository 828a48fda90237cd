import Foundation
import Rules
import Testing
@testable import Cabinet

@Suite("Free text on its way in")
struct TextTests {
    @Test("text is normal form C, trimmed and free of control characters; line breaks stay", arguments: [
        ("  Nghị quyết \n", "Nghị quyết"), ("Nghi\u{323} quye\u{302}\u{301}t", "Nghị quyết"), ("a\u{7}b\u{1B}[31m", "ab[31m"), ("một\nhai", "một\nhai"),
        ("một\r\nhai\r\n\r\nba", "một\nhai\n\nba"), ("một\rhai", "một\nhai"), ("a\u{0}b", "ab"), ("a\tb", "ab"), ("👩‍👩‍👧 họp", "👩‍👩‍👧 họp"),
    ])
    func cleaned(raw: String, clean: String) throws {
        let checked = try Text.checked(raw, at: "/x", limit: 100)
        #expect(checked.unicodeScalars.elementsEqual(clean.unicodeScalars), "\(checked.debugDescription)")
    }

    @Test("cleaning twice is cleaning once", arguments: 0..<200 as Range<UInt64>)
    func idempotent(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let pieces = ["a", "ệ", "e\u{323}\u{302}", " ", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{200B}", "đ", "\u{301}", "漢", "\u{85}", "\u{2028}"]
        let raw = (0..<Int.random(in: 0...20, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
        let once = try Text.checked(raw, at: "/x", limit: 100, mayBeEmpty: true)
        let twice = try Text.checked(once, at: "/x", limit: 100, mayBeEmpty: true)
        #expect(once.unicodeScalars.elementsEqual(twice.unicodeScalars))
        #expect(!once.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test("empty is refused unless it may be, too long always; the limit counts letters as people do")
    func limits() throws {
        #expect(throws: Refusal.invalid("/x", "field.required")) { try Text.checked(" \r\n\u{0} ", at: "/x", limit: 5) }
        #expect(try Text.checked(" ", at: "/x", limit: 5, mayBeEmpty: true) == "")
        #expect(try Text.checked("Nghị ", at: "/x", limit: 4) == "Nghị")
        #expect(throws: Refusal.invalid("/x", "field.too-long", ["maximum": "4"])) { try Text.checked("Nghịa", at: "/x", limit: 4) }
    }
}
