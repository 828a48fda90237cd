/// One SQL statement in the common dialect (Docs/dialect.md) with its values kept apart from its text: values enter by
/// interpolation only, so none of them can become syntax.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    var text: String
    var values: [SQLValue]

    public init(stringLiteral value: String) {
        text = value
        values = []
    }

    public init(stringInterpolation interpolation: Interpolation) {
        text = interpolation.text
        values = interpolation.values
    }

    public struct Interpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) { text += literal }

        public mutating func appendInterpolation(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }
        public mutating func appendInterpolation(_ value: String) { appendInterpolation(.text(value)) }
        public mutating func appendInterpolation(_ value: String?) { appendInterpolation(value.map(SQLValue.text) ?? .null) }
        public mutating func appendInterpolation(_ value: Int64) { appendInterpolation(.integer(value)) }
        public mutating func appendInterpolation(_ value: Int64?) { appendInterpolation(value.map(SQLValue.integer) ?? .null) }
        public mutating func appendInterpolation(_ value: Int) { appendInterpolation(.integer(Int64(value))) }
        public mutating func appendInterpolation(_ value: Int?) { appendInterpolation(value.map { .integer(Int64($0)) } ?? .null) }
        public mutating func appendInterpolation(_ value: Bool) { appendInterpolation(.integer(value ? 1 : 0)) }
        public mutating func appendInterpolation(_ value: [UInt8]) { appendInterpolation(.blob(value)) }
        public mutating func appendInterpolation(_ value: [UInt8]?) { appendInterpolation(value.map(SQLValue.blob) ?? .null) }
        /// A part of a statement, its values included.
        public mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            values += part.values
        }
        /// A parenthesised list for `IN`; an empty one matches nothing.
        public mutating func appendInterpolation(list: [String]) {
            text += list.isEmpty ? "(NULL)" : "(" + list.map { _ in "?" }.joined(separator: ", ") + ")"
            values += list.map(SQLValue.text)
        }
    }
}

/// The five things the common dialect stores.
public enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}
