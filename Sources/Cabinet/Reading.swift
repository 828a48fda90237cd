import Rules
import Store

extension Row {
    /// An id from one of our own columns.
    func id<T>(_ column: String, _: T.Type = T.self) -> Identifier<T> { Identifier(trusted: text(column)) }
    func optionalID<T>(_ column: String, _: T.Type = T.self) -> Identifier<T>? { optionalText(column).map { Identifier(trusted: $0) } }
    func time(_ column: String) -> Timestamp { Timestamp(ms: integer(column)) }
    func optionalTime(_ column: String) -> Timestamp? { optionalInteger(column).map(Timestamp.init(ms:)) }

    /// A column whose CHECK or writer allows only the cases of `T`.
    func choice<T: RawRepresentable>(_ column: String, _: T.Type = T.self) -> T where T.RawValue == String {
        guard let value = T(rawValue: text(column)) else { preconditionFailure("\(column) holds \(text(column)), no \(T.self)") }
        return value
    }
}

/// A page of a list: at most `limit` items, and where to go on.
public struct Listing<Item: Sendable>: Sendable {
    public static var maxLimit: Int { 200 }
    public var items: [Item]
    /// Opaque; nil at the end.
    public var next: String?
    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}
