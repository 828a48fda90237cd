/// A CMS SignedData (RFC 5652 §5), taken apart without judging it.
struct SignedData {
    static let maxBytes = 16 << 20

    /// Length of the encoding; what follows is padding, or an attack.
    let encodedBytes: Int
    let contentType: OID
    /// Nil when detached.
    let content: [UInt8]?
    let certificates: [[UInt8]]
    let crls: [[UInt8]]
    let ocspResponses: [[UInt8]]
    let signers: [SignerInfo]

    private typealias Tag = ASN1Node.Tag

    init(_ data: [UInt8]) throws {
        let outer = try ASN1Node(data)
        encodedBytes = outer.end
        let parts = try outer.sequence()
        guard parts.count == 2, try parts[0].oid() == "1.2.840.113549.1.7.2" else { throw ASN1Node.Fault(detail: "no signedData") }
        guard let body = try parts[1].expect(Tag.context(0)).children().first else { throw ASN1Node.Fault(detail: "an empty signedData") }
        var fields = try body.sequence()[...]
        guard fields.count >= 4 else { throw ASN1Node.Fault(detail: "a signedData without its parts") }
        _ = try fields.removeFirst().small()
        _ = try fields.removeFirst().set()
        let encapsulated = try fields.removeFirst().sequence()
        guard let type = encapsulated.first else { throw ASN1Node.Fault(detail: "no content type") }
        contentType = try type.oid()
        if encapsulated.count > 1 {
            guard let inner = try encapsulated[1].expect(Tag.context(0)).children().first else { throw ASN1Node.Fault(detail: "empty content") }
            // PKCS #7 allows any type here, CMS an octet string.
            content = inner.tag & 0xDF == Tag.octetString ? try inner.octets() : inner.encoded
        } else {
            content = nil
        }
        var certificates: [[UInt8]] = []
        if fields.first?.tag == Tag.context(0) {
            for node in try fields.removeFirst().children() where node.tag == Tag.sequence { certificates.append(node.encoded) }
        }
        self.certificates = certificates
        var crls: [[UInt8]] = []
        var responses: [[UInt8]] = []
        if fields.first?.tag == Tag.context(1) {
            for node in try fields.removeFirst().children() {
                if node.tag == Tag.sequence {
                    crls.append(node.encoded)
                } else if node.tag == Tag.context(1), let other = try? node.children(), other.count == 2, let format = try? other[0].oid() {
                    if format == "1.3.6.1.5.5.7.16.2" { responses.append(other[1].encoded) }
                    if format == "1.3.6.1.5.5.7.48.1.1" { responses.append(Self.successful(basicResponse: other[1].encoded)) }
                }
            }
        }
        self.crls = crls
        ocspResponses = responses
        guard let set = fields.first, fields.count == 1 else { throw ASN1Node.Fault(detail: "a signedData without signers") }
        signers = try set.set().map(SignerInfo.init)
    }

    /// A BasicOCSPResponse put back into the OCSPResponse it came from (RFC 6960 §4.2.1).
    static func successful(basicResponse: [UInt8]) -> [UInt8] {
        let type: [UInt8] = [0x06, 0x09, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01]
        let bytes = DEREncoding.wrap(Tag.sequence, type + DEREncoding.wrap(Tag.octetString, basicResponse))
        return DEREncoding.wrap(Tag.sequence, [Tag.enumerated, 1, 0] + DEREncoding.wrap(Tag.context(0), bytes))
    }
}
