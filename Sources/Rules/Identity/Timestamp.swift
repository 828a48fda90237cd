/// An instant: milliseconds since 1970-01-01 UTC, as stored.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
    public var ms: Int64

    public init(ms: Int64) { self.ms = ms }

    public init(from decoder: any Decoder) throws { ms = try decoder.singleValueContainer().decode(Int64.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(ms)
    }

    public static func < (a: Self, b: Self) -> Bool { a.ms < b.ms }
    public static func + (a: Self, seconds: Int64) -> Self { .init(ms: a.ms + seconds * 1000) }
}
