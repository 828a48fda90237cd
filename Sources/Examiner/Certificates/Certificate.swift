import COpenSSL

/// An X.509 certificate (RFC 5280 §4), parsed once by us for its content and once by OpenSSL for building chains.
final class Certificate {
    struct Extension {
        var isCritical: Bool
        var value: [UInt8]
    }

    static let maxBytes = 256 << 10

    let encoded: [UInt8]
    let serial: [UInt8]
    let issuer: DistinguishedName
    let subject: DistinguishedName
    let notBefore: Instant
    let notAfter: Instant
    let publicKeyInfo: [UInt8]
    let signatureAlgorithm: AlgorithmIdentifier
    let extensions: [OID: Extension]
    let handle: OpaquePointer

    private typealias Tag = ASN1Node.Tag

    /// Nil for bytes that are no certificate.
    init?(_ der: [UInt8]) {
        guard der.count <= Self.maxBytes, let outer = try? ASN1Node(der), let parsed = try? Self.parse(outer) else { return nil }
        encoded = outer.encoded
        (serial, issuer, subject, notBefore, notAfter) = (parsed.serial, parsed.issuer, parsed.subject, parsed.notBefore, parsed.notAfter)
        (publicKeyInfo, signatureAlgorithm, extensions) = (parsed.publicKeyInfo, parsed.signatureAlgorithm, parsed.extensions)
        let native = encoded.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_X509(nil, &cursor, buffer.count)
        }
        guard let native else {
            ERR_clear_error()
            return nil
        }
        handle = native
    }

    deinit { X509_free(handle) }

    private struct Parsed {
        var serial: [UInt8]
        var issuer, subject: DistinguishedName
        var notBefore, notAfter: Instant
        var publicKeyInfo: [UInt8]
        var signatureAlgorithm: AlgorithmIdentifier
        var extensions: [OID: Extension]
    }

    private static func parse(_ outer: ASN1Node) throws -> Parsed {
        let parts = try outer.sequence()
        guard parts.count == 3 else { throw ASN1Node.Fault(detail: "no certificate") }
        var fields = try parts[0].sequence()[...]
        if fields.first?.tag == Tag.context(0) { fields.removeFirst() }
        guard fields.count >= 6 else { throw ASN1Node.Fault(detail: "a certificate without its parts") }
        let f = Array(fields)
        let validity = try f[3].sequence()
        guard validity.count == 2 else { throw ASN1Node.Fault(detail: "no validity") }
        var extensions: [OID: Extension] = [:]
        if let list = f.dropFirst(6).first(where: { $0.tag == Tag.context(3) }) {
            for node in try list.children().first?.sequence() ?? [] {
                let fields = try node.sequence()
                guard fields.count >= 2, let last = fields.last else { throw ASN1Node.Fault(detail: "an empty extension") }
                let isCritical = fields.count == 3 && fields[1].tag == Tag.boolean && fields[1].bytes.first != 0
                let kind = try fields[0].oid()
                guard extensions[kind] == nil else { throw ASN1Node.Fault(detail: "an extension occurs twice") }
                extensions[kind] = Extension(isCritical: isCritical, value: try last.octets())
            }
        }
        return Parsed(
            serial: Array(try f[0].expect(Tag.integer).bytes), issuer: try DistinguishedName(f[2]), subject: try DistinguishedName(f[4]),
            notBefore: try validity[0].instant(), notAfter: try validity[1].instant(), publicKeyInfo: f[5].encoded,
            signatureAlgorithm: try AlgorithmIdentifier(parts[1]), extensions: extensions)
    }

    lazy var publicKey: PublicKey? = PublicKey(publicKeyInfo)

    var isSelfIssued: Bool { subject == issuer }

    /// Lower-case hex, as browsers show it: without the sign byte.
    var serialText: String { Digest.hexadecimal(serial.count > 1 && serial[0] == 0 ? serial.dropFirst() : serial[...]) }

    func isValid(at time: Instant) -> Bool { notBefore <= time && time <= notAfter }

    /// Whether this certificate's key signed `other`; names must agree too.
    func issued(_ other: Certificate) -> Bool {
        guard other.issuer == subject, let key = publicKey else { return false }
        defer { ERR_clear_error() }
        return X509_verify(other.handle, key.handle) == 1
    }
}

extension Certificate: Hashable {
    static func == (a: Certificate, b: Certificate) -> Bool { a === b || a.encoded == b.encoded }
    func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}
