import NIOCore
import Rules
import Store
import Testing

@testable import Push

@Suite struct LoopFanoutTests {
    /// A fan-out whose event loop turns when told to.
    private final class Bench {
        var work: [() -> Void] = []
        var pages: [Int64] = []
        var questions: [(subscription: SubscriptionID, round: Int, asOf: Int64)] = []
        var outlets: [FakeOutlet] = []
        let meter = Meter()
        private(set) var fanout: LoopFanout!

        init(readers: Int, head: Int64 = 0, cursor: Int64 = 0, configure: (inout HubConfiguration) -> Void = { _ in }) {
            var limits = HubConfiguration()
            configure(&limits)
            fanout = LoopFanout(
                configuration: limits, meter: meter, onPage: { [unowned self] _, after, _ in pages.append(after) },
                onGrants: { [unowned self] in questions.append(($0, $1, $2)) }, schedule: { [unowned self] in work.append($0) })
            let ring = Ring(head: head, maxEvents: limits.ringEvents, maxBytes: limits.ringBytes)
            fanout.open(.meeting, epoch: "e1", ring: ring, cache: FrameCache(limit: 4))
            for number in 0..<readers {
                let outlet = FakeOutlet()
                outlets.append(outlet)
                fanout.add(SocketID(number: number), outlet)
                fanout.attach(
                    Subscription(
                        id: SubscriptionID(number: number), socket: SocketID(number: number), stream: .meeting, name: "meeting:a", grants: [.room],
                        grantsAsOf: head, cursor: cursor),
                    greeting: HubFrame.subscribed(stream: "meeting:a", epoch: "e1", head: head))
                _ = outlet.take(1)
            }
        }

        func turn() { work.removeFirst()() }
        func turnAll() { while !work.isEmpty { turn() } }
    }

    @Test("readers of the same share one buffer")
    func shared() {
        let bench = Bench(readers: 3)
        bench.fanout.append([.sample(1)], to: .meeting, resetTo: nil)
        bench.turnAll()
        let storages = Set(bench.outlets.map { $0.written[0].withUnsafeReadableBytes { $0.baseAddress! } })
        #expect(storages.count == 1 && bench.meter.frames.value == 3)
    }

    @Test("what comes before the loop turns goes out in one frame")
    func coalesced() {
        let bench = Bench(readers: 1)
        for seq in 1...5 { bench.fanout.append([.sample(Int64(seq))], to: .meeting, resetTo: nil) }
        bench.turnAll()
        let frames = bench.outlets[0].take(.max)
        #expect(frames.count == 1 && frames[0].from == 1 && frames[0].to == 5)
    }

    @Test("a slow socket holds a cursor, and gets everything since in one frame")
    func slow() {
        let bench = Bench(readers: 1)
        bench.outlets[0].room = 0
        for seq in 1...50 {
            bench.fanout.append([.sample(Int64(seq))], to: .meeting, resetTo: nil)
            bench.turnAll()
        }
        #expect(bench.outlets[0].written.isEmpty)
        bench.outlets[0].room = .max
        bench.fanout.writable(SocketID(number: 0))
        let frames = bench.outlets[0].take(.max)
        #expect(frames.map(\.from) == [1] && frames.map(\.to) == [50] && frames[0].events.count == 50)
    }

    @Test("a reader who leaves in the middle of a sweep makes nobody wait")
    func leaves() {
        let bench = Bench(readers: 6) { $0.fanOutChunk = 2 }
        bench.fanout.append([.sample(1)], to: .meeting, resetTo: nil)
        bench.turn()
        bench.fanout.remove(SocketID(number: 0))
        bench.turnAll()
        #expect(bench.outlets.dropFirst().allSatisfy { $0.written.count == 1 })
    }

    @Test("what only others may see moves the cursor when it is shown, or with the next frame")
    func hidden() {
        let bench = Bench(readers: 1)
        bench.fanout.append([.sample(1, audience: .chair)], to: .meeting, resetTo: nil)
        bench.turnAll()
        #expect(bench.outlets[0].written.isEmpty)
        bench.fanout.showHidden()
        bench.turnAll()
        bench.fanout.append([.sample(2, audience: .chair)], to: .meeting, resetTo: nil)
        bench.turnAll()
        bench.fanout.append([.sample(3)], to: .meeting, resetTo: nil)
        bench.turnAll()
        let frames = bench.outlets[0].take(.max)
        #expect(frames.map(\.from) == [1, 2] && frames.map(\.to) == [1, 3] && frames.map(\.events.count) == [0, 1])
    }

    @Test("a cursor behind the ring asks for a page, once")
    func behind() {
        let bench = Bench(readers: 1, head: 10, cursor: 4)
        bench.fanout.append([.sample(11)], to: .meeting, resetTo: nil)
        bench.turnAll()
        #expect(bench.pages == [4] && bench.outlets[0].written.isEmpty)
        bench.fanout.page((5...10).map { .sample($0) }, for: SubscriptionID(number: 0))
        #expect(bench.outlets[0].take(.max).map(\.to) == [10, 11])
    }

    @Test("nothing is shown while grants are in doubt, and an answer to an older question is asked again")
    func doubt() throws {
        let bench = Bench(readers: 1)
        let id = SubscriptionID(number: 0)
        bench.fanout.distrust()
        bench.fanout.append([.sample(1)], to: .meeting, resetTo: nil)
        bench.turnAll()
        bench.fanout.distrust()
        #expect(bench.questions.count == 1 && bench.outlets[0].written.isEmpty)
        bench.fanout.regrant(id, [.room], round: bench.questions[0].round, asOf: bench.questions[0].asOf)
        try #require(bench.questions.count == 2 && bench.outlets[0].written.isEmpty)
        bench.fanout.regrant(id, [.chair], round: bench.questions[1].round, asOf: bench.questions[1].asOf)
        bench.fanout.showHidden()
        bench.turnAll()
        #expect(bench.outlets[0].take(.max).map(\.events.count) == [0])
    }

    @Test("signals follow the events, and a slow socket gets the last value alone")
    func signals() {
        let bench = Bench(readers: 1)
        let key = SignalKey(name: "turnout", audience: .room)
        bench.outlets[0].room = 0
        for value in 1...3 { bench.fanout.signal(key, data: "\(value)", in: .meeting) }
        bench.fanout.append([.sample(1)], to: .meeting, resetTo: nil)
        bench.turnAll()
        bench.outlets[0].room = .max
        bench.fanout.writable(SocketID(number: 0))
        let frames = bench.outlets[0].take(.max)
        #expect(frames.map(\.type) == ["events", "signal"] && frames[1].data == .integer(3))
    }
}
