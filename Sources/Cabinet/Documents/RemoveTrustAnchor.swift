import PaperWire
public import Rules
public import Store

/// Takes an uploaded file of trust anchors out of the list; its bytes stay, for verdicts that rested on it. Verdicts are made again in the background. Who: admin.
public struct RemoveTrustAnchor: Command {
    public static let name: CommandName = "trust.remove-anchor"
    public var anchor: String
    public var folderVersion: String

    public init(anchor: String, folderVersion: String) {
        self.anchor = anchor
        self.folderVersion = folderVersion
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard let known = try TrustAnchors.stored(in: tx).first(where: { $0.name == anchor }) else { throw Refusal(.notFound) }
        try tx.execute("DELETE FROM trust_anchor WHERE name = \(anchor)")
        let fact = TrustFact(
            anchor: anchor, change: TrustFact.Change.removed.rawValue, version: try TrustAnchors.version(folder: folderVersion, in: tx), source: .stored,
            fingerprints: known.certificates.map(\.sha256))
        return Done(seq: try tx.record(.trustChanged, in: .house, to: Audience(.house), fact, by: act))
    }
}
