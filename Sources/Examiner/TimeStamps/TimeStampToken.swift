/// An RFC 3161 time-stamp token, taken apart.
struct TimeStampToken {
    let cms: SignedData
    let signer: SignerInfo
    let content: [UInt8]
    let imprintHash: HashAlgorithm
    let imprint: [UInt8]
    let time: Instant

    static let contentType: OID = "1.2.840.113549.1.9.16.1.4"

    init(_ encoded: [UInt8]) throws(StampProblem) {
        do {
            cms = try SignedData(encoded)
            guard cms.contentType == Self.contentType, let content = cms.content, cms.signers.count == 1 else { throw StampProblem.malformed }
            signer = cms.signers[0]
            self.content = content
            let fields = try ASN1Node(content).sequence()
            guard fields.count >= 5, try fields[0].small() == 1 else { throw StampProblem.malformed }
            let imprint = try fields[2].sequence()
            guard imprint.count == 2, let hash = HashAlgorithm(oid: try AlgorithmIdentifier(imprint[0]).oid) else { throw StampProblem.malformed }
            imprintHash = hash
            self.imprint = try imprint[1].octets()
            time = try fields[4].instant()
        } catch {
            throw .malformed
        }
    }
}
