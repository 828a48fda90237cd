/// Body of `POST /tokens`.
public struct TokenRequest: Codable, Sendable {
    public var username: String
    public var password: String

    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }
}

/// Answer of `POST /tokens`: what goes into `Authorization: Bearer TOKEN`, and until when.
public struct TokenAnswer: Codable, Sendable {
    public var token: String
    /// RFC 3339.
    public var expiresAt: String

    public init(token: String, expiresAt: String) {
        self.token = token
        self.expiresAt = expiresAt
    }
}
