import Paper
public import PaperWire
public import Rules
public import Store

/// The uploaded trust anchors.
public enum TrustAnchors {
    public struct View: Sendable, Equatable {
        public var name: String
        public var sha256: String
        public var certificates: [CertificateLook]
        public var addedAt: Timestamp
        /// Nil for the operator.
        public var addedBy: String?
    }

    /// By name; at most `AddTrustAnchor.maxStored`.
    public static func stored(in tx: borrowing Transaction) throws -> [View] {
        try tx.rows(
            """
            SELECT a.name, a.sha256, a.certificates, a.added_at, account.name AS adder FROM trust_anchor a LEFT JOIN account ON account.id = a.added_by ORDER BY a.name
            """
        ).map {
            View(
                name: $0.text("name"), sha256: $0.text("sha256"), certificates: try Canonical.decode([CertificateLook].self, from: $0.text("certificates")),
                addedAt: $0.time("added_at"), addedBy: $0.optionalText("adder"))
        }
    }

    /// Of folder and store together.
    static func version(folder: String, in tx: borrowing Transaction) throws -> String {
        TrustList.version(folder: folder, stored: try tx.rows("SELECT name, sha256 FROM trust_anchor").map { ($0.text("name"), $0.text("sha256")) })
    }
}
