import Paper
import PaperWire

/// What the certificates in the trust folder say of themselves, read by the worker once for each version of the folder.
public actor AnchorLooks {
    private var known: (version: String, looks: [String: [CertificateLook]])?

    /// By file name; a file that holds no certificate has an empty list. Throws `PaperFault` where no worker answers.
    func looks(of list: TrustList, by workers: WorkerPool) async throws -> [String: [CertificateLook]] {
        if let known, known.version == list.folderVersion { return known.looks }
        var looks: [String: [CertificateLook]] = [:]
        for name in list.anchors {
            do {
                looks[name] = try await workers.certificates(path: "\(list.folder)/\(name)")
            } catch is Refused {
                looks[name] = []
            }
        }
        known = (list.folderVersion, looks)
        return looks
    }
}
