/// One fact as it stands in the log.
public struct LoggedEvent: Sendable, Equatable {
    public var stream: StreamID
    public var seq: Int64
    public var kind: String
    /// Milliseconds since 1970 UTC; never decreases within a stream.
    public var at: Int64
    public var actor: String
    /// Grant expression, fixed when the event was appended.
    public var audience: String
    /// Canonical JSON (sorted keys), without personal content.
    public var body: String

    public init(stream: StreamID, seq: Int64, kind: String, at: Int64, actor: String, audience: String, body: String) {
        self.stream = stream
        self.seq = seq
        self.kind = kind
        self.at = at
        self.actor = actor
        self.audience = audience
        self.body = body
    }
}

/// The unit of order: `meeting:ID`, `person:ID`, `report:ID`, `house`.
public struct StreamID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    /// Accounts, bodies, rule sets, trust.
    public static let house = StreamID("house")
    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
