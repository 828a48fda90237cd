public import PaperWire
import Paper
public import Rules
public import Store

/// Takes a file of trust anchors into the list, beside those of the trust folder. Its bytes were put into the content store before, what its certificates say was
/// read by the worker. The same bytes under the same name change nothing. Verdicts are made again in the background. Who: admin.
public struct AddTrustAnchor: Command {
    public static let name: CommandName = "trust.add-anchor"
    /// Most files kept; a national list has some dozens.
    public static let maxStored = 500
    /// File name, unique in folder and store.
    public var anchor: String
    /// Of the PEM file.
    public var sha256: String
    public var certificates: [CertificateLook]
    /// The version of the trust folder as the caller saw it: the list's version is made of both.
    public var folderVersion: String

    public init(anchor: String, sha256: String, certificates: [CertificateLook], folderVersion: String) {
        self.anchor = anchor
        self.sha256 = sha256
        self.certificates = certificates
        self.folderVersion = folderVersion
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard TrustFolder.isName(anchor) else { throw Refusal.invalid("/name", "field.anchor-name") }
        guard !certificates.isEmpty else { throw Refusal.invalid("/pem", "field.no-certificate") }
        let stored = try TrustAnchors.stored(in: tx)
        if let known = stored.first(where: { $0.name == anchor }) {
            guard known.sha256 == sha256 else { throw Refusal.invalid("/name", "field.anchor-taken") }
            return Done(seq: 0)
        }
        guard stored.count < Self.maxStored else { throw Refusal.invalid("/name", "field.too-many", ["limit": "\(Self.maxStored)"]) }
        try tx.execute(
            """
            INSERT INTO trust_anchor (name, sha256, certificates, added_at, added_by)
            VALUES (\(anchor), \(sha256), \(try Canonical.encode(certificates)), \(act.at.ms), \(act.caller.person?.id.text))
            """)
        let fact = TrustFact(
            anchor: anchor, change: TrustFact.Change.added.rawValue, version: try TrustAnchors.version(folder: folderVersion, in: tx), source: .stored,
            fingerprints: certificates.map(\.sha256))
        return Done(seq: try tx.record(.trustChanged, in: .house, to: Audience(.house), fact, by: act))
    }
}
