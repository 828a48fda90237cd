import Testing
import Proof

@Suite("The receipt code")
struct ReceiptCodeTests {
    @Test("a ballot's digest and code are those of the format, for ever")
    func golden() {
        let digest = ReceiptCode.digest(of: ["m1", "i1", "p1", "1", "u7", "for", "1763800200125", "000102030405060708090a0b0c0d0e0f"])
        #expect(Hex.encode(digest) == "6e559e5b9a7a08bf3158360155bdbe02244bc631a1403b7cebd387fa35ab100c")
        #expect(ReceiptCode.of(digest) == "DSAS-WPWT")
    }

    @Test("forty bits become eight letters of Crockford's alphabet, most significant first")
    func letters() {
        #expect(ReceiptCode.of([0, 0, 0, 0, 0]) == "0000-0000")
        #expect(ReceiptCode.of([0xFF, 0xFF, 0xFF, 0xFF, 0xFF]) == "ZZZZ-ZZZZ")
        #expect(ReceiptCode.of([1, 2, 3, 4, 5]) == "0410-6105")
    }

    @Test("only the first forty bits count, and no letter can be misread")
    func shape() {
        var random = SplitMix(seed: 40)
        for _ in 0..<500 {
            let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let code = ReceiptCode.of(bytes)
            #expect(code.count == 9)
            #expect(code.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains($0) })
            #expect(code == ReceiptCode.of(Array(bytes.prefix(5))))
        }
    }

    @Test("a text cannot slide from one field of a ballot into the next")
    func injective() {
        #expect(ReceiptCode.digest(of: ["ab", "c"]) != ReceiptCode.digest(of: ["a", "bc"]))
        #expect(ReceiptCode.digest(of: ["a", ""]) != ReceiptCode.digest(of: ["", "a"]))
        #expect(ReceiptCode.digest(of: ["a"]) != ReceiptCode.digest(of: ["a", ""]))
    }
}
