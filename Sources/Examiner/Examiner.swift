public import PaperWire

/// Looks into foreign bytes: page sizes, page images, page text, and the verdict on signatures.
///
/// One job at a time, on one thread: poppler's and OpenSSL's state is per thread. Whatever the bytes
/// hold, the answer is a value or a `Refused`; a crash in a C library costs this process and nothing more.
public final class Examiner {
    private let reader = PageReader()
    private var trust: TrustFolder?

    public init() {}

    /// Page sizes in points, rotation applied.
    public func inspect(path: String) throws -> Inspection {
        try reader.open(path).inspection()
    }

    /// Draws page `page` (1-based) `widthPx` wide into the PNG file `output`, written whole or not at all.
    public func render(path: String, page: Int, widthPx: Int, output: String) throws -> RenderedPage {
        try reader.open(path).page(page).render(widthPx: widthPx, output: output)
    }

    /// The text of page `page` (1-based) in NFC, and where its words stand.
    public func text(path: String, page: Int) throws -> PageText {
        try reader.open(path).page(page).text()
    }
}

extension Examiner {
    /// The verdict on all signatures of a PDF, judged at the policy's time by the anchors of its trust folder.
    public func verify(path: String, policy: VerificationPolicy) throws -> Verdict {
        try DocumentExamination(path: path, policy: policy, trust: trust(policy)).verdict(policy)
    }

    /// The verdict on a CMS (DER or PEM) that stands beside its content, one signature per signer.
    public func verifyDetached(signature: String, content: String, policy: VerificationPolicy) throws -> Verdict {
        try DetachedExamination(signature: signature, content: content, policy: policy, trust: trust(policy)).verdict(policy)
    }

    /// What the certificates of a PEM file say of themselves, in their order. Refused: `unreadable` where there is none.
    public func certificates(path: String) throws -> [CertificateLook] {
        let source = try ByteSource(mapping: path)
        guard source.count <= TrustFolder.maxCertificateFileBytes else { throw Refused(code: .tooComplex, detail: "a certificate file of \(source.count) bytes") }
        let looks = TrustFolder.certificates(in: source.bytes(0..<source.count)).prefix(Circumstances.maxCertificates).map(\.look)
        guard !looks.isEmpty else { throw Refused(code: .unreadable, detail: "no certificate") }
        return Array(looks)
    }

    private func trust(_ policy: VerificationPolicy) -> TrustFolder {
        let folder = TrustFolder.read(policy.trustFolder, and: policy.anchorFiles, known: trust)
        trust = folder
        return folder
    }
}
