import COpenSSL

/// A public key, with what a policy asks about it.
final class PublicKey {
    enum Family: Equatable { case rsa, rsaPSS, ec(curve: String), ed25519, ed448, dsa, other }

    let handle: OpaquePointer
    let family: Family
    let bits: Int

    /// From a SubjectPublicKeyInfo in DER.
    init?(_ info: [UInt8]) {
        var cursor: UnsafePointer<UInt8>?
        let parsed = info.withUnsafeBufferPointer { buffer in
            cursor = buffer.baseAddress
            return d2i_PUBKEY(nil, &cursor, buffer.count)
        }
        guard let parsed else {
            ERR_clear_error()
            return nil
        }
        handle = parsed
        bits = Int(EVP_PKEY_get_bits(parsed))
        family = switch EVP_PKEY_get_base_id(parsed) {
        case EVP_PKEY_RSA: .rsa
        case EVP_PKEY_RSA_PSS: .rsaPSS
        case EVP_PKEY_EC: .ec(curve: Self.curve(parsed))
        case EVP_PKEY_ED25519: .ed25519
        case EVP_PKEY_ED448: .ed448
        case EVP_PKEY_DSA: .dsa
        default: .other
        }
    }

    deinit { EVP_PKEY_free(handle) }

    private static func curve(_ key: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1 else { return "?" }
        let text = String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return switch text {
        case "prime256v1": "P256"
        case "secp384r1": "P384"
        case "secp521r1": "P521"
        default: text
        }
    }

    /// Whether `signature` is this key's over `message`.
    func verifies(_ signature: [UInt8], over message: [UInt8], _ scheme: SignatureScheme) -> Bool {
        guard let hash = scheme.hash else { return verifiesWhole(signature, message, scheme) }
        return verifies(signature, overDigest: Digest.hash(message, hash), scheme)
    }

    /// Whether `signature` is this key's over something with this digest; Edwards curves know no such thing.
    func verifies(_ signature: [UInt8], overDigest digest: [UInt8], _ scheme: SignatureScheme) -> Bool {
        guard scheme.fits(family), let hash = scheme.hash, let context = EVP_PKEY_CTX_new(handle, nil) else { return false }
        defer {
            EVP_PKEY_CTX_free(context)
            ERR_clear_error()
        }
        guard EVP_PKEY_verify_init(context) == 1, EVP_PKEY_CTX_set_signature_md(context, hash.method) == 1 else { return false }
        switch scheme {
        case .rsaPKCS1: guard EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 else { return false }
        case .rsaPSS(_, let mask, let saltBytes):
            guard EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1, EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask.method) == 1,
                EVP_PKEY_CTX_set_rsa_pss_saltlen(context, Int32(saltBytes)) == 1
            else { return false }
        default: break
        }
        return EVP_PKEY_verify(context, signature, signature.count, digest, digest.count) == 1
    }

    /// Whether an RSA PKCS #1 signature value holds a well-formed digest, of whatever it is.
    func recoversDigest(from signature: [UInt8], _ hash: HashAlgorithm) -> Bool {
        guard family == .rsa, let context = EVP_PKEY_CTX_new(handle, nil) else { return false }
        defer {
            EVP_PKEY_CTX_free(context)
            ERR_clear_error()
        }
        guard EVP_PKEY_verify_recover_init(context) == 1, EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1,
            EVP_PKEY_CTX_set_signature_md(context, hash.method) == 1
        else { return false }
        var digest = [UInt8](repeating: 0, count: max(Int(EVP_PKEY_get_size(handle)), 64))
        var length = digest.count
        return EVP_PKEY_verify_recover(context, &digest, &length, signature, signature.count) == 1 && length == hash.bytes
    }

    private func verifiesWhole(_ signature: [UInt8], _ message: [UInt8], _ scheme: SignatureScheme) -> Bool {
        guard scheme.fits(family), let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        guard EVP_DigestVerifyInit(context, nil, nil, nil, handle) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
