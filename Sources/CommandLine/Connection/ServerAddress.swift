import Foundation

/// Where a server lives: scheme, host, port and perhaps a folder, without `/api/v1`.
struct ServerAddress: Equatable, Sendable, Codable, CustomStringConvertible {
    static let basePath = "/api/v1"

    /// Without a slash at the end.
    let text: String

    /// Nil unless `text` is an http or https address without user, query or fragment.
    init?(_ text: String) {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        if text.hasSuffix(Self.basePath) { text.removeLast(Self.basePath.count) }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.query == nil, parts.fragment == nil
        else { return nil }
        self.text = text
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a server's address")
        }
        self = address
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    var description: String { text }

    /// Whether a password or token would travel readable for others.
    var isExposed: Bool {
        guard let parts = URLComponents(string: text), parts.scheme?.lowercased() == "http", let host = parts.host else { return false }
        return !(host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127."))
    }

    func url(_ target: Target) -> URL? { URL(string: text + Self.basePath + target.text) }
}
