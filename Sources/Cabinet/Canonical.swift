import Foundation
import Synchronization

/// JSON with sorted keys and no escaped slashes: the same value always has the same bytes.
enum Canonical {
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    static func encode(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The same for texts that are few and read with every ballot (rules, who was present): what a text means never changes, so it is decoded once.
    static func decodeOnce<T: Decodable & Sendable>(_ type: T.Type, from text: String) throws -> T {
        if let value = decoded.withLock({ $0[text] }) as? T { return value }
        let value = try decode(type, from: text)
        decoded.withLock { decoded in
            if decoded.count >= mostDecoded { decoded.removeAll() }
            decoded[text] = value
        }
        return value
    }

    private static let mostDecoded = 128
    private static let decoded = Mutex<[String: any Sendable]>([:])
}
