import Foundation
import GRDB

extension Store {
    /// A consistent copy of the database in one file, taken while others write.
    /// - Returns: global position of the log in the copy.
    public func snapshot(to path: String) async throws -> Int64 {
        let pool = pool
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(
                    with: Result {
                        let copy = try DatabaseQueue(path: path)
                        try pool.backup(to: copy)
                        // One file: the copy leaves WAL mode before it is read elsewhere.
                        try copy.writeWithoutTransaction { database in try database.execute(sql: "PRAGMA journal_mode = DELETE") }
                        let pos = try copy.read { database in try Int64.fetchOne(database, sql: "SELECT pos FROM shard WHERE id = 0") ?? 0 }
                        try copy.close()
                        return pos
                    })
            }
        }
    }

    /// Digests of all papers and trust anchors that a snapshot knows, sorted.
    public static func contentDigests(inSnapshot path: String) throws -> [String] {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let snapshot = try DatabaseQueue(path: path, configuration: configuration)
        let digests = try snapshot.read { database in try String.fetchAll(database, sql: "SELECT sha256 FROM content UNION SELECT sha256 FROM trust_anchor ORDER BY sha256") }
        try snapshot.close()
        return digests
    }

    /// Gives a restored folder its own epoch: cursors of the old life are told to fetch afresh.
    public func beginEpoch(_ epoch: String) async throws {
        try await write { tx in _ = try tx.execute("UPDATE folder SET epoch = \(epoch) WHERE id = 1") }
    }
}
