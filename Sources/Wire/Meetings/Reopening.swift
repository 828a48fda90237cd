/// Body of `POST /meetings/{id}/reopening`.
public struct NewReopening: Codable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// A request to open a closed meeting again.
public struct Reopening: Codable, Sendable, Equatable {
    public var reason: String
    public var askedBy: String
    /// RFC 3339.
    public var askedAt: String
    /// asked, approved or refused.
    public var state: String

    public init(reason: String, askedBy: String, askedAt: String, state: String) {
        self.reason = reason
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.state = state
    }
}
