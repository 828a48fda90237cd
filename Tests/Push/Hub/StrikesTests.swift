import NIOCore
import Testing

@testable import Push

@Suite struct StrikesTests {
    private func outcomes(at seconds: [Int64]) -> [Bool] {
        var strikes = Strikes(limit: 10, window: .seconds(60))
        return seconds.map { strikes.strike(now: NIODeadline.uptimeNanoseconds(1_000_000_000) + .seconds($0)) }
    }

    @Test("the tenth mistake within a minute is one too many")
    func ten() {
        #expect(outcomes(at: [0, 1, 2, 3, 4, 5, 6, 7, 8, 59]) == Array(repeating: false, count: 9) + [true])
    }

    @Test("mistakes more than a minute old are forgiven")
    func forgiven() {
        #expect(!outcomes(at: (0..<100).map { $0 * 7 }).contains(true))
    }
}
