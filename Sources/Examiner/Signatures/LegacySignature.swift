/// The two signature formats of old Acrobats (ISO 32000-1 §12.8.3), told apart so that they can be named weak rather than unreadable.
enum LegacySignature {
    /// A CMS over the SHA-1 of the file.
    static let digestFilter = "adbe.pkcs7.sha1"
    /// A bare PKCS #1 value beside the certificates.
    static let rawFilter = "adbe.x509.rsa_sha1"

    static func certificates(_ value: PDFDictionary, _ document: PDFDocument) throws -> [[UInt8]] {
        let certificates = try document.resolve(value["Cert"])
        if let one = certificates.string { return [one.bytes] }
        return try (certificates.array ?? []).compactMap { try document.resolve($0).string?.bytes }
    }

    /// A bare value in the form everything else has: a SignedData without attributes.
    static func signedData(signature contents: [UInt8], certificates: [[UInt8]]) throws -> SignedData {
        typealias Tag = ASN1Node.Tag
        guard let first = certificates.first, let signer = Certificate(first) else { throw ASN1Node.Fault(detail: "no certificate beside the signature") }
        let value = try ASN1Node(contents).octets()
        func sequence(_ parts: [UInt8]...) -> [UInt8] { DEREncoding.wrap(Tag.sequence, parts.flatMap { $0 }) }
        let version: [UInt8] = [Tag.integer, 1, 1]
        let null: [UInt8] = [Tag.null, 0]
        let sha1 = sequence([Tag.oid, 5, 0x2B, 0x0E, 0x03, 0x02, 0x1A], null)
        let rsa = sequence([Tag.oid, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], null)
        let data = sequence([Tag.oid, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01])
        let identity = sequence(signer.issuer.encoded, DEREncoding.wrap(Tag.integer, signer.serial))
        let signerInfo = sequence(version, identity, sha1, rsa, DEREncoding.wrap(Tag.octetString, value))
        let body = sequence(
            version, DEREncoding.wrap(Tag.set, sha1), data, DEREncoding.wrap(Tag.context(0), certificates.flatMap { $0 }), DEREncoding.wrap(Tag.set, signerInfo))
        return try SignedData(sequence([Tag.oid, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02], DEREncoding.wrap(Tag.context(0), body)))
    }
}
