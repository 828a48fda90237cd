/// Signed or unsigned attributes (RFC 5652 §5.3, §11), in the order of the file.
struct Attributes {
    enum Kind {
        static let contentType: OID = "1.2.840.113549.1.9.3"
        static let messageDigest: OID = "1.2.840.113549.1.9.4"
        static let signingTime: OID = "1.2.840.113549.1.9.5"
        static let signingCertificate: OID = "1.2.840.113549.1.9.16.2.12"
        static let signingCertificateV2: OID = "1.2.840.113549.1.9.16.2.47"
        static let contentTimeStamp: OID = "1.2.840.113549.1.9.16.2.20"
        static let signatureTimeStamp: OID = "1.2.840.113549.1.9.16.2.14"
        static let certificateValues: OID = "1.2.840.113549.1.9.16.2.23"
        static let revocationValues: OID = "1.2.840.113549.1.9.16.2.24"
        static let adobeRevocation: OID = "1.2.840.113583.1.1.8"
    }

    private let node: ASN1Node
    private let list: [(kind: OID, values: [ASN1Node])]

    init(_ node: ASN1Node) throws {
        self.node = node
        list = try node.children().map { attribute in
            let parts = try attribute.sequence()
            guard parts.count == 2 else { throw ASN1Node.Fault(detail: "an attribute without values") }
            return (try parts[0].oid(), try parts[1].set())
        }
    }

    /// All values of all attributes of this kind.
    func values(_ kind: OID) -> [ASN1Node] { list.filter { $0.kind == kind }.flatMap(\.values) }

    func contains(_ kind: OID) -> Bool { list.contains { $0.kind == kind } }

    /// The value of an attribute that must occur once and have one value.
    func single(_ kind: OID) -> ASN1Node? {
        let found = list.filter { $0.kind == kind }
        guard found.count == 1, found[0].values.count == 1 else { return nil }
        return found[0].values[0]
    }

    /// What the signature is over: the attributes as a SET in DER. As they stand, and sorted anew for writers that
    /// sent them in another order than they signed.
    var signedForms: [[UInt8]] {
        let plain = DEREncoding.wrap(ASN1Node.Tag.set, Array(node.bytes))
        guard let parts = try? node.children().map({ try DEREncoding.canonical($0) }) else { return [plain] }
        let sorted = DEREncoding.wrap(ASN1Node.Tag.set, parts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 })
        return sorted == plain ? [plain] : [plain, sorted]
    }
}
