import Cabinet
import Foundation
import Logging
import Rules
import Store
import Synchronization

/// The product over a real store in a temporary folder: fixed clock, counted ids, counted random bytes. Gone when the test ends.
final class CabinetKit: Sendable {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    /// When everything in these tests begins.
    static let start = Timestamp(ms: 1_763_800_200_125)

    let folder: String
    let clock = TestClock(CabinetKit.start)
    let store: Store
    let cabinet: Cabinet
    let signingKey: SigningKey
    private let ids: Counter

    init() async throws {
        folder = FileManager.default.temporaryDirectory.path + "/ecabinet-cabinet-" + UUID().uuidString
        store = try Store(.init(folder: folder + "/data", schemaFolder: Self.root + "/Storage/Schema"), logger: .quiet)
        let (ids, bytes, clock) = (Counter(), Counter(), clock)
        self.ids = ids
        let surroundings = Surroundings(
            newID: { "id\(ids.next())" }, now: { clock.now },
            random: { count in
                let n = bytes.next()
                return (0..<count).map { UInt8(truncatingIfNeeded: n &* 31 &+ $0) }
            })
        cabinet = try Cabinet(store: store, surroundings: surroundings, keysFolder: folder + "/keys", logger: .quiet)
        signingKey = try SigningKey(folder: folder + "/keys")
        try await House.prepare(cabinet, seedsFolder: Self.root + "/Storage/Seeds")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func newID<T>(_: T.Type = T.self) -> Identifier<T> { Identifier(trusted: "n\(ids.next())") }
    func newText() -> String { "n\(ids.next())" }

    @discardableResult
    func perform<C: Command>(_ command: C, as caller: Caller, key: RequestKey? = nil, at: Timestamp? = nil) async throws -> C.Receipt {
        try await cabinet.perform(command, as: caller, key: key, at: at)
    }

    /// The refusal a command meets; nil when it is done.
    func refusal<C: Command>(_ command: C, as caller: Caller, key: RequestKey? = nil, at: Timestamp? = nil) async throws -> Refusal? {
        do {
            _ = try await cabinet.perform(command, as: caller, key: key, at: at)
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Transaction) throws -> T) async throws -> T { try await cabinet.read(body) }

    /// A number out of the tables.
    func number(_ sql: SQL) async throws -> Int64 {
        try await read { tx in try tx.row("SELECT (\(sql)) AS n")!.optionalInteger("n") ?? 0 }
    }

    func finding() async throws -> LogVerifier.Finding { try await read { tx in try LogVerifier.verify(in: tx) } }

    /// Every fact of a stream, oldest first.
    func events(of stream: StreamID) async throws -> [LoggedEvent] {
        try await read { tx in
            var events: [LoggedEvent] = []
            while true {
                let page = try tx.events(of: stream, after: events.last?.seq ?? 0)
                if page.isEmpty { return events }
                events += page
            }
        }
    }

    func events(of meeting: MeetingID) async throws -> [LoggedEvent] { try await events(of: StreamID("meeting:\(meeting)")) }

    /// All rows of all tables but those named, as text: two dumps are equal when nothing has changed.
    func dump(except: Set<String> = []) async throws -> [String: String] {
        try await read { tx in
            var dump: [String: String] = [:]
            for table in try tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").map({ $0.text("name") }) where !except.contains(table) {
                let columns = try tx.rows("SELECT name FROM pragma_table_info(\(table))").map { "quote(\"\($0.text("name"))\")" }
                let line = columns.joined(separator: " || '|' || ")
                let row = try tx.row(SQL(stringLiteral: "SELECT COALESCE(group_concat(line, char(10)), '') AS text FROM (SELECT \(line) AS line FROM \"\(table)\" ORDER BY 1)"))
                dump[table] = row!.text("text")
            }
            return dump
        }
    }
}

/// Stands still until it is told.
final class TestClock: Sendable {
    private let ms: Mutex<Int64>
    init(_ start: Timestamp) { ms = Mutex(start.ms) }
    var now: Timestamp { Timestamp(ms: ms.withLock { $0 }) }
    func advance(ms by: Int64) { ms.withLock { $0 += by } }
    func advance(seconds: Int64) { advance(ms: seconds * 1000) }
}

final class Counter: Sendable {
    private let value = Mutex(0)
    func next() -> Int {
        value.withLock { n in
            n += 1
            return n
        }
    }
}

extension Logger {
    static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension Caller {
    var id: UserID { person!.id }
}
