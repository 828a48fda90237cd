/// An algorithm and its parameters (RFC 5280 §4.1.1.2).
struct AlgorithmIdentifier {
    var oid: OID
    var parameters: ASN1Node?

    init(_ node: ASN1Node) throws {
        let parts = try node.sequence()
        guard let first = parts.first, parts.count <= 2 else { throw ASN1Node.Fault(detail: "no algorithm") }
        oid = try first.oid()
        parameters = parts.count == 2 ? parts[1] : nil
    }
}
