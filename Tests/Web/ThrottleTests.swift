import Rules
import Testing
@testable import Web

/// Contract §2: ten failures an account in five minutes, a hundred an address; successes never count.
@Suite("The throttle")
struct ThrottleTests {
    private static let start = Timestamp(ms: 1_763_800_200_125)

    private func isRefused(_ throttle: Throttle, _ account: String, _ address: String = "10.0.0.1", at now: Timestamp = Self.start) -> Int? {
        do throws(Refusal) {
            try throttle.attempt(account: account, address: address, at: now)
            return nil
        } catch {
            return error.code == .authThrottled ? Int(error.parameters["retryAfter"] ?? "") : -1
        }
    }

    @Test("the eleventh failure of an account waits, whoever knocks from wherever")
    func account() {
        let throttle = Throttle()
        for n in 0..<10 { #expect(isRefused(throttle, n.isMultiple(of: 2) ? "Admin" : "admin", "10.0.0.\(n)") == nil) }
        #expect(isRefused(throttle, "ADMIN", "10.0.1.1") == 300)
        #expect(isRefused(throttle, "other", "10.0.1.1") == nil)
    }

    @Test("the hundred-and-first failure of an address waits, whatever names it tries")
    func address() {
        let throttle = Throttle()
        for n in 0..<100 { #expect(isRefused(throttle, "name\(n)") == nil) }
        #expect(isRefused(throttle, "name100") == 300)
        #expect(isRefused(throttle, "name100", "10.0.0.2") == nil)
    }

    @Test("after five minutes it goes on, and the wait that was told is long enough and not longer")
    func window() throws {
        let throttle = Throttle()
        for n in 0..<10 { _ = isRefused(throttle, "a", at: Self.start + Int64(n)) }
        let now = Self.start + 100
        let wait = try #require(isRefused(throttle, "a", at: now))
        #expect(wait == 200)
        #expect(isRefused(throttle, "a", at: now + Int64(wait - 1)) == 1)
        #expect(isRefused(throttle, "a", at: now + Int64(wait)) == nil)
        // One place became free, not all.
        #expect(isRefused(throttle, "a", at: now + Int64(wait)) == 1)
    }

    @Test("a success takes its own attempt back, not the failures before it")
    func successes() {
        let throttle = Throttle()
        for n in 0..<500 {
            let now = Self.start + Int64(n) / 10
            #expect(isRefused(throttle, "busy", "10.0.0.\(n)", at: now) == nil)
            throttle.succeeded(account: "busy", address: "10.0.0.\(n)", at: now)
        }
        for _ in 0..<9 { _ = isRefused(throttle, "busy") }
        #expect(isRefused(throttle, "busy", at: Self.start + 1) == nil)
        throttle.succeeded(account: "busy", address: "10.0.0.1", at: Self.start + 1)
        #expect(isRefused(throttle, "busy", at: Self.start + 2) == nil)
        #expect(isRefused(throttle, "busy", at: Self.start + 2) != nil)
    }

    @Test("many at once do not slip through")
    func atOnce() async {
        let throttle = Throttle()
        let passed = await withTaskGroup(of: Bool.self) { group in
            for n in 0..<200 { group.addTask { isRefused(throttle, "admin", "10.0.0.\(n)") == nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(passed == 10)
    }

    @Test("a flood of names does not set a guarded account free")
    func flood() {
        let throttle = Throttle()
        for _ in 0..<10 { _ = isRefused(throttle, "admin") }
        for n in 0..<(Throttle.maxNames + 2000) { _ = isRefused(throttle, "flood\(n)", "2001:db8::\(n)") }
        #expect(isRefused(throttle, "admin", "10.9.9.9") != nil)
    }
}
