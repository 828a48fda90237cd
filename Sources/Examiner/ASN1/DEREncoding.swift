/// The little DER (ITU-T X.690 §10, §11) a verifier has to write itself.
enum DEREncoding {
    static func wrap(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        var length: [UInt8] = []
        if content.count < 0x80 {
            length = [UInt8(content.count)]
        } else {
            var rest = content.count
            while rest > 0 {
                length.insert(UInt8(rest & 0xFF), at: 0)
                rest >>= 8
            }
            length.insert(0x80 | UInt8(length.count), at: 0)
        }
        return [tag] + length + content
    }

    /// The value in DER whatever BER it came in; sets are sorted.
    static func canonical(_ node: ASN1Node) throws -> [UInt8] {
        guard node.isConstructed else { return wrap(node.tag, Array(node.bytes)) }
        if node.tag == ASN1Node.Tag.octetString | 0x20 { return wrap(ASN1Node.Tag.octetString, try node.octets()) }
        var parts = try node.children().map { try canonical($0) }
        if node.tag == ASN1Node.Tag.set { parts.sort { $0.lexicographicallyPrecedes($1) } }
        return wrap(node.tag, parts.flatMap { $0 })
    }
}
