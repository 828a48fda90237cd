import Rules
import Testing
@testable import Web

/// Sixty posts an address in ten minutes, whoever stands behind it.
@Suite("The throttle of what is sent without an account")
struct PublicThrottleTests {
    private static let start = Timestamp(ms: 1_763_800_200_125)
    private let throttle = PublicThrottle()

    private func send(_ times: Int, from address: String = "10.0.0.1", at now: Timestamp = Self.start) {
        for _ in 0..<times { throttle.count(address: address, at: now) }
    }

    @Test("the sixty-first waits, another address does not")
    func limit() {
        send(59)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start) == nil)
        send(1)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start) == 10)
        #expect(throttle.wait(address: "10.0.0.2", at: Self.start) == nil)
    }

    @Test("the wait is told in whole minutes, is long enough and frees one place at a time")
    func window() {
        send(1)
        send(59, at: Self.start + 60)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start + 90) == 9)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start + 599) == 1)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start + 600) == nil)
        send(1, at: Self.start + 600)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start + 600) == 1)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start + 660) == nil)
    }

    @Test("asking is not counted, and a flood beyond the limit does not lengthen the wait")
    func flood() {
        for _ in 0..<200 { #expect(throttle.wait(address: "10.0.0.1", at: Self.start) == nil) }
        send(5000)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start) == 10)
        #expect(throttle.wait(address: "10.0.0.1", at: Self.start + 600) == nil)
    }

    @Test("what is remembered is bounded: quiet addresses go first, the limit of a busy one stays")
    func bound() {
        for n in 0...PublicThrottle.maxAddresses { send(1, from: "old\(n)") }
        let now = Self.start + 601
        send(60, from: "busy", at: now)
        #expect(throttle.wait(address: "busy", at: now) != nil)
        #expect(throttle.wait(address: "old1", at: now) == nil)
    }
}
