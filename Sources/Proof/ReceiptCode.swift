import Crypto

/// A short code a voter can read aloud: eight Crockford base-32 characters (40 bits) of the SHA-256 of a ballot's canonical bytes.
public enum ReceiptCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    public static func of(_ digest: [UInt8]) -> String {
        precondition(digest.count >= 5, "a receipt code needs 40 bits")
        var bits: UInt64 = 0
        for byte in digest.prefix(5) { bits = bits << 8 | UInt64(byte) }
        var code = ""
        for i in (0..<8).reversed() {
            if i == 3 { code.append("-") }
            code.append(alphabet[Int(bits >> UInt64(i * 5) & 31)])
        }
        return code
    }

    /// Digest of an open ballot: domain, then each field length-prefixed, as in `CanonicalRow`.
    public static func digest(of fields: [String]) -> [UInt8] {
        var sha = SHA256()
        sha.update(data: Array("ecabinet.ballot.v1".utf8))
        for field in fields {
            let utf8 = Array(field.utf8)
            let n = UInt32(utf8.count)
            sha.update(data: [UInt8(n >> 24), UInt8(n >> 16 & 0xFF), UInt8(n >> 8 & 0xFF), UInt8(n & 0xFF)])
            sha.update(data: utf8)
        }
        return Array(sha.finalize())
    }
}
