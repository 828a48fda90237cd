/// Certificates and evidence found in the document or beside the signature; untrusted until checked.
struct Supply {
    var certificates: [Certificate] = []
    var evidence = RevocationEvidence()

    mutating func add(certificates more: [[UInt8]]) {
        let known = Set(certificates)
        var added: Set<Certificate> = []
        for der in more.prefix(Circumstances.maxCertificates) {
            guard certificates.count < Circumstances.maxCertificates else { return }
            guard let certificate = Certificate(der), !known.contains(certificate), added.insert(certificate).inserted else { continue }
            certificates.append(certificate)
        }
    }

    /// What a SignedData carries, attributes included (Adobe's, and those of CAdES).
    mutating func add(_ cms: SignedData) {
        add(certificates: cms.certificates)
        evidence.add(lists: cms.crls)
        evidence.add(responses: cms.ocspResponses)
        for signer in cms.signers {
            for value in signer.signed?.values(Attributes.Kind.adobeRevocation) ?? [] { addRevocationArchive(value) }
            for value in signer.unsigned?.values(Attributes.Kind.adobeRevocation) ?? [] { addRevocationArchive(value) }
            for value in signer.unsigned?.values(Attributes.Kind.certificateValues) ?? [] {
                if let list = try? value.sequence() { add(certificates: list.map(\.encoded)) }
            }
            for value in signer.unsigned?.values(Attributes.Kind.revocationValues) ?? [] { addRevocationValues(value) }
        }
    }

    /// RevocationInfoArchival: [0] CRLs, [1] OCSP responses.
    private mutating func addRevocationArchive(_ value: ASN1Node) {
        for part in (try? value.sequence()) ?? [] {
            guard let list = try? part.children().first?.sequence() else { continue }
            if part.tag == ASN1Node.Tag.context(0) { evidence.add(lists: list.map(\.encoded)) }
            if part.tag == ASN1Node.Tag.context(1) { evidence.add(responses: list.map(\.encoded)) }
        }
    }

    /// RevocationValues of CAdES: [0] CRLs, [1] basic OCSP responses.
    private mutating func addRevocationValues(_ value: ASN1Node) {
        for part in (try? value.sequence()) ?? [] {
            guard let list = try? part.children().first?.sequence() else { continue }
            if part.tag == ASN1Node.Tag.context(0) { evidence.add(lists: list.map(\.encoded)) }
            if part.tag == ASN1Node.Tag.context(1) { evidence.add(responses: list.map { SignedData.successful(basicResponse: $0.encoded) }) }
        }
    }
}
