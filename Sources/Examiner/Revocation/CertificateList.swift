/// A certificate revocation list (RFC 5280 §5); entries are looked up, not kept.
final class CertificateList {
    let issuer: DistinguishedName
    let thisUpdate: Instant
    let nextUpdate: Instant?
    private let encoded: [UInt8]
    private(set) lazy var sha256 = Digest.hexadecimal(Digest.hash(encoded, .sha256))
    private let signedPart: [UInt8]
    private let algorithm: AlgorithmIdentifier
    private let signature: [UInt8]
    private let entries: ASN1Node?
    private let extensions: [OID: Certificate.Extension]
    private var verified: [ObjectIdentifier: Bool] = [:]

    private typealias Tag = ASN1Node.Tag

    private enum ExtensionKind {
        static let deltaIndicator: OID = "2.5.29.27"
        static let issuingPoint: OID = "2.5.29.28"
        static let expiredCertificates: OID = "2.5.29.60"
        static let reason: OID = "2.5.29.21"
        static let certificateIssuer: OID = "2.5.29.29"
        static let understood: Set<OID> = [issuingPoint, expiredCertificates, "2.5.29.35", "2.5.29.20", "2.5.29.46"]
    }

    /// Nil for bytes that are no revocation list.
    init?(_ der: [UInt8]) {
        do {
            let parts = try ASN1Node(der).sequence()
            guard parts.count == 3 else { return nil }
            encoded = der
            signedPart = parts[0].encoded
            algorithm = try AlgorithmIdentifier(parts[1])
            signature = try parts[2].bits()
            var fields = try parts[0].sequence()[...]
            if fields.first?.tag == Tag.integer { fields.removeFirst() }
            guard fields.count >= 3 else { return nil }
            fields.removeFirst()
            issuer = try DistinguishedName(fields.removeFirst())
            thisUpdate = try fields.removeFirst().instant()
            let isTime = fields.first.map { $0.tag == Tag.utcTime || $0.tag == Tag.generalizedTime } ?? false
            nextUpdate = isTime ? try fields.removeFirst().instant() : nil
            entries = fields.first?.tag == Tag.sequence ? fields.removeFirst() : nil
            extensions = fields.first?.tag == Tag.context(0) ? try Self.extensions(fields[fields.startIndex].children().first) : [:]
        } catch {
            return nil
        }
    }

    private static func extensions(_ list: ASN1Node?) throws -> [OID: Certificate.Extension] {
        var found: [OID: Certificate.Extension] = [:]
        for node in try list?.sequence() ?? [] {
            let fields = try node.sequence()
            guard fields.count >= 2, let last = fields.last else { throw ASN1Node.Fault(detail: "an empty extension") }
            found[try fields[0].oid()] = Certificate.Extension(isCritical: fields.count == 3 && fields[1].bytes.first != 0, value: try last.octets())
        }
        return found
    }

    /// Whether `authority` signed this list and may.
    func isSigned(by authority: Certificate) -> Bool {
        if let known = verified[ObjectIdentifier(authority)] { return known }
        let scheme = SignatureScheme(algorithm, digest: nil)
        let isGood = issuer == authority.subject && authority.maySignRevocationLists && scheme.map { authority.publicKey?.verifies(signature, over: signedPart, $0) ?? false } == true
        verified[ObjectIdentifier(authority)] = isGood
        return isGood
    }

    var scheme: SignatureScheme? { SignatureScheme(algorithm, digest: nil) }

    /// Lists that are partial, indirect or carry what we do not understand cannot say that a certificate is good.
    func covers(_ certificate: Certificate) -> Bool {
        guard !isBroken, extensions[ExtensionKind.deltaIndicator] == nil, extensions.allSatisfy({ !$0.value.isCritical || ExtensionKind.understood.contains($0.key) }) else { return false }
        guard let point = extensions[ExtensionKind.issuingPoint] else { return true }
        guard let fields = try? ASN1Node(point.value).sequence() else { return false }
        for field in fields {
            switch field.tag {
            case Tag.context(0): if !sharesPoint(field, with: certificate) { return false }
            case Tag.plainContext(1): if field.bytes.first != 0, certificate.isAuthority { return false }
            case Tag.plainContext(2): if field.bytes.first != 0, !certificate.isAuthority { return false }
            case Tag.plainContext(3): return false
            case Tag.plainContext(4), Tag.plainContext(5): if field.bytes.first != 0 { return false }
            default: return false
            }
        }
        return true
    }

    /// A partition of the list speaks for the certificates that name it, and for those that name none.
    private func sharesPoint(_ point: ASN1Node, with certificate: Certificate) -> Bool {
        guard let own = certificate.extensions[Certificate.ExtensionKind.distributionPoints] else { return true }
        guard let theirs = try? ASN1Node(own.value) else { return false }
        let names = Self.addresses(in: point)
        return names.isEmpty || !names.isDisjoint(with: Self.addresses(in: theirs))
    }

    private static func addresses(in node: ASN1Node) -> Set<[UInt8]> {
        if node.tag == Tag.plainContext(6) { return [Array(node.bytes)] }
        guard node.isConstructed, let children = try? node.children() else { return [] }
        return children.reduce(into: []) { $0.formUnion(addresses(in: $1)) }
    }

    /// From when on expired certificates stay on the list; nil where they may be dropped.
    var keepsExpiredSince: Instant? { extensions[ExtensionKind.expiredCertificates].flatMap { try? ASN1Node($0.value).instant() } }

    struct Entry {
        var date: Instant
        var reason: Int?
    }

    private var looked: [[UInt8]: Entry?] = [:]

    /// The entry of a certificate of this list's issuer.
    func entry(of certificate: Certificate) -> Entry? {
        if let known = looked[certificate.serial] { return known }
        let found = find(certificate)
        looked[certificate.serial] = .some(found)
        return found
    }

    /// Rows that cannot be read might be anyone's: such a list says of nobody that he is good.
    private(set) var isBroken = false

    private func find(_ certificate: Certificate) -> Entry? {
        guard let entries else { return nil }
        var position = entries.content.lowerBound
        while position < entries.content.upperBound {
            guard let row = try? ASN1Node(entries.data, at: position, end: entries.content.upperBound, nesting: 4) else {
                isBroken = true
                return nil
            }
            position = row.end
            guard let serial = try? ASN1Node(row.data, at: row.content.lowerBound, end: row.end, nesting: 5), serial.bytes.elementsEqual(certificate.serial) else { continue }
            guard let fields = try? row.sequence(), fields.count >= 2, let date = try? fields[1].instant() else {
                isBroken = true
                return nil
            }
            let details = fields.count > 2 ? (try? Self.extensions(fields[2])) ?? [:] : [:]
            if details[ExtensionKind.certificateIssuer] != nil { continue }
            return Entry(date: date, reason: details[ExtensionKind.reason].flatMap { try? ASN1Node($0.value).small() })
        }
        return nil
    }
}
