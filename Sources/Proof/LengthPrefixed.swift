import Crypto

/// SHA-256 over a domain and fields, each with its length before it: two different lists never have the same bytes.
enum LengthPrefixed {
    static func digest(_ domain: String, _ fields: [String]) -> [UInt8] {
        var sha = SHA256()
        sha.update(data: Array(domain.utf8))
        for field in fields {
            let utf8 = Array(field.utf8)
            let n = UInt32(utf8.count)
            sha.update(data: [UInt8(n >> 24), UInt8(n >> 16 & 0xFF), UInt8(n >> 8 & 0xFF), UInt8(n & 0xFF)])
            sha.update(data: utf8)
        }
        return Array(sha.finalize())
    }
}
