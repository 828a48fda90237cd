import Crypto

/// The SHA-256 of some content: its name in the store.
///
/// A type and not a string, because it becomes a path: only 64 lower-case hex digits ever get there.
public struct ContentDigest: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Lower-case hex, 64 digits.
    public let hex: String

    /// Nil unless `hex` is 64 lower-case hex digits.
    public init?(hex: String) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        self.hex = hex
    }

    init(_ digest: SHA256.Digest) {
        hex = Hex.encode(digest)
    }

    /// The digest of bytes at hand.
    public init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// The 32 bytes, for `Repr-Digest` and comparison with other encodings.
    public var bytes: [UInt8] {
        let digits = Array(hex.utf8).map { $0 < 0x61 ? $0 - 0x30 : $0 - 0x61 + 10 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    public var description: String { hex }

    public static func < (a: Self, b: Self) -> Bool { a.hex.utf8.lexicographicallyPrecedes(b.hex.utf8) }
}

extension ContentDigest: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = Self(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a digest is 64 lower-case hex digits")
        }
        self = digest
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
