import Foundation
import GRDB
import Synchronization
import Testing
@testable import Store

/// Writes that wait for the disk share one commit; each must still stand alone.
@Suite("Group commit")
struct GroupCommitTests {
    struct Stop: Error {}

    @Test("a refusal in a group rolls back itself alone")
    func refusals() async throws {
        let kit = try await StoreKit()
        let answers = try await Self.group(of: 40, on: kit) { n in
            try await kit.store.write { tx in
                let id = StreamID("meeting:m\(n % 3)")
                try tx.lock(id)
                try tx.append(to: id, kind: "k", at: StoreKit.start, actor: "clock", audience: "house", body: #"{"n":\#(n)}"#)
                if n.isMultiple(of: 3) { throw Stop() }
            }
        }
        for (n, answer) in answers.enumerated() { #expect((answer == nil) == !n.isMultiple(of: 3)) }
        #expect(try await Self.written(on: kit) == (0..<40).filter { !$0.isMultiple(of: 3) })
        #expect(try await kit.finding().fault == nil)
    }

    @Test("more writes than fit one group are all done, each once")
    func many() async throws {
        let kit = try await StoreKit()
        let count = GroupCommit.maxWrites * 2 + 5
        let answers = try await Self.group(of: count, on: kit) { n in
            try await kit.store.write { tx in
                let id = StreamID("meeting:a")
                try tx.lock(id)
                try tx.append(to: id, kind: "k", at: StoreKit.start, actor: "clock", audience: "house", body: #"{"n":\#(n)}"#)
            }
        }
        #expect(answers.allSatisfy { $0 == nil })
        #expect(try await Self.written(on: kit) == Array(0..<count))
        #expect(try await kit.finding() == .init(events: count, streams: 1, fault: nil))
    }

    @Test("whoever has an answer can read what he wrote")
    func readYourWrites() async throws {
        let kit = try await StoreKit()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in 0..<150 {
                group.addTask {
                    let stream = StreamID("meeting:m\(n)")
                    try await kit.append(to: stream.text)
                    #expect(try await kit.store.read { tx in try tx.head(of: stream) } == 1)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("when the disk is full nobody is told what is not so: an answer means it is there, a fault that it is not")
    func full() async throws {
        let kit = try await StoreKit()
        try await kit.tamper("CREATE TABLE ledger (n BIGINT PRIMARY KEY, filler BYTEA NOT NULL)")
        // 60 pages are left: the sixth of twelve writes does not fit.
        let pages = try await kit.store.read { tx in try tx.row("PRAGMA page_count")!.int("page_count") }
        try await kit.store.pool.writeWithoutTransaction { database in try database.execute(sql: "PRAGMA max_page_count = \(pages + 60)") }
        let answers = try await Self.group(of: 12, on: kit) { n in
            let filler = [UInt8](repeating: 1, count: n == 5 ? 1_000_000 : 100)
            try await kit.store.write { tx in _ = try tx.execute("INSERT INTO ledger (n, filler) VALUES (\(n), \(filler))") }
        }
        let there = try await kit.store.read { tx in Set(try tx.rows("SELECT n FROM ledger ORDER BY n").map { $0.int("n") }) }
        #expect(answers[5] != nil)
        for (n, answer) in answers.enumerated() {
            #expect((answer == nil) == there.contains(n), "write \(n): \(answer.map { "\($0)" } ?? "acknowledged"), there: \(there.contains(n))")
        }
        try await kit.store.pool.writeWithoutTransaction { database in try database.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try await kit.append(to: "meeting:a") == 1)
    }

    /// Makes `count` writes wait behind one that holds the writer, so that they are committed together.
    /// - Returns: how each ended.
    private static func group(of count: Int, on kit: StoreKit, _ write: @escaping @Sendable (Int) async throws -> Void) async throws -> [(any Error)?] {
        let (held, go) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let first = Task {
            try await kit.store.write { _ in
                held.signal()
                go.wait()
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                held.wait()
                continuation.resume()
            }
        }
        let arrived = Arrivals()
        async let answers = withTaskGroup(of: (Int, (any Error)?).self) { group in
            for n in 0..<count {
                group.addTask {
                    arrived.count.add(1, ordering: .relaxed)
                    do {
                        try await write(n)
                        return (n, nil)
                    } catch { return (n, error) }
                }
            }
            return await group.reduce(into: [(any Error)?](repeating: nil, count: count)) { $0[$1.0] = $1.1 }
        }
        while arrived.count.load(ordering: .relaxed) < count { await Task.yield() }
        go.signal()
        try await first.value
        return await answers
    }

    private static func written(on kit: StoreKit) async throws -> [Int] {
        try await kit.store.read { tx in try tx.rows("SELECT body FROM event ORDER BY pos").compactMap { Int($0.text("body").filter(\.isNumber)) }.sorted() }
    }

    private final class Arrivals: Sendable {
        let count = Atomic(0)
    }
}
