/// The trust anchors, what is missing, and the revocation lists.
struct AdminTrust: Sendable {
    var versionLine: String
    var anchors: [Anchor]
    var lists: [String]
    var hasMissing: Bool
    var missing: [Missing]

    struct Anchor: Sendable {
        var fileName: String
        /// Folder or upload, as a word.
        var sourceWord: String
        /// Who uploaded it and when; what to do about one of the folder.
        var sourceLine: String
        var isUnreadable: Bool
        var certificates: [Certificate]
        var anchorActions: [ActionModel]
    }

    struct Certificate: Sendable {
        var subject: String
        /// Nil where it signed itself.
        var issuerLine: String?
        var validityLine: String
        /// Set where it counts for nothing now, or for itself alone.
        var warning: String?
        /// In groups of four.
        var fingerprint: String
    }

    /// An issuer on papers of this house that leads to no anchor.
    struct Missing: Sendable {
        var issuerName: String
        var paperCount: Int
    }
}
