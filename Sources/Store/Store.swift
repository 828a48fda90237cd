import Foundation
import GRDB
public import Logging

/// The database of one data folder: transactions, schema, the log. Knows nothing of meetings.
public final class Store: Sendable {
    public struct Configuration: Sendable {
        /// The data folder; the database is `ecabinet.sqlite` in it.
        public var folder: String
        /// Folder of the numbered schema files.
        public var schemaFolder: String
        /// Readers at once.
        public var readers = 4
        /// How long a reader or writer waits for SQLite's own locks.
        public var busySeconds = 5.0

        public init(folder: String, schemaFolder: String) {
            self.folder = folder
            self.schemaFolder = schemaFolder
        }

        public var databasePath: String { folder + "/ecabinet.sqlite" }
    }

    public let bell = Bell()
    public let configuration: Configuration
    let pool: DatabasePool
    private let commits: GroupCommit
    let logger: Logger

    /// Opens the folder's database, brings its schema up to date (after a backup of its own) and asserts durability.
    /// - Throws: `StoreFault.newerFolder` when the folder was written by a newer program.
    public init(_ configuration: Configuration, logger: Logger) throws {
        self.configuration = configuration
        self.logger = logger
        try FileManager.default.createDirectory(atPath: configuration.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var grdb = GRDB.Configuration()
        grdb.maximumReaderCount = configuration.readers
        grdb.busyMode = .timeout(configuration.busySeconds)
        grdb.foreignKeysEnabled = true
        grdb.label = "ecabinet"
        pool = try DatabasePool(path: configuration.databasePath, configuration: grdb)
        commits = GroupCommit(pool)
        try Self.prepareWriter(pool)
        try Schema(folder: configuration.schemaFolder).bringUpToDate(pool, configuration: configuration, logger: logger)
    }

    /// GRDB sets NORMAL itself when it opens a WAL pool, so FULL is set afterwards, and read back.
    private static func prepareWriter(_ pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What a savepoint may have to undo stays in memory: it is small, and worth nothing after a crash.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
            guard level == 2, journal == "wal" else {
                throw StoreFault.notDurable("synchronous=\(level ?? -1), journal_mode=\(journal ?? "?"): an acknowledged ballot could be lost")
            }
        }
    }

    /// One write transaction. The closure runs on the writer's own queue, alone; it returns once the change is on the disk, perhaps
    /// together with others that waited (`GroupCommit`); then the bell rings.
    public func write<T: Sendable>(_ body: @escaping @Sendable (borrowing Transaction) throws -> T) async throws -> T {
        let answer = try await commits.perform { database in try body(Transaction(database: database)) }
        bell.ring()
        return answer
    }

    /// One read transaction on a consistent snapshot.
    public func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Transaction) throws -> T) async throws -> T {
        try await pool.read { database in try body(Transaction(database: database)) }
    }

    /// Writes the log into the database file, so that the folder is whole in one file when the process ends.
    public func checkpoint() async throws {
        try await pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
    }

    public func close() throws { try pool.close() }
}
