import Foundation
@testable import Store
import Testing

@Suite("Values in SQL")
struct SQLTests {
    private static let pieces = [
        "'", "''", "\"", "`", ";", "--", "/*", "*/", "?", "?1", ":a", "@a", "$a", "%", "_", "\\", "\n", "\r\n", "\t", "(", ")", "[", "]", "NULL", "x'00'", " OR 1=1 ", "DROP TABLE note", "'); DELETE FROM note; --",
        "UNION SELECT body FROM note", "đ", "Ư", "ữ", "e\u{301}", "\u{FEFF}", "\u{202E}", "👩‍👩‍👧", "漢", "\u{7F}", "\u{1}", "a", "B", "0",
    ]

    private static func text(_ random: inout SplitMix) -> String {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }

    @Test("no text can become syntax: whatever is written is read back, and nothing else has changed", arguments: 0..<8 as Range<UInt64>)
    func roundTrip(seed: UInt64) async throws {
        let kit = try await StoreKit()
        var random = SplitMix(seed: seed)
        let texts = (0..<60).map { _ in Self.text(&random) } + Self.pieces
        try await kit.store.write { tx in
            try tx.execute("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)")
            for (id, text) in texts.enumerated() { try tx.execute("INSERT INTO note (id, body) VALUES (\(id), \(text))") }
        }
        for (id, text) in texts.enumerated() {
            let (back, equal, listed, updated, deleted) = try await kit.store.write { tx in
                (
                    try tx.row("SELECT body FROM note WHERE id = \(id)")!.text("body"),
                    try tx.row("SELECT COUNT(*) AS n FROM note WHERE id = \(id) AND body = \(text)")!.int("n"),
                    try tx.rows("SELECT id FROM note WHERE id = \(id) AND body IN \(list: [text, Self.pieces[0]])").count,
                    try tx.execute("UPDATE note SET body = \(text) WHERE id = \(id)"),
                    try tx.execute("DELETE FROM note WHERE body = \(text + "x") AND id = \(id)")
                )
            }
            #expect(back.unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect((equal, listed, updated, deleted) == (1, 1, 1, 0))
        }
        #expect(try await kit.count("note") == texts.count)
    }

    @Test("a text is whole or refused, never cut at a NUL", arguments: ["a\u{0}b", "\u{0}", "admin\u{0}x"])
    func nul(text: String) async throws {
        let kit = try await StoreKit()
        do {
            let found = try await kit.store.write { tx in
                try tx.execute("CREATE TABLE note (body TEXT NOT NULL)")
                try tx.execute("INSERT INTO note (body) VALUES (\(text))")
                return try tx.row("SELECT body FROM note")!.text("body")
            }
            #expect(found == text)
        } catch is StoreFault {}
    }

    @Test("an empty list matches nothing, and a list keeps its order of values")
    func lists() async throws {
        let kit = try await StoreKit()
        try await kit.store.write { tx in
            try tx.execute("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)")
            for (id, body) in ["a", "b", "c"].enumerated() { try tx.execute("INSERT INTO note (id, body) VALUES (\(id), \(body))") }
        }
        let (none, some) = try await kit.store.read { tx in
            (
                try tx.rows("SELECT id FROM note WHERE body IN \(list: [])").count,
                try tx.rows("SELECT id FROM note WHERE body IN \(list: ["c", "a"]) AND id < \(2) ORDER BY id").map { $0.int("id") }
            )
        }
        #expect(none == 0)
        #expect(some == [0])
    }

    @Test("every kind of value comes back as it went in, nothing as NULL")
    func kinds() async throws {
        let kit = try await StoreKit()
        let none: String? = nil
        let noNumber: Int64? = nil
        let noBytes: [UInt8]? = nil
        try await kit.store.write { tx in
            let row = try tx.row(
                """
                SELECT \(Int64.max) AS big, \(Int64.min) AS small, \(7) AS n, \(true) AS yes, \(false) AS no, \([0, 255, 39] as [UInt8]) AS bytes, \([] as [UInt8]) AS none_bytes,
                  \(none) AS t, \(noNumber) AS i, \(noBytes) AS b, \(SQLValue.real(0.5)) AS half
                """)!
            #expect(row.integer("big") == .max)
            #expect(row.integer("small") == .min)
            #expect(row.int("n") == 7)
            #expect(row.bool("yes") && !row.bool("no"))
            #expect(row.blob("bytes") == [0, 255, 39])
            #expect(row.blob("none_bytes") == [])
            #expect(row.optionalText("t") == nil && row.optionalInteger("i") == nil && row.optionalBlob("b") == nil)
        }
    }

    @Test("a part of a statement brings its values along, in their order")
    func parts() async throws {
        let kit = try await StoreKit()
        let part: SQL = "body = \("b'; --") AND id > \(0)"
        try await kit.store.write { tx in
            try tx.execute("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)")
            for (id, body) in ["b'; --", "b'; --", "c"].enumerated() { try tx.execute("INSERT INTO note (id, body) VALUES (\(id), \(body))") }
        }
        let found = try await kit.store.read { tx in
            try tx.rows("SELECT id FROM note WHERE id < \(9) AND (\(part)) AND id < \(5) ORDER BY id").map { $0.int("id") }
        }
        #expect(found == [1])
    }

    @Test("a read transaction cannot write")
    func readOnly() async throws {
        let kit = try await StoreKit()
        await #expect(throws: (any Error).self) {
            try await kit.store.read { tx in _ = try tx.execute("DELETE FROM event") }
        }
    }

    @Test("a foreign key that points nowhere is refused by the schema")
    func foreignKeys() async throws {
        let kit = try await StoreKit()
        await #expect(throws: (any Error).self) {
            try await kit.store.write { tx in _ = try tx.execute("INSERT INTO announcement (meeting, seq, sealed, at) VALUES ('none', 1, 's', 0)") }
        }
    }
}
