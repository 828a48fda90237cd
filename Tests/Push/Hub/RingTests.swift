import Rules
import Store
import Testing

@testable import Push

@Suite struct RingTests {
    private func entries(_ range: ClosedRange<Int64>, bytes: Int = 10) -> [Entry] { range.map { Entry.sample($0, bytes: bytes) } }

    @Test("a ring holds the newest, and knows its head when it holds nothing")
    func bounded() {
        var ring = Ring(head: 4, maxEvents: 3, maxBytes: 10_000)
        #expect(ring.first == 5 && ring.head == 4 && !ring.holds(4))
        ring.append(entries(5...9))
        #expect(ring.first == 7 && ring.head == 9 && ring.count == 3)
        #expect(ring.entries(from: 8).map(\.seq) == [8, 9])
        #expect(ring.entries(from: 10).isEmpty)
        ring.reset(head: 20)
        #expect(ring.first == 21 && ring.count == 0)
    }

    @Test("large events push out more of the old, but the newest is always held")
    func bytes() {
        var ring = Ring(head: 0, maxEvents: 100, maxBytes: 2500)
        ring.append(entries(1...10, bytes: 1000))
        #expect(ring.count == 2 && ring.head == 10)
        ring.append([.sample(11, bytes: 9000)])
        #expect(ring.count == 1 && ring.holds(11))
    }
}

extension Entry {
    static func sample(_ seq: Int64, audience: Audience = .room, bytes: Int = 0, isGate: Bool = false) -> Entry {
        Entry(
            LoggedEvent(stream: .meeting, seq: seq, kind: "k", at: 0, actor: "clock", audience: audience.description, body: ""),
            data: "\"" + String(repeating: "x", count: bytes) + "\"", isGate: isGate)
    }
}
