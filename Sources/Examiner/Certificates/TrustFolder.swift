/// The administrator's trust anchors, and the revocation lists put beside them for closed networks.
struct TrustFolder {
    static let maxCertificateFileBytes = 4 << 20
    static let maxListBytes = 64 << 20

    let anchors: [Certificate]
    let lists: [CertificateList]

    init(_ path: String) {
        anchors = Folder.files(in: path).flatMap { file -> [Certificate] in
            guard let text = Folder.bytes(of: file, maxBytes: Self.maxCertificateFileBytes) else { return [] }
            return ["CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE"].flatMap { PEM.blocks($0, in: text) }.compactMap(Certificate.init)
        }
        lists = Folder.files(in: path + "/crl").flatMap { file -> [CertificateList] in
            guard let bytes = Folder.bytes(of: file, maxBytes: Self.maxListBytes) else { return [] }
            let armoured = PEM.blocks("X509 CRL", in: bytes)
            return (armoured.isEmpty ? [bytes] : armoured).compactMap(CertificateList.init)
        }
    }
}
