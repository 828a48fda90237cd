import Crypto
import Foundation
import Proof
@testable import Store
import Testing

@Suite("The schema")
struct SchemaTests {
    private static let schema = StoreKit.root + "/Storage/Schema"
    private static var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: schema).filter { $0.hasSuffix(".sql") }.sorted() }
    }

    /// A schema folder with the first `count` of the real files.
    private func folder(first count: Int, in scratch: TemporaryFolder) throws -> String {
        let path = scratch.path + "/schema-\(count)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in try Self.names.prefix(count) { try FileManager.default.copyItem(atPath: Self.schema + "/" + name, toPath: path + "/" + name) }
        return path
    }

    private func open(_ scratch: TemporaryFolder, schema: String) throws -> Store {
        try Store(.init(folder: scratch.path + "/data", schemaFolder: schema), logger: .quiet)
    }

    private func versions(_ store: Store) async throws -> [Int] {
        try await store.read { tx in try tx.rows("SELECT version FROM schema_version ORDER BY version").map { $0.int("version") } }
    }

    @Test("a new folder gets every numbered file, each noted with its name and digest")
    func fresh() async throws {
        let kit = try await StoreKit()
        let applied = try await kit.store.read { tx in
            try tx.rows("SELECT version, name, sha256 FROM schema_version ORDER BY version").map { ($0.int("version"), $0.text("name"), $0.text("sha256")) }
        }
        let names = try Self.names
        #expect(applied.map(\.0) == Array(1...names.count))
        #expect(applied.map(\.1) == names)
        for (_, name, digest) in applied {
            #expect(digest == Hex.encode(SHA256.hash(data: try Data(contentsOf: URL(fileURLWithPath: Self.schema + "/" + name)))))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: kit.store.configuration.folder).allSatisfy { !$0.contains("before-schema") })
    }

    @Test("an upgrade from the version before makes a copy first, and keeps what was written")
    func upgrade() async throws {
        let scratch = try TemporaryFolder()
        let all = try Self.names.count
        let old = try open(scratch, schema: try folder(first: all - 1, in: scratch))
        try await old.write { tx in
            try tx.lock(.house)
            try tx.append(to: .house, kind: "account.added", at: StoreKit.start, actor: "operator", audience: "house", body: "{}")
        }
        try old.close()

        let new = try open(scratch, schema: try folder(first: all, in: scratch))
        #expect(try await versions(new) == Array(1...all))
        #expect(try await new.read { tx in try LogVerifier.verify(in: tx) } == .init(events: 1, streams: 1, fault: nil))
        try new.close()

        let copy = scratch.path + "/data/before-schema-\(String(format: "%04d", all)).sqlite"
        #expect(FileManager.default.fileExists(atPath: copy))
        let other = try TemporaryFolder()
        let restored = other.path + "/restored"
        try FileManager.default.createDirectory(atPath: restored, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: copy, toPath: restored + "/ecabinet.sqlite")
        let back = try Store(.init(folder: restored, schemaFolder: try folder(first: all - 1, in: other)), logger: .quiet)
        #expect(try await versions(back) == Array(1..<all))
        #expect(try await back.read { tx in try LogVerifier.verify(in: tx).events } == 1)
        try back.close()
    }

    @Test("opening again changes nothing and copies nothing")
    func again() async throws {
        let scratch = try TemporaryFolder()
        for _ in 0..<3 {
            let store = try open(scratch, schema: Self.schema)
            #expect(try await versions(store).count == (try Self.names.count))
            try store.close()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/data").allSatisfy { !$0.contains("before-schema") })
    }

    @Test("a folder of a newer program is refused and left as it was")
    func newer() async throws {
        let scratch = try TemporaryFolder()
        let all = try Self.names.count
        let first = try open(scratch, schema: Self.schema)
        try await first.write { tx in
            try tx.lock(.house)
            try tx.append(to: .house, kind: "account.added", at: StoreKit.start, actor: "operator", audience: "house", body: "{}")
        }
        try first.close()
        let older = try folder(first: all - 1, in: scratch)
        #expect(throws: StoreFault.newerFolder(version: all, known: all - 1)) { try open(scratch, schema: older) }
        let store = try open(scratch, schema: Self.schema)
        #expect(try await versions(store) == Array(1...all))
        #expect(try await store.read { tx in try tx.position() } == 1)
        try store.close()
    }

    @Test("files without numbers, with a gap or none at all are refused", arguments: [[], ["0001-a.sql", "0003-c.sql"], ["0002-b.sql"], ["first.sql"]])
    func numbering(names: [String]) throws {
        let scratch = try TemporaryFolder()
        for name in names { try Data("SELECT 1;".utf8).write(to: URL(fileURLWithPath: scratch.path + "/" + name)) }
        #expect { try open(scratch, schema: scratch.path) } throws: { error in
            if case StoreFault.schema = error { true } else { false }
        }
    }

    @Test("a file that fails half way leaves nothing of itself")
    func halfWay() async throws {
        let scratch = try TemporaryFolder()
        let all = try Self.names.count
        let schema = try folder(first: all, in: scratch)
        let bad = schema + "/\(String(format: "%04d", all + 1))-bad.sql"
        try Data("CREATE TABLE half (id BIGINT); CREATE TABLE account (id BIGINT);".utf8).write(to: URL(fileURLWithPath: bad))
        #expect { try open(scratch, schema: schema) } throws: { error in
            if case StoreFault.schema(let text) = error { text.contains("-bad.sql") } else { false }
        }
        try FileManager.default.removeItem(atPath: bad)
        let store = try open(scratch, schema: schema)
        #expect(try await versions(store) == Array(1...all))
        #expect(try await store.read { tx in try tx.exists("SELECT 1 FROM sqlite_master WHERE name = 'half'") } == false)
        try store.close()
    }

    @Test("an edited file that was already applied is noticed")
    func edited() throws {
        let scratch = try TemporaryFolder()
        let schema = try folder(first: try Self.names.count, in: scratch)
        try open(scratch, schema: schema).close()
        let file = URL(fileURLWithPath: schema + "/" + (try Self.names[1]))
        try (try Data(contentsOf: file) + Data("\n-- one more line".utf8)).write(to: file)
        #expect { try open(scratch, schema: schema) } throws: { error in
            if case StoreFault.schema(let text) = error { text.contains("2") } else { false }
        }
    }
}
