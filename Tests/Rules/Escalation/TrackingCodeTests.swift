import Foundation
import Rules
import Testing

@Suite("Tracking codes")
struct TrackingCodeTests {
    static func draw(_ random: inout Seeded) -> TrackingCode {
        let date = CivilDate(year: Int.random(in: 2024...2035, using: &random), month: Int.random(in: 1...12, using: &random), day: 1)!
        return TrackingCode(receivedOn: date, random: (0..<5).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    @Test("shape, and what the month says")
    func shape() throws {
        let code = TrackingCode(receivedOn: try #require(CivilDate(iso: "2026-11-23")), random: [0, 0, 0, 0, 0])
        #expect(code.description.wholeMatch(of: /HN2611-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]/) != nil)
        #expect(code.description.hasPrefix("HN2611-0000000"))
        #expect(try JSONDecoder().decode([TrackingCode].self, from: JSONEncoder().encode([code])) == [code])
    }

    @Test("what is given out is read back, however it is typed")
    func reading() {
        var random = Seeded(1)
        for _ in 0..<5000 {
            let code = Self.draw(&random)
            let text = code.description
            let typed = [
                text, text.lowercased(), text.filter { $0 != "-" }, " \(text) ", text.replacingOccurrences(of: "-", with: " – "), text.replacingOccurrences(of: "0", with: "o"),
                text.replacingOccurrences(of: "1", with: "l"), text.replacingOccurrences(of: "1", with: "I"),
            ]
            for typed in typed { #expect(TrackingCode(typed) == code, "\(typed)") }
        }
    }

    @Test("every single wrong character and every swap of neighbours is found")
    func errors() {
        var random = Seeded(2)
        let symbols = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*-–đ")
        for _ in 0..<300 {
            let code = Self.draw(&random)
            let right = Array(code.description.filter { $0 != "-" })
            for place in right.indices {
                for symbol in symbols {
                    var wrong = right
                    wrong[place] = symbol
                    // O, I and L are read as the digits they are mistaken for: that is the same code, not another.
                    if let read = TrackingCode(String(wrong)) { #expect(read == code) }
                }
                guard place + 1 < right.count, right[place] != right[place + 1] else { continue }
                var swapped = right
                swapped.swapAt(place, place + 1)
                #expect(TrackingCode(String(swapped)) == nil, "\(String(swapped)) for \(code)")
            }
        }
    }

    @Test(
        "junk is none",
        arguments: ["", "HN", "HN2611-7K3QX9MD", "HN2613-7K3QX9MD-R", "XX2611-7K3QX9MD-R", "HN2611-7K3QX9MDR-RR", "ＨＮ2611-7K3QX9MD-R", "HN2611-7K3QX9UD-R", String(repeating: "H", count: 10_000)])
    func junk(text: String) { #expect(TrackingCode(text) == nil) }

    @Test("draws spread over the whole space")
    func spread() {
        var random = Seeded(3)
        let date = CivilDate(iso: "2026-11-23")!
        var codes: Set<String> = []
        var last: [Character: Int] = [:]
        for _ in 0..<20_000 {
            let code = TrackingCode(receivedOn: date, random: (0..<5).map { _ in UInt8.random(in: 0...255, using: &random) })
            codes.insert(code.description)
            last[Array(code.description)[14], default: 0] += 1
        }
        #expect(codes.count == 20_000)
        #expect(last.count == 32 && last.values.allSatisfy { $0 > 350 && $0 < 900 })
    }
}
