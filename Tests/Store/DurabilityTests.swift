import Foundation
@testable import Store
import Testing

@Suite("Durability")
struct DurabilityTests {
    @Test("the writer waits for the disk: synchronous is FULL and the journal is a write-ahead log")
    func full() async throws {
        let kit = try await StoreKit()
        let (synchronous, journal, foreignKeys) = try await kit.store.write { tx in
            (
                try tx.row("PRAGMA synchronous")!.int("synchronous"), try tx.row("PRAGMA journal_mode")!.text("journal_mode"),
                try tx.row("PRAGMA foreign_keys")!.int("foreign_keys")
            )
        }
        #expect(synchronous == 2)
        #expect(journal == "wal")
        #expect(foreignKeys == 1)
    }

    @Test("synchronous is still FULL after a hundred transactions and a checkpoint of the file")
    func stillFull() async throws {
        let kit = try await StoreKit()
        for n in 0..<100 { try await kit.append(to: "meeting:m\(n % 3)", at: StoreKit.start + Int64(n)) }
        try await kit.store.checkpoint()
        #expect(try await kit.store.write { tx in try tx.row("PRAGMA synchronous")!.int("synchronous") } == 2)
    }

    @Test("a transaction that throws leaves nothing")
    func rollback() async throws {
        struct Stop: Error {}
        let kit = try await StoreKit()
        await #expect(throws: Stop.self) {
            try await kit.store.write { tx in
                let id = StreamID("meeting:a")
                try tx.lock(id)
                try tx.append(to: id, kind: "x", at: 1, actor: "clock", audience: "house", body: "{}")
                throw Stop()
            }
        }
        #expect(try await kit.count("event") == 0)
        #expect(try await kit.count("stream") == 0)
        #expect(try await kit.store.read { tx in try tx.position() } == 0)
    }

    @Test("what was committed is there after the folder is closed and opened again")
    func reopen() async throws {
        let kit = try await StoreKit()
        try await kit.append(5, to: "meeting:a")
        try await kit.checkpoint()
        try kit.store.close()
        let again = try Store(kit.store.configuration, logger: .quiet)
        let finding = try await again.read { tx in try LogVerifier.verify(in: tx) }
        #expect(finding.events == 5 && finding.streams == 1 && finding.fault == nil)
        try again.close()
    }

    @Test("the data folder is its owner's alone")
    func permissions() async throws {
        let kit = try await StoreKit()
        let attributes = try FileManager.default.attributesOfItem(atPath: kit.store.configuration.folder)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
    }
}
