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
    public static func digest(of fields: [String]) -> [UInt8] { LengthPrefixed.digest("ecabinet.ballot.v1", fields) }
}
