import Foundation
import Logging
@testable import Store
import Testing

/// A real store in a temporary folder, gone when the test ends.
final class StoreKit: Sendable {
    /// When everything in these tests happens.
    static let start: Int64 = 1_763_800_200_125
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    let folder: TemporaryFolder
    let store: Store
    let key: SigningKey

    init(schemaFolder: String = StoreKit.root + "/Storage/Schema") async throws {
        folder = try TemporaryFolder()
        store = try Store(.init(folder: folder.path + "/data", schemaFolder: schemaFolder), logger: .quiet)
        key = try SigningKey(folder: folder.path + "/keys")
    }

    /// Appends facts to a stream, one transaction.
    /// - Returns: the last `seq`.
    @discardableResult
    func append(_ count: Int = 1, to stream: String, at ms: Int64 = StoreKit.start, body: String = #"{"n":1}"#) async throws -> Int64 {
        try await store.write { tx in
            let id = StreamID(stream)
            var seq = try tx.lock(id)
            for index in 0..<count {
                seq = try tx.append(to: id, kind: "announcement.posted", at: ms + Int64(index), actor: "person:u1", audience: "meeting:a", body: body)
            }
            return seq
        }
    }

    func checkpoint(at ms: Int64 = StoreKit.start + 10_000) async throws {
        let key = key
        try await store.write { tx in try Checkpoint.write(at: ms, by: key, in: tx) }
    }

    /// Changes rows behind the log's back, as someone with the file could.
    func tamper(_ statements: SQL...) async throws {
        try await store.write { tx in
            for statement in statements { try tx.execute(statement) }
        }
    }

    func finding(knownKeys: Set<String> = []) async throws -> LogVerifier.Finding {
        try await store.read { tx in try LogVerifier.verify(in: tx, knownKeys: knownKeys) }
    }

    func count(_ table: SQL) async throws -> Int {
        try await store.read { tx in try tx.row("SELECT COUNT(*) AS n FROM \(table)")!.int("n") }
    }
}

/// A folder that goes when its last holder does.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/ecabinet-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Logger {
    static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
