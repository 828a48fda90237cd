/// What a certificate says its key is for (RFC 5280 §4.2.1).
extension Certificate {
    enum ExtensionKind {
        static let keyIdentifier: OID = "2.5.29.14"
        static let keyUsage: OID = "2.5.29.15"
        static let basicConstraints: OID = "2.5.29.19"
        static let distributionPoints: OID = "2.5.29.31"
        static let extendedKeyUsage: OID = "2.5.29.37"
        static let qualifiedStatements: OID = "1.3.6.1.5.5.7.1.3"
        static let noOCSPCheck: OID = "1.3.6.1.5.5.7.48.1.5"
    }

    enum Purpose {
        static let any: OID = "2.5.29.37.0"
        static let timeStamping: OID = "1.3.6.1.5.5.7.3.8"
        static let ocspSigning: OID = "1.3.6.1.5.5.7.3.9"
        /// Purposes under which people sign documents.
        static let documents: Set<OID> = [
            any,
            "1.3.6.1.5.5.7.3.36",  // id-kp-documentSigning, RFC 9336
            "1.3.6.1.5.5.7.3.4",  // emailProtection
            "1.3.6.1.5.5.7.3.2",  // clientAuth: what Vietnamese authorities put into citizens' certificates
            "1.2.840.113583.1.1.5",  // Adobe authentic documents
            "1.3.6.1.4.1.311.10.3.12",  // Microsoft document signing
            "1.3.6.1.4.1.311.20.2.2",  // smart card logon, beside clientAuth on agency tokens
        ]
    }

    /// Bit `n` of keyUsage; nil where the extension is absent.
    private func keyUsage(_ bits: Int...) -> Bool? {
        guard let value = extensions[ExtensionKind.keyUsage]?.value else { return nil }
        guard let flags = try? ASN1Node(value).bits() else { return false }
        return bits.contains { $0 / 8 < flags.count && flags[$0 / 8] & (0x80 >> UInt8($0 % 8)) != 0 }
    }

    /// digitalSignature or nonRepudiation, or no restriction at all.
    var maySign: Bool { keyUsage(0, 1) ?? true }
    var maySignCertificates: Bool { keyUsage(5) ?? true }
    var maySignRevocationLists: Bool { keyUsage(6) ?? true }

    /// Nil where the extension is absent; empty where it cannot be read.
    var extendedKeyUsage: Set<OID>? {
        guard let value = extensions[ExtensionKind.extendedKeyUsage]?.value else { return nil }
        guard let list = try? ASN1Node(value).sequence().map({ try $0.oid() }) else { return [] }
        return Set(list)
    }

    var maySignDocuments: Bool { extendedKeyUsage.map { !$0.isDisjoint(with: Purpose.documents) } ?? true }

    /// timeStamping alone and critical (RFC 3161 §2.3).
    var mayStampTime: Bool { extendedKeyUsage == [Purpose.timeStamping] && extensions[ExtensionKind.extendedKeyUsage]?.isCritical == true }

    var isAuthority: Bool {
        guard let value = extensions[ExtensionKind.basicConstraints]?.value, let fields = try? ASN1Node(value).sequence(), let first = fields.first else { return false }
        return first.tag == ASN1Node.Tag.boolean && first.bytes.first != 0
    }

    var keyIdentifier: [UInt8]? {
        extensions[ExtensionKind.keyIdentifier].flatMap { try? ASN1Node($0.value).octets() }
    }
}
