/// The trust anchors of folder and store, and the revocation lists put beside them for closed networks.
struct TrustFolder {
    static let maxCertificateFileBytes = 4 << 20
    static let maxListBytes = 64 << 20

    let anchors: [Certificate]
    let lists: [CertificateList]
    private let state: [String: OpenFile.Identity]

    /// The folder as it is now; `known` again if no file in it has changed since.
    static func read(_ path: String, and anchorFiles: [String], known: TrustFolder?) -> TrustFolder {
        let state = state(of: path, anchorFiles)
        if let known, known.state == state { return known }
        return TrustFolder(path, anchorFiles, state)
    }

    private static func state(of path: String, _ anchorFiles: [String]) -> [String: OpenFile.Identity] {
        var state: [String: OpenFile.Identity] = [:]
        for file in Folder.files(in: path) + Folder.files(in: path + "/crl") + anchorFiles {
            if let opened = try? OpenFile(file) { state[file] = opened.identity }
        }
        return state
    }

    static func certificates(in text: [UInt8]) -> [Certificate] {
        ["CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE"].flatMap { PEM.blocks($0, in: text) }.compactMap(Certificate.init)
    }

    private init(_ path: String, _ anchorFiles: [String], _ state: [String: OpenFile.Identity]) {
        self.state = state
        anchors = (Folder.files(in: path) + anchorFiles).flatMap { file -> [Certificate] in
            guard let text = Folder.bytes(of: file, maxBytes: Self.maxCertificateFileBytes) else { return [] }
            return Self.certificates(in: text)
        }
        lists = Folder.files(in: path + "/crl").flatMap { file -> [CertificateList] in
            guard let bytes = Folder.bytes(of: file, maxBytes: Self.maxListBytes) else { return [] }
            let armoured = PEM.blocks("X509 CRL", in: bytes)
            return (armoured.isEmpty ? [bytes] : armoured).compactMap(CertificateList.init)
        }
    }
}
