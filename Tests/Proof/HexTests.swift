import Testing
import Proof

@Suite("Hexadecimal")
struct HexTests {
    @Test("every byte has its two lower-case digits and comes back")
    func everyByte() {
        for byte in UInt8.min...UInt8.max {
            let text = Hex.encode([byte])
            #expect(text.count == 2)
            #expect(text == text.lowercased())
            #expect(Hex.decode(text) == [byte])
            #expect(Hex.decode(text.uppercased()) == [byte])
        }
        #expect(Hex.encode([0x00, 0x0F, 0xF0, 0xFF]) == "000ff0ff")
    }

    @Test("random bytes come back as they were")
    func roundTrip() {
        var random = SplitMix(seed: 16)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }

    @Test("nothing means nothing")
    func empty() {
        #expect(Hex.encode([]) == "")
        #expect(Hex.decode("") == [])
    }

    @Test("what is no hexadecimal is nil", arguments: ["0", "abc", "0g", "g0", " 00", "00 ", "0x00", "--", "０１", "é", "zz", "a\u{301}1"])
    func notHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
