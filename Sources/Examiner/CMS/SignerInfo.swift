/// One signer of a SignedData (RFC 5652 §5.3).
struct SignerInfo {
    enum Identifier {
        case issuerAndSerial(issuer: [UInt8], serial: [UInt8])
        case keyIdentifier([UInt8])
    }

    let identifier: Identifier
    let digestAlgorithm: AlgorithmIdentifier
    let signatureAlgorithm: AlgorithmIdentifier
    let signature: [UInt8]
    let signed: Attributes?
    let unsigned: Attributes?

    private typealias Tag = ASN1Node.Tag

    init(_ node: ASN1Node) throws {
        var fields = try node.sequence()[...]
        guard fields.count >= 5 else { throw ASN1Node.Fault(detail: "a signer without its parts") }
        _ = try fields.removeFirst().small()
        let who = fields.removeFirst()
        if who.tag == Tag.sequence {
            let pair = try who.children()
            guard pair.count == 2 else { throw ASN1Node.Fault(detail: "no issuer and serial number") }
            identifier = .issuerAndSerial(issuer: pair[0].encoded, serial: Array(try pair[1].expect(Tag.integer).bytes))
        } else {
            identifier = .keyIdentifier(who.tag == Tag.context(0) ? try who.children().flatMap { try $0.octets() } : Array(try who.expect(Tag.plainContext(0)).bytes))
        }
        digestAlgorithm = try AlgorithmIdentifier(fields.removeFirst())
        signed = fields.first?.tag == Tag.context(0) ? try Attributes(fields.removeFirst()) : nil
        guard fields.count >= 2 else { throw ASN1Node.Fault(detail: "a signer without signature") }
        signatureAlgorithm = try AlgorithmIdentifier(fields.removeFirst())
        signature = try fields.removeFirst().octets()
        unsigned = fields.first?.tag == Tag.context(1) ? try Attributes(fields.removeFirst()) : nil
        guard fields.isEmpty else { throw ASN1Node.Fault(detail: "a signer with unknown parts") }
    }
}
