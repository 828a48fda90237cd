import COpenSSL

/// Hashing, in one piece or over ranges of a mapped file.
enum Digest {
    static func hash(_ bytes: [UInt8], _ algorithm: HashAlgorithm) -> [UInt8] {
        bytes.withUnsafeBytes { hash([$0], algorithm) }
    }

    static func md5(_ bytes: [UInt8]) -> [UInt8] { hash(bytes, .md5) }

    static func hash(_ source: ByteSource, _ ranges: [Range<Int>], _ algorithm: HashAlgorithm) -> [UInt8] {
        hash(ranges.map { range in
            precondition(range.lowerBound >= 0 && range.upperBound <= source.count, "a range lies outside the bytes")
            return UnsafeRawBufferPointer(start: source.base + range.lowerBound, count: range.count)
        }, algorithm)
    }

    private static func hash(_ parts: [UnsafeRawBufferPointer], _ algorithm: HashAlgorithm) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        precondition(EVP_DigestInit_ex(context, algorithm.method, nil) == 1, "OpenSSL offers no \(algorithm.rawValue)")
        for part in parts where part.count > 0 { EVP_DigestUpdate(context, part.baseAddress, part.count) }
        return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { space, count in
            var length: UInt32 = 0
            EVP_DigestFinal_ex(context, space.baseAddress, &length)
            count = Int(length)
        }
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
