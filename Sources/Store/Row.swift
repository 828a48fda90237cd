import Foundation
import GRDB

/// One row of an answer. A column that is missing or of another type is a mistake of ours, not of the data: it traps.
public struct Row {
    let row: GRDB.Row
    let places: [String: Int]

    public func text(_ column: String) -> String { value(column) }
    public func optionalText(_ column: String) -> String? { row[place(column)] }
    public func integer(_ column: String) -> Int64 { value(column) }
    public func optionalInteger(_ column: String) -> Int64? { row[place(column)] }
    public func int(_ column: String) -> Int { value(column) }
    public func optionalInt(_ column: String) -> Int? { row[place(column)] }
    public func bool(_ column: String) -> Bool { (value(column) as Int64) != 0 }
    public func blob(_ column: String) -> [UInt8] { Array(value(column) as Data) }
    public func optionalBlob(_ column: String) -> [UInt8]? { (row[place(column)] as Data?).map(Array.init) }

    private func value<T: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) -> T {
        guard let value = row[place(column)] as T? else { preconditionFailure("column \(column) is NULL") }
        return value
    }

    private func place(_ column: String) -> Int {
        guard let place = places[column] else { preconditionFailure("column \(column) is not selected") }
        return place
    }
}
