/// A distinguished name (RFC 5280 §4.1.2.4), in the order of the certificate.
struct DistinguishedName: Hashable {
    enum Attribute {
        static let commonName: OID = "2.5.4.3"
        static let surname: OID = "2.5.4.4"
        static let serialNumber: OID = "2.5.4.5"
        static let country: OID = "2.5.4.6"
        static let organisation: OID = "2.5.4.10"
        static let unit: OID = "2.5.4.11"
        static let title: OID = "2.5.4.12"
        static let givenName: OID = "2.5.4.42"
        static let pseudonym: OID = "2.5.4.65"
        static let organisationIdentifier: OID = "2.5.4.97"
        static let userID: OID = "0.9.2342.19200300.100.1.1"
        static let email: OID = "1.2.840.113549.1.9.1"
    }

    let encoded: [UInt8]
    let parts: [(kind: OID, text: String)]
    /// How names are compared across encodings: NFC, spaces folded, case ignored (RFC 5280 §7.1).
    private let folded: [String]

    init(_ node: ASN1Node) throws {
        encoded = node.encoded
        parts = try node.sequence().flatMap { try $0.set() }.map { pair in
            let fields = try pair.sequence()
            guard fields.count == 2 else { throw ASN1Node.Fault(detail: "a name without value") }
            return (try fields[0].oid(), ASN1Text.decode(fields[1]))
        }
        folded = parts.map { "\($0.kind)=" + $0.text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    func first(_ kind: OID) -> String? { parts.first { $0.kind == kind && !$0.text.isEmpty }?.text }

    static func == (a: Self, b: Self) -> Bool { a.folded == b.folded }
    func hash(into hasher: inout Hasher) { hasher.combine(folded) }

    /// The name to show: common name, else whatever names the holder.
    var display: String {
        if let name = first(Attribute.commonName) ?? first(Attribute.pseudonym) { return name }
        let personal = [first(Attribute.surname), first(Attribute.givenName)].compactMap { $0 }
        if !personal.isEmpty { return personal.joined(separator: " ") }
        return first(Attribute.organisation) ?? first(Attribute.unit) ?? first(Attribute.email) ?? parts.last?.text ?? ""
    }
}
