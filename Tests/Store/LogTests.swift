import Foundation
import Proof
@testable import Store
import Testing

@Suite("The log")
struct LogTests {
    @Test("after many appends to many streams every chain is whole, every seq and every position contiguous")
    func manyStreams() async throws {
        let kit = try await StoreKit()
        var random = SplitMix(seed: 2026)
        var expected: [String: Int64] = [:]
        for n in 0..<400 {
            let names = (0..<Int.random(in: 1...4, using: &random)).map { _ in "meeting:m\(Int.random(in: 0..<25, using: &random))" }
            let at = StoreKit.start + Int64(n)
            let wanted = Set(names).sorted()
            try await kit.store.write { tx in
                for name in wanted { try tx.lock(StreamID(name)) }
                for name in names { try tx.append(to: StreamID(name), kind: "k", at: at, actor: "clock", audience: "house", body: #"{"n":\#(n)}"#) }
            }
            for name in names { expected[name, default: 0] += 1 }
        }
        let finding = try await kit.finding()
        #expect(finding.fault == nil)
        #expect(finding.streams == expected.count)
        #expect(finding.events == Int(expected.values.reduce(0, +)))
        let (positions, heads) = try await kit.store.read { tx in
            (
                try tx.rows("SELECT pos FROM event ORDER BY pos").map { $0.integer("pos") },
                try tx.rows("SELECT id, head FROM stream ORDER BY id").map { ($0.text("id"), $0.integer("head")) }
            )
        }
        #expect(positions == Array(1...Int64(finding.events)))
        for (stream, head) in heads { #expect(head == expected[stream]) }
        for (stream, count) in expected {
            let events = try await kit.store.read { tx in try tx.events(of: StreamID(stream), after: 0) }
            #expect(events.map(\.seq) == Array(1...count))
        }
    }

    @Test("concurrent writers never share a seq or a position")
    func concurrent() async throws {
        let kit = try await StoreKit()
        try await withThrowingTaskGroup(of: Int64.self) { group in
            for n in 0..<200 { group.addTask { try await kit.append(to: "meeting:m\(n % 5)") } }
            var seqs: [Int64] = []
            for try await seq in group { seqs.append(seq) }
            #expect(seqs.count == 200)
        }
        #expect(try await kit.finding() == .init(events: 200, streams: 5, fault: nil))
        #expect(try await kit.store.read { tx in try tx.position() } == 200)
    }

    @Test("time never runs backwards within a stream: an earlier instant takes the one before it")
    func monotonic() async throws {
        let kit = try await StoreKit()
        try await kit.append(to: "meeting:a", at: 2000)
        try await kit.append(to: "meeting:a", at: 1000)
        try await kit.append(to: "meeting:b", at: 1000)
        let events = try await kit.store.read { tx in (try tx.events(of: StreamID("meeting:a"), after: 0), try tx.events(of: StreamID("meeting:b"), after: 0)) }
        #expect(events.0.map(\.at) == [2000, 2000])
        #expect(events.1.map(\.at) == [1000])
        #expect(try await kit.finding().fault == nil)
    }

    @Test("a row's hash is the one a verifier without a server computes")
    func hashes() async throws {
        let kit = try await StoreKit()
        try await kit.append(3, to: "meeting:a", body: #"{"title":"Nghị quyết Đà Nẵng"}"#)
        let rows = try await kit.store.read { tx in
            try tx.rows("SELECT * FROM event ORDER BY seq").map { row in
                (
                    CanonicalRow(
                        stream: row.text("stream"), seq: row.integer("seq"), kind: row.text("kind"), at: row.integer("at"), actor: row.text("actor"),
                        audience: row.text("audience"), body: row.text("body")), row.blob("parent"), row.blob("hash")
                )
            }
        }
        var parent = CanonicalRow.origin
        for (row, storedParent, storedHash) in rows {
            #expect(storedParent == parent)
            parent = row.hash(after: parent)
            #expect(storedHash == parent)
        }
        #expect(try await kit.store.read { tx in try tx.row("SELECT hash FROM stream")!.blob("hash") } == parent)
    }

    @Test("one look at the log is bounded, and the next goes on where it ended")
    func pages() async throws {
        let kit = try await StoreKit()
        try await kit.append(1203, to: "meeting:a")
        var cursor: Int64 = 0
        var sizes: [Int] = []
        while true {
            let after = cursor
            let page = try await kit.store.read { tx in try tx.events(of: StreamID("meeting:a"), after: after, limit: 100_000) }
            guard let last = page.last else { break }
            #expect(page.map(\.seq) == Array((after + 1)...last.seq))
            sizes.append(page.count)
            cursor = last.seq
        }
        #expect(sizes == [500, 500, 203])
    }

    @Test("facts of some kinds come in the order they were committed, across streams")
    func facts() async throws {
        let kit = try await StoreKit()
        for n in 0..<20 { try await kit.append(to: n.isMultiple(of: 2) ? "meeting:a" : "meeting:b") }
        try await kit.store.write { tx in
            try tx.lock(.house)
            try tx.append(to: .house, kind: "account.added", at: StoreKit.start, actor: "operator", audience: "house", body: "{}")
        }
        let found = try await kit.store.read { tx in try tx.facts(ofKinds: ["announcement.posted"], after: 4, upTo: 21, limit: 10) }
        #expect(found.map(\.pos) == Array(5...14))
        #expect(try await kit.store.read { tx in try tx.facts(ofKinds: ["account.added"], after: 0, upTo: 21, limit: 10) }.map(\.stream) == [.house])
        #expect(try await kit.store.read { tx in try tx.facts(ofKinds: [], after: 0, upTo: 21, limit: 10) }.isEmpty)
    }

    @Test("a stream nobody wrote to has head 0 and no events")
    func unknownStream() async throws {
        let kit = try await StoreKit()
        let (head, events) = try await kit.store.read { tx in (try tx.head(of: StreamID("meeting:none")), try tx.events(of: StreamID("meeting:none"), after: 0)) }
        #expect(head == 0)
        #expect(events.isEmpty)
    }

    @Test("a new life of the folder has another epoch")
    func epoch() async throws {
        let kit = try await StoreKit()
        try await kit.store.write { tx in _ = try tx.execute("INSERT INTO folder (id, epoch) VALUES (1, 'one')") }
        #expect(try await kit.store.read { tx in try tx.epoch() } == "one")
        try await kit.store.beginEpoch("two")
        #expect(try await kit.store.read { tx in try tx.epoch() } == "two")
    }
}
