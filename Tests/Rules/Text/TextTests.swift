import Foundation
import Rules
import Testing

@Suite("Text")
struct TextTests {
    @Test("numbers as each language writes them")
    func digits() {
        #expect(Digits.grouped(0) == "0" && Digits.grouped(999) == "999" && Digits.grouped(1234) == "1.234" && Digits.grouped(-1_234_567) == "-1.234.567")
        #expect(Digits.grouped(1_234_567, in: .english) == "1,234,567")
        #expect(Digits.decimal(12345, places: 1) == "1.234,5" && Digits.decimal(5, places: 2) == "0,05" && Digits.decimal(-5, places: 1) == "-0,5")
        #expect(Digits.decimal(12345, places: 1, in: .english) == "1,234.5")
        #expect(Digits.grouped(Int.min) == "-9.223.372.036.854.775.808")
    }

    @Test("what is typed without marks finds what is written with them", arguments: [
        ("Quyết định", "quyet dinh"), ("ĐẤT DỊCH VỤ", "dat dich vu"), ("Phường Láng – Hạ", "phuong lang – ha"), ("Nguyễn Thị Thuỷ", "nguyen thi thuy"),
        ("Ủy ban nhân dân", "uy ban nhan dan"), ("dự thảo v2.pdf", "du thao v2.pdf"), ("", ""),
    ])
    func folding(text: String, folded: String) {
        #expect(Folding.key(text) == folded)
        #expect(Folding.key(text.decomposedStringWithCanonicalMapping) == folded)
        #expect(Folding.key(folded) == folded)
    }

    @Test("every letter of the alphabet with every tone folds to its base")
    func alphabet() {
        let bases = ["a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"]
        for (base, letters) in bases {
            for letter in letters {
                for tone in ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"] {
                    let composed = (String(letter) + tone).precomposedStringWithCanonicalMapping
                    #expect(Folding.key(composed) == base)
                    #expect(Folding.key(composed.uppercased()) == base)
                }
            }
        }
    }
}
