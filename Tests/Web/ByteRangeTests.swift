import HTTPTypes
import Hummingbird
import HummingbirdCore
import Testing
@testable import Web

/// RFC 9110 §14.1.2 and §14.2.
@Suite("Byte ranges")
struct ByteRangeTests {
    @Test("ranges are read as the RFC writes them", arguments: [
        ("bytes=0-0", .part(0..<1)), ("bytes=0-99", .part(0..<100)), ("bytes=0-", .part(0..<100)), ("bytes=99-", .part(99..<100)), ("bytes=10-19", .part(10..<20)),
        ("bytes=90-1000", .part(90..<100)), ("bytes=-1", .part(99..<100)), ("bytes=-100", .part(0..<100)), ("bytes=-1000", .part(0..<100)),
        ("bytes=100-", .unsatisfiable), ("bytes=100-200", .unsatisfiable), ("bytes=-0", .unsatisfiable),
        ("bytes=5-4", .whole), ("bytes=-", .whole), ("bytes=", .whole), ("bytes=a-b", .whole), ("bytes=0-1,5-6", .whole), ("pages=0-1", .whole), ("", .whole), ("bytes=--1", .whole),
        ("bytes=0-9-", .whole), ("bytes= 0-9", .whole), ("bytes=+1-2", .whole), ("bytes=99999999999999999999-", .whole), ("bytes=0-99999999999999999999", .whole),
    ] as [(String, ByteRange)])
    func table(header: String, range: ByteRange) {
        #expect(ByteRange.parse(header, bytes: 100) == range)
    }

    @Test("nothing has no satisfiable range", arguments: ["bytes=0-", "bytes=0-0", "bytes=-1", "bytes=-0"])
    func empty(header: String) {
        #expect(ByteRange.parse(header, bytes: 0) == .unsatisfiable)
    }

    @Test("whatever the header says, the range lies within the bytes and is not empty", arguments: 0..<30 as Range<UInt64>)
    func within(seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<200 {
            let pieces = ["bytes=", "bytes", "=", "-", "0", "1", "99", "100", "9223372036854775807", "9223372036854775808", ",", " ", "x"]
            let header = (Bool.random(using: &random) ? "bytes=" : "") + (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
            let bytes = [0, 1, 100, Int.max].randomElement(using: &random)!
            if case .part(let range) = ByteRange.parse(header, bytes: bytes) {
                #expect(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= bytes, "\(header) of \(bytes)")
            }
        }
    }

    @Test("a range under another If-Range is the whole")
    func ifRange() {
        func range(_ condition: String?) -> ByteRange {
            var headers: HTTPFields = [.range: "bytes=0-9"]
            headers[.ifRange] = condition
            return ByteRange.of(.to("/x", headers), bytes: 100, tag: "\"abc\"")
        }
        #expect(range(nil) == .part(0..<10) && range("\"abc\"") == .part(0..<10))
        #expect(range("\"abd\"") == .whole && range("Wed, 21 Oct 2026 07:28:00 GMT") == .whole && range("W/\"abc\"") == .whole)
        #expect(ByteRange.of(.to("/x"), bytes: 100, tag: "\"abc\"") == .whole)
    }
}
