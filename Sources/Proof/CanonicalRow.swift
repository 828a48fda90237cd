import Crypto

/// The bytes of one event that its hash covers: `ecabinet.log.v1`, then each field as a four-byte big-endian length and
/// its UTF-8. Numbers are written in decimal. Two different events never have the same bytes.
public struct CanonicalRow: Sendable, Equatable {
    public static let domain = "ecabinet.log.v1"
    /// What the first event of a stream follows.
    public static let origin = [UInt8](repeating: 0, count: SHA256.byteCount)

    public var stream: String
    public var seq: Int64
    public var kind: String
    /// Milliseconds since 1970 UTC.
    public var at: Int64
    public var actor: String
    public var audience: String
    public var body: String

    public init(stream: String, seq: Int64, kind: String, at: Int64, actor: String, audience: String, body: String) {
        self.stream = stream
        self.seq = seq
        self.kind = kind
        self.at = at
        self.actor = actor
        self.audience = audience
        self.body = body
    }

    public var bytes: [UInt8] {
        var out = Array(Self.domain.utf8)
        for field in [stream, String(seq), kind, String(at), actor, audience, body] {
            let utf8 = Array(field.utf8)
            let n = UInt32(utf8.count)
            out += [UInt8(n >> 24), UInt8(n >> 16 & 0xFF), UInt8(n >> 8 & 0xFF), UInt8(n & 0xFF)]
            out += utf8
        }
        return out
    }

    /// `SHA-256(parent ‖ canonical row)`.
    public func hash(after parent: [UInt8]) -> [UInt8] {
        var sha = SHA256()
        sha.update(data: parent)
        sha.update(data: bytes)
        return Array(sha.finalize())
    }
}
