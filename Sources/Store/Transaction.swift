import Foundation
import GRDB

/// One transaction, read or write: everything in it happens together or not at all. It cannot be copied out of the closure
/// that was given it, and nothing in it may wait.
public struct Transaction: ~Copyable {
    let database: Database

    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        let statement = try database.cachedStatement(sql: sql.text)
        try statement.execute(arguments: try Self.arguments(sql))
        return database.changesCount
    }

    /// All rows of a bounded query: say `LIMIT`, or know why there are few.
    public func rows(_ sql: SQL) throws -> [Row] {
        let statement = try database.cachedStatement(sql: sql.text)
        let places = ColumnPlaces.of(statement, sql.text)
        return try GRDB.Row.fetchAll(statement, arguments: try Self.arguments(sql)).map { Row(row: $0, places: places) }
    }

    public func row(_ sql: SQL) throws -> Row? {
        let statement = try database.cachedStatement(sql: sql.text)
        return try GRDB.Row.fetchOne(statement, arguments: try Self.arguments(sql)).map { Row(row: $0, places: ColumnPlaces.of(statement, sql.text)) }
    }

    public func exists(_ sql: SQL) throws -> Bool { try row(sql) != nil }

    /// Walks rows one at a time, for answers too large to hold.
    public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try database.makeStatement(sql: sql.text)
        let places = ColumnPlaces.of(statement, sql.text)
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: try Self.arguments(sql))
        while let row = try cursor.next() { try body(Row(row: row, places: places)) }
    }

    private static func holdsNUL(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }

    private static func arguments(_ sql: SQL) throws -> StatementArguments {
        StatementArguments(
            try sql.values.map { value in
                switch value {
                case .null: return DatabaseValue.null
                case .integer(let n): return n.databaseValue
                case .real(let x): return x.databaseValue
                case .text(let s):
                    if holdsNUL(s) { throw StoreFault.notText }
                    return s.databaseValue
                case .blob(let b): return Data(b).databaseValue
                }
            })
    }
}
