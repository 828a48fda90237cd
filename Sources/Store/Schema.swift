import Foundation
import GRDB
import Logging
import Proof
import Crypto

/// The numbered schema files of `Storage/Schema`, applied in order, each in a transaction of its own, never edited once released.
struct Schema {
    let folder: String

    struct File {
        var number: Int
        var name: String
        var sql: String
    }

    /// `0001-name.sql`, contiguous from 1.
    func files() throws -> [File] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sql") }.sorted()
        guard !names.isEmpty else { throw StoreFault.schema("no schema files in \(folder): is --home right?") }
        return try names.enumerated().map { index, name in
            guard let number = Int(name.prefix(4)), number == index + 1 else {
                throw StoreFault.schema("\(name): schema files are numbered 0001, 0002, … without a gap")
            }
            return File(number: number, name: name, sql: try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
        }
    }

    /// A released schema file is never edited: what was applied is what stands there.
    private func assertUnchanged(_ files: [File], _ pool: DatabasePool) throws {
        let applied = try pool.read { database in
            try database.tableExists("schema_version") ? GRDB.Row.fetchAll(database, sql: "SELECT version, sha256 FROM schema_version ORDER BY version") : []
        }
        for row in applied {
            let (version, digest): (Int, String) = (row["version"], row["sha256"])
            guard let file = files.first(where: { $0.number == version }), Self.digest(file) == digest else {
                throw StoreFault.schema("schema file \(version) differs from the one that made this folder")
            }
        }
    }

    private static func digest(_ file: File) -> String { Hex.encode(SHA256.hash(data: Data(file.sql.utf8))) }

    func bringUpToDate(_ pool: DatabasePool, configuration: Store.Configuration, logger: Logger) throws {
        let files = try files()
        let version = try pool.read { database in
            try database.tableExists("schema_version") ? Int.fetchOne(database, sql: "SELECT MAX(version) FROM schema_version") ?? 0 : 0
        }
        guard version <= files.count else { throw StoreFault.newerFolder(version: version, known: files.count) }
        try assertUnchanged(files, pool)
        guard version < files.count else { return }
        if version > 0 {
            let copy = configuration.folder + "/before-schema-\(String(format: "%04d", files.count)).sqlite"
            try? FileManager.default.removeItem(atPath: copy)
            try pool.writeWithoutTransaction { database in try database.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
            logger.notice("schema \(version) → \(files.count); a copy of the database as it was stands in \(copy)")
        }
        for file in files[version...] {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    do {
                        try database.execute(sql: file.sql)
                    } catch {
                        throw StoreFault.schema("\(file.name): \(error)")
                    }
                    try database.execute(sql: "INSERT INTO schema_version (version, name, sha256) VALUES (?, ?, ?)", arguments: [file.number, file.name, Self.digest(file)])
                    return .commit
                }
            }
        }
    }
}
