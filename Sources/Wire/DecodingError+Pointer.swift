extension DecodingError {
    /// Where in the request the trouble lies: RFC 6901 pointer, for `Problem.Field`; empty for the whole body.
    public var pointer: String {
        let path: [any CodingKey] =
            switch self {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            @unknown default: []
            }
        return path.map { "/" + Self.escaped($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }

    /// RFC 6901 §3: `~` and `/` inside a name.
    private static func escaped(_ name: String) -> String {
        var escaped = ""
        for character in name {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
