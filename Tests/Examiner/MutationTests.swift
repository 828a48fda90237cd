import Examiner
import Foundation
import PaperWire
import Testing

@Suite("Damaged copies of good documents")
struct MutationTests {
    /// Wholly signed, so that no byte outside the signature's own container may change.
    static let good = ["ok-bb-rsa2048.pdf", "ok-adbe-detached.pdf", "ok-bt.pdf", "ok-name-bmpstring.pdf", "ok-three-drafter-head-seal.pdf"]

    @Test("a changed byte is never passed over", arguments: good)
    func byteFlips(_ name: String) throws {
        let original = try Fixtures.bytes(Fixtures.sample(name))
        let gaps = Self.hexadecimalRuns(original)
        var random = SeededGenerator(seed: 20_260_305)
        for _ in 0..<30 {
            let place = Int.random(in: 0..<original.count, using: &random)
            guard !gaps.contains(where: { $0.contains(place) }) else { continue }
            var bytes = original
            bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            #expect(try !Self.passes(bytes), "offset \(place)")
        }
    }

    @Test("a file cut short is never passed", arguments: good)
    func truncation(_ name: String) throws {
        let original = try Fixtures.bytes(Fixtures.sample(name))
        for cut in [1, 2, 6, 7, 40, 300, 1500, 5000, 20_000, original.count / 2, original.count - 10] {
            let bytes = Array(original.dropLast(cut))
            // The last line end is no content; the samples sign it all the same.
            #expect(try !Self.passes(bytes), "\(cut) bytes less")
        }
    }

    @Test("bytes put in anywhere are never passed over", arguments: good)
    func insertions(_ name: String) throws {
        let original = try Fixtures.bytes(Fixtures.sample(name))
        let gaps = Self.hexadecimalRuns(original)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<12 {
            let place = Int.random(in: 0..<original.count, using: &random)
            guard !gaps.contains(where: { $0.contains(place) }) else { continue }
            var bytes = original
            bytes.insert(contentsOf: Array("(x)".utf8), at: place)
            #expect(try !Self.passes(bytes), "offset \(place)")
        }
    }

    @Test("what follows the end is never passed over", arguments: good)
    func appended(_ name: String) throws {
        let original = try Fixtures.bytes(Fixtures.sample(name))
        for tail in ["x", "\n99 0 obj\n<</Type/Page>>\nendobj\n", "\n%%EOF\ntrailer<</Root 1 0 R>>", "\nstartxref\n0\n%%EOF\n", "\nxref\n0 0\ntrailer<<>>\nstartxref\n9\n%%EOF"] {
            #expect(try !Self.passes(original + Array(tail.utf8)), "\(tail)")
        }
    }

    @Test("line ends behind the end are no change", arguments: good)
    func lineEnds(_ name: String) throws {
        #expect(try Self.passes(try Fixtures.bytes(Fixtures.sample(name)) + Array("\r\n\n".utf8)))
    }

    @Test("a signature value in other letters is the same value", arguments: good)
    func letterCase(_ name: String) throws {
        var bytes = try Fixtures.bytes(Fixtures.sample(name))
        for run in Self.hexadecimalRuns(bytes).suffix(1) {
            for index in run where bytes[index] >= UInt8(ascii: "a") && bytes[index] <= UInt8(ascii: "f") { bytes[index] -= 32 }
        }
        #expect(try Self.passes(bytes))
    }

    private static func passes(_ bytes: [UInt8]) throws -> Bool {
        try Fixtures.withFile(bytes) { path in
            do {
                return try Examiner().verify(path: path, policy: Fixtures.policy(Fixtures.signatures)).indication == .passed
            } catch is Refused {
                return false
            }
        }
    }

    /// Where long hexadecimal strings stand: the signatures themselves.
    static func hexadecimalRuns(_ bytes: [UInt8]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            let isHexadecimal = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
            if isHexadecimal {
                start = start ?? index
            } else {
                if let begin = start, index - begin > 2000 { runs.append(begin..<index) }
                start = nil
            }
        }
        return runs
    }
}
