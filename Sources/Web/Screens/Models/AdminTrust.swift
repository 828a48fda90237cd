/// The trust anchors, what is missing, and the revocation lists.
struct AdminTrust: Sendable {
    var versionLine: String
    var anchors: [Anchor]
    var lists: [String]
    var hasMissing: Bool
    var missing: [Missing]

    struct Anchor: Sendable {
        var fileName: String
        /// In groups of four, one line a certificate.
        var fingerprints: [String]
        var anchorActions: [ActionModel]
    }

    /// An issuer on papers of this house that leads to no anchor.
    struct Missing: Sendable {
        var issuerName: String
        var paperCount: Int
    }
}
