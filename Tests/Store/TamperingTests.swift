import Foundation
import Proof
@testable import Store
import Testing

/// Whoever can write the file can change rows; nobody can do it unseen.
@Suite("Tampering")
struct TamperingTests {
    /// One way of changing the past, and what the verifier must say of it.
    struct Tamper: Sendable, CustomTestStringConvertible {
        var name: String
        var statements: [SQL]
        var names: [String]
        var testDescription: String { name }

        init(_ name: String, _ statements: SQL..., names: [String]) {
            self.name = name
            self.statements = statements
            self.names = names
        }
    }

    static let tampers: [Tamper] = [
        Tamper("a body is changed", #"UPDATE event SET body = '{"n":2}' WHERE stream = 'meeting:b' AND seq = 3"#, names: ["meeting:b", "event 3", "hash"]),
        Tamper("an instant is changed", "UPDATE event SET at = at + 1 WHERE stream = 'meeting:b' AND seq = 3", names: ["meeting:b", "event 3"]),
        Tamper("an actor is changed", "UPDATE event SET actor = 'person:u2' WHERE stream = 'meeting:a' AND seq = 1", names: ["meeting:a", "event 1", "hash"]),
        Tamper("an audience is widened", "UPDATE event SET audience = 'meeting:a house' WHERE stream = 'meeting:c' AND seq = 5", names: ["meeting:c", "event 5", "hash"]),
        Tamper("a kind is changed", "UPDATE event SET kind = 'poll.closed' WHERE stream = 'meeting:a' AND seq = 2", names: ["meeting:a", "event 2", "hash"]),
        Tamper("a hash is changed", "UPDATE event SET hash = zeroblob(32) WHERE stream = 'meeting:a' AND seq = 2", names: ["meeting:a", "event 2"]),
        Tamper("a parent is changed", "UPDATE event SET parent = zeroblob(32) WHERE stream = 'meeting:a' AND seq = 2", names: ["meeting:a", "event 2", "parent"]),
        Tamper("an event in the middle is taken out", "DELETE FROM event WHERE stream = 'meeting:b' AND seq = 3", names: ["meeting:b", "event 3", "missing"]),
        Tamper("the first event is taken out", "DELETE FROM event WHERE stream = 'meeting:b' AND seq = 1", names: ["meeting:b", "event 1", "missing"]),
        Tamper(
            "an event is taken out and the others close up", "DELETE FROM event WHERE stream = 'meeting:b' AND seq = 3",
            "UPDATE event SET seq = seq - 1 WHERE stream = 'meeting:b' AND seq > 3", "UPDATE stream SET head = head - 1 WHERE id = 'meeting:b'",
            names: ["meeting:b", "event 3", "parent"]),
        Tamper(
            "two events change places", "UPDATE event SET seq = -2 WHERE stream = 'meeting:b' AND seq = 2",
            "UPDATE event SET seq = 2 WHERE stream = 'meeting:b' AND seq = 3", "UPDATE event SET seq = 3 WHERE stream = 'meeting:b' AND seq = -2",
            names: ["meeting:b", "event 2"]),
        Tamper("the tail is cut", "DELETE FROM event WHERE stream = 'meeting:b' AND seq > 3", names: ["meeting:b", "event 3", "5"]),
        Tamper(
            "the tail is cut and the head set back", "DELETE FROM event WHERE stream = 'meeting:b' AND seq > 3",
            "UPDATE stream SET head = 3, hash = (SELECT hash FROM event WHERE stream = 'meeting:b' AND seq = 3) WHERE id = 'meeting:b'",
            names: ["checkpoint 1", "meeting:b", "event 5"]),
        Tamper("a head is moved on", "UPDATE stream SET head = head + 1 WHERE id = 'meeting:a'", names: ["meeting:a", "6"]),
        Tamper("a head has another hash", "UPDATE stream SET hash = zeroblob(32) WHERE id = 'meeting:a'", names: ["meeting:a"]),
        Tamper("a stream loses its head", "DELETE FROM stream WHERE id = 'meeting:c'", names: ["meeting:c", "no head"]),
        Tamper(
            "a whole stream is lost", "DELETE FROM event WHERE stream = 'meeting:c'", "DELETE FROM stream WHERE id = 'meeting:c'",
            names: ["checkpoint 1", "meeting:c", "event 5"]),
        Tamper("a stream loses all its events", "DELETE FROM event WHERE stream = 'meeting:c'", names: ["meeting:c", "event 0", "5"]),
        Tamper("a stream is renamed", "UPDATE event SET stream = 'meeting:z' WHERE stream = 'meeting:c'", "UPDATE stream SET id = 'meeting:z' WHERE id = 'meeting:c'", names: ["meeting:z", "event 1"]),
        Tamper("the checkpoint's instant is changed", "UPDATE checkpoint SET at = at + 1", names: ["checkpoint 1", "signature"]),
        Tamper("the checkpoint's position is changed", "UPDATE checkpoint SET pos = pos + 1", names: ["checkpoint 1", "signature"]),
        Tamper("the checkpoint's root is changed", "UPDATE checkpoint SET root = zeroblob(32)", names: ["checkpoint 1", "signature"]),
        Tamper("the checkpoint's signature is changed", "UPDATE checkpoint SET signature = zeroblob(64)", names: ["checkpoint 1", "signature"]),
        Tamper("the checkpoint's key is no key", "UPDATE checkpoint SET key = 'zz'", names: ["checkpoint 1"]),
        Tamper("a line of the head list is lost", "DELETE FROM checkpoint_head WHERE stream = 'meeting:a'", names: ["checkpoint 1", "heads", "root"]),
        Tamper("a line is added to the head list", "INSERT INTO checkpoint_head (stream, seq, hash) VALUES ('meeting:y', 0, zeroblob(32))", names: ["checkpoint 1", "heads", "root"]),
        Tamper(
            "the head list vouches for an earlier event", "UPDATE checkpoint_head SET seq = 4, hash = (SELECT hash FROM event WHERE stream = 'meeting:a' AND seq = 4) WHERE stream = 'meeting:a'",
            names: ["checkpoint 1", "heads", "root"]),
        Tamper("the head list has another hash", "UPDATE checkpoint_head SET hash = zeroblob(32) WHERE stream = 'meeting:a'", names: ["checkpoint 1", "meeting:a", "event 5"]),
        Tamper(
            "two events change their positions", "UPDATE event SET pos = -1 WHERE stream = 'meeting:a' AND seq = 1",
            "UPDATE event SET pos = 1 WHERE stream = 'meeting:a' AND seq = 2 AND pos <> 1", "UPDATE event SET pos = 1000 WHERE pos = -1", names: ["position"]),
        Tamper("the log's end is set back", "UPDATE shard SET pos = pos - 1", names: ["position"]),
    ]

    @Test("every way of changing the past is found and named", arguments: tampers)
    func found(tamper: Tamper) async throws {
        let kit = try await Self.kit()
        #expect(try await kit.finding().fault == nil)
        let statements = tamper.statements
        try await kit.store.write { tx in
            for statement in statements { try tx.execute(statement) }
        }
        let fault = try #require(try await kit.finding().fault, "\(tamper.name): not found")
        for name in tamper.names { #expect(fault.contains(name), "“\(fault)” does not name \(name)") }
    }

    @Test("a chain hashed anew from a changed event on is found by the checkpoint")
    func rehashed() async throws {
        let kit = try await Self.kit()
        try await kit.store.write { tx in
            try tx.execute(#"UPDATE event SET body = '{"n":7}' WHERE stream = 'meeting:b' AND seq = 2"#)
            var parent = CanonicalRow.origin
            for row in try tx.rows("SELECT * FROM event WHERE stream = 'meeting:b' ORDER BY seq") {
                let canonical = CanonicalRow(
                    stream: row.text("stream"), seq: row.integer("seq"), kind: row.text("kind"), at: row.integer("at"), actor: row.text("actor"),
                    audience: row.text("audience"), body: row.text("body"))
                let hash = canonical.hash(after: parent)
                try tx.execute("UPDATE event SET parent = \(parent), hash = \(hash) WHERE stream = 'meeting:b' AND seq = \(canonical.seq)")
                parent = hash
            }
            try tx.execute("UPDATE stream SET hash = \(parent) WHERE id = 'meeting:b'")
        }
        let fault = try #require(try await kit.finding().fault)
        #expect(fault.contains("checkpoint 1"))
        #expect(fault.contains("meeting:b"))
    }

    @Test("time that runs backwards is found, though every hash is right")
    func backwards() async throws {
        let kit = try await StoreKit()
        try await kit.store.write { tx in
            var parent = CanonicalRow.origin
            for (seq, at) in [(1, 2000), (2, 1000)] as [(Int64, Int64)] {
                let row = CanonicalRow(stream: "meeting:a", seq: seq, kind: "k", at: at, actor: "clock", audience: "house", body: "{}")
                let hash = row.hash(after: parent)
                try tx.execute(
                    """
                    INSERT INTO event (stream, seq, shard, pos, kind, at, actor, audience, body, parent, hash)
                    VALUES ('meeting:a', \(seq), 0, \(seq), 'k', \(at), 'clock', 'house', '{}', \(parent), \(hash))
                    """)
                parent = hash
            }
            try tx.execute("INSERT INTO stream (id, head, hash) VALUES ('meeting:a', 2, \(parent))")
            try tx.execute("UPDATE shard SET pos = 2")
        }
        let fault = try #require(try await kit.finding().fault)
        #expect(fault.contains("meeting:a") && fault.contains("event 2") && fault.contains("backwards"))
    }

    @Test("a checkpoint forged with another key is found when the server's keys are known")
    func forged() async throws {
        let kit = try await Self.kit()
        let known: Set = [Hex.encode(kit.key.publicKey)]
        #expect(try await kit.finding(knownKeys: known).fault == nil)
        let forger = try SigningKey(folder: kit.folder.path + "/forger")
        try await kit.tamper("DELETE FROM checkpoint", "DELETE FROM checkpoint_head")
        try await kit.store.write { tx in try Checkpoint.write(at: StoreKit.start, by: forger, in: tx) }
        #expect(try await kit.finding().fault == nil)
        let fault = try #require(try await kit.finding(knownKeys: known).fault)
        #expect(fault.contains("checkpoint 1") && fault.contains("not this server's"))
    }

    @Test("facts after the checkpoint do not disturb it, and the next one covers them")
    func growth() async throws {
        let kit = try await Self.kit()
        try await kit.append(4, to: "meeting:a", at: StoreKit.start + 20_000)
        try await kit.append(2, to: "meeting:new", at: StoreKit.start + 20_000)
        #expect(try await kit.finding().fault == nil)
        try await kit.checkpoint(at: StoreKit.start + 30_000)
        #expect(try await kit.count("checkpoint") == 2)
        #expect(try await kit.count("checkpoint_head") == 4)
        try await kit.tamper("DELETE FROM event WHERE stream = 'meeting:new'", "DELETE FROM stream WHERE id = 'meeting:new'")
        #expect(try #require(try await kit.finding().fault).contains("meeting:new"))
    }

    @Test("a checkpoint is not written twice over the same log")
    func unchanged() async throws {
        let kit = try await Self.kit()
        try await kit.checkpoint(at: StoreKit.start + 50_000)
        #expect(try await kit.count("checkpoint") == 1)
    }

    @Test("an empty log is whole")
    func empty() async throws {
        #expect(try await StoreKit().finding() == .init(events: 0, streams: 0, fault: nil))
    }

    /// Three streams of five facts and a checkpoint over them.
    private static func kit() async throws -> StoreKit {
        let kit = try await StoreKit()
        for name in ["meeting:a", "meeting:b", "meeting:c"] { try await kit.append(5, to: name) }
        try await kit.checkpoint()
        return kit
    }
}
