import PaperWire

/// What every signature of one examination is judged by.
struct Circumstances {
    /// Most certificates taken from one document.
    static let maxCertificates = 512

    let anchors: [Certificate]
    /// Revocation lists the administrator provided.
    let localEvidence: RevocationEvidence
    /// Validation time.
    let at: Instant
    let demandsRevocation: Bool
    let builder: ChainBuilder

    init(_ policy: VerificationPolicy, _ folder: TrustFolder) {
        anchors = folder.anchors
        localEvidence = RevocationEvidence(lists: folder.lists)
        at = Instant(milliseconds: policy.atMS)
        demandsRevocation = policy.revocation == .hard
        builder = ChainBuilder(anchors: folder.anchors)
    }
}
