import COpenSSL

/// The ciphers of PDF encryption.
enum Ciphers {
    /// Written out, because OpenSSL 3 keeps RC4 in a module that need not be installed.
    static func rc4(_ input: [UInt8], key: [UInt8]) -> [UInt8] {
        guard !key.isEmpty else { return input }
        var state = (0...255).map { UInt8($0) }
        var j = 0
        for i in 0..<256 {
            j = (j + Int(state[i]) + Int(key[i % key.count])) & 255
            state.swapAt(i, j)
        }
        var i = 0
        j = 0
        return input.map { byte in
            i = (i + 1) & 255
            j = (j + Int(state[i])) & 255
            state.swapAt(i, j)
            return byte ^ state[(Int(state[i]) + Int(state[j])) & 255]
        }
    }

    /// AES-CBC; without `vector` the first block is the vector. Nil where the padding is wrong.
    static func aesCBC(_ input: [UInt8], key: [UInt8], vector: [UInt8]? = nil, isPadded: Bool = true) -> [UInt8]? {
        guard let vector else {
            guard input.count >= 16 else { return input.isEmpty ? [] : nil }
            return aesCBC(Array(input.dropFirst(16)), key: key, vector: Array(input.prefix(16)), isPadded: isPadded)
        }
        return run(input, key: key, vector: vector, isPadded: isPadded, encrypts: false)
    }

    static func aesCBCEncrypted(_ input: [UInt8], key: [UInt8], vector: [UInt8]) -> [UInt8]? {
        run(input, key: key, vector: vector, isPadded: false, encrypts: true)
    }

    private static func run(_ input: [UInt8], key: [UInt8], vector: [UInt8], isPadded: Bool, encrypts: Bool) -> [UInt8]? {
        guard vector.count == 16, let cipher = key.count == 16 ? EVP_aes_128_cbc() : key.count == 32 ? EVP_aes_256_cbc() : nil else { return nil }
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        guard EVP_CipherInit_ex(context, cipher, nil, key, vector, encrypts ? 1 : 0) == 1 else { return nil }
        EVP_CIPHER_CTX_set_padding(context, isPadded ? 1 : 0)
        var isWhole = false
        let output = [UInt8](unsafeUninitializedCapacity: input.count + 32) { space, count in
            var first: Int32 = 0
            var last: Int32 = 0
            guard EVP_CipherUpdate(context, space.baseAddress, &first, input, Int32(input.count)) == 1 else { return }
            isWhole = EVP_CipherFinal_ex(context, space.baseAddress! + Int(first), &last) == 1
            count = Int(first) + Int(last)
        }
        return isWhole ? output : nil
    }
}
