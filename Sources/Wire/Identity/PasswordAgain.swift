/// `POST /me/reauthenticate`.
public struct PasswordAgain: Codable, Sendable {
    public var password: String

    public init(password: String) { self.password = password }
}
