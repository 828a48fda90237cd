/// An OCSP response (RFC 6960 §4.2), taken apart; who may have signed it is judged per certificate.
final class OCSPResponse {
    enum Status {
        case good
        case revoked(Instant, reason: Int?)
        case unknown
    }

    struct Answer {
        var hash: HashAlgorithm
        var nameHash, keyHash, serial: [UInt8]
        var status: Status
        var thisUpdate: Instant
        var nextUpdate: Instant?
        var archiveCutoff: Instant?
    }

    let producedAt: Instant
    let answers: [Answer]
    let certificates: [Certificate]
    let scheme: SignatureScheme?
    private let encoded: [UInt8]
    private(set) lazy var sha256 = Digest.hexadecimal(Digest.hash(encoded, .sha256))
    private let signedPart: [UInt8]
    private let signature: [UInt8]
    private let responderName: DistinguishedName?
    private let responderKey: [UInt8]?

    private typealias Tag = ASN1Node.Tag

    /// Nil for anything but a successful basic response.
    init?(_ der: [UInt8]) {
        do {
            let outer = try ASN1Node(der).sequence()
            guard outer.count == 2, try outer[0].small() == 0, let bytes = try outer[1].children().first?.sequence(), bytes.count == 2,
                try bytes[0].oid() == "1.3.6.1.5.5.7.48.1.1"
            else { return nil }
            let basic = try ASN1Node(try bytes[1].octets()).sequence()
            guard basic.count >= 3 else { return nil }
            encoded = der
            signedPart = basic[0].encoded
            scheme = SignatureScheme(try AlgorithmIdentifier(basic[1]), digest: nil)
            signature = try basic[2].bits()
            certificates = basic.count > 3 ? try (basic[3].children().first?.sequence() ?? []).compactMap { Certificate($0.encoded) } : []
            var fields = try basic[0].sequence()[...]
            if fields.first?.tag == Tag.context(0) { fields.removeFirst() }
            guard fields.count >= 3, let responder = try fields.first?.children().first else { return nil }
            responderName = fields.first?.tag == Tag.context(1) ? try DistinguishedName(responder) : nil
            responderKey = fields.first?.tag == Tag.context(2) ? try responder.octets() : nil
            fields.removeFirst()
            producedAt = try fields.removeFirst().instant()
            answers = try fields.removeFirst().sequence().compactMap { try Self.answer($0) }
        } catch {
            return nil
        }
    }

    private static func answer(_ node: ASN1Node) throws -> Answer? {
        let fields = try node.sequence()
        guard fields.count >= 3 else { return nil }
        let identity = try fields[0].sequence()
        guard identity.count == 4, let hash = HashAlgorithm(oid: try AlgorithmIdentifier(identity[0]).oid) else { return nil }
        let status: Status
        switch fields[1].tag {
        case Tag.plainContext(0): status = .good
        case Tag.context(1):
            let details = try fields[1].children()
            guard let date = details.first else { return nil }
            status = .revoked(try date.instant(), reason: try details.dropFirst().first?.children().first?.small())
        default: status = .unknown
        }
        var answer = Answer(
            hash: hash, nameHash: try identity[1].octets(), keyHash: try identity[2].octets(), serial: Array(try identity[3].expect(Tag.integer).bytes),
            status: status, thisUpdate: try fields[2].instant())
        for field in fields.dropFirst(3) {
            if field.tag == Tag.context(0) { answer.nextUpdate = try field.children().first?.instant() }
            if field.tag == Tag.context(1) {
                for detail in try field.children().first?.sequence() ?? [] {
                    let parts = try detail.sequence()
                    if try parts.first?.oid() == "1.3.6.1.5.5.7.48.1.6", let value = parts.last { answer.archiveCutoff = try ASN1Node(try value.octets()).instant() }
                }
            }
        }
        return answer
    }

    /// What this response says of `certificate`, if it says anything and `issuer` answers for it.
    func answer(for certificate: Certificate, issuer: Certificate, pool: [Certificate]) -> Answer? {
        guard let keyBits = try? ASN1Node(issuer.publicKeyInfo).sequence()[1].bits(), let answer = answers.first(where: { answer in
            answer.serial == certificate.serial && answer.nameHash == Digest.hash(certificate.issuer.encoded, answer.hash) && answer.keyHash == Digest.hash(keyBits, answer.hash)
        }) else { return nil }
        return responder(issuer: issuer, pool: pool) == nil ? nil : answer
    }

    /// The issuer itself, or one it entrusted with answering (RFC 6960 §4.2.2.2), whose key signed this response.
    func responder(issuer: Certificate, pool: [Certificate]) -> Certificate? {
        guard let scheme else { return nil }
        for candidate in [issuer] + certificates + pool where isNamed(candidate) {
            let isEntrusted = candidate == issuer
                || (candidate.extendedKeyUsage?.contains(Certificate.Purpose.ocspSigning) == true && candidate.isValid(at: producedAt) && issuer.issued(candidate))
            if isEntrusted, candidate.publicKey?.verifies(signature, over: signedPart, scheme) == true { return candidate }
        }
        return nil
    }

    private func isNamed(_ certificate: Certificate) -> Bool {
        if let responderName { return certificate.subject == responderName }
        guard let responderKey, let keyBits = try? ASN1Node(certificate.publicKeyInfo).sequence()[1].bits() else { return false }
        return Digest.hash(keyBits, .sha1) == responderKey
    }
}
