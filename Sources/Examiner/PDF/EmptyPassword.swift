/// Derives the file key from the empty user password (ISO 32000-2 §7.6.4.3), if that password opens the file.
struct EmptyPassword {
    private static let padding: [UInt8] = [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ]

    var revision: Int
    var keyBytes: Int
    var owner, user, userKey: [UInt8]
    var permissions: Int
    var documentID: [UInt8]
    var sealsMetadata: Bool

    func fileKey() -> [UInt8]? { revision >= 5 ? modernKey() : classicKey() }

    private func classicKey() -> [UInt8]? {
        guard (5...16).contains(keyBytes), owner.count >= 32, user.count >= 16 else { return nil }
        let flags = UInt32(truncatingIfNeeded: permissions)
        var seed = Self.padding + owner.prefix(32)
        seed += [0, 8, 16, 24].map { UInt8(flags >> $0 & 0xFF) }
        seed += documentID
        if revision >= 4, !sealsMetadata { seed += [0xFF, 0xFF, 0xFF, 0xFF] }
        var key = Digest.md5(seed)
        if revision >= 3 { for _ in 0..<50 { key = Digest.md5(Array(key.prefix(keyBytes))) } }
        key = Array(key.prefix(keyBytes))
        return proof(of: key).elementsEqual(user.prefix(revision >= 3 ? 16 : 32)) ? key : nil
    }

    private func proof(of key: [UInt8]) -> [UInt8] {
        guard revision >= 3 else { return Ciphers.rc4(Self.padding, key: key) }
        var text = Ciphers.rc4(Digest.md5(Self.padding + documentID), key: key)
        for round in 1...19 { text = Ciphers.rc4(text, key: key.map { $0 ^ UInt8(round) }) }
        return text
    }

    private func modernKey() -> [UInt8]? {
        guard user.count >= 48, userKey.count >= 32 else { return nil }
        let validationSalt = Array(user[32..<40])
        let keySalt = Array(user[40..<48])
        guard hash(validationSalt).elementsEqual(user.prefix(32)) else { return nil }
        return Ciphers.aesCBC(Array(userKey.prefix(32)), key: hash(keySalt), vector: [UInt8](repeating: 0, count: 16), isPadded: false)
    }

    /// Algorithm 2.B for an empty password; revision 5 stops at the first SHA-256.
    private func hash(_ salt: [UInt8]) -> [UInt8] {
        var key = Digest.hash(salt, .sha256)
        guard revision >= 6 else { return key }
        var round = 0
        while true {
            let block = (0..<64).flatMap { _ in key }
            guard let sealed = Ciphers.aesCBCEncrypted(block, key: Array(key.prefix(16)), vector: Array(key[16..<32])) else { return key }
            let remainder = sealed.prefix(16).reduce(0) { ($0 + Int($1)) % 3 }
            key = Digest.hash(sealed, [HashAlgorithm.sha256, .sha384, .sha512][remainder])
            round += 1
            if round >= 64, Int(sealed.last ?? 0) <= round - 32 { return Array(key.prefix(32)) }
        }
    }
}
