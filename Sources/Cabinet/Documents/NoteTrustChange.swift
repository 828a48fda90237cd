public import Rules
public import Store

/// A file in the trust folder has come or gone by the operator's verb: which, by whom, and the list's new version. Who: operator, admin.
public struct NoteTrustChange: Command {
    public static let name: CommandName = "trust.note-change"
    /// File name of the anchor.
    public var anchor: String
    /// added or removed.
    public var change: String
    public var version: String

    public init(anchor: String, change: String, version: String) {
        self.anchor = anchor
        self.change = change
        self.version = version
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.house] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Standing.requireAdmin(caller) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        Done(seq: try tx.record(.trustChanged, in: .house, to: Audience(.house), TrustFact(anchor: anchor, change: change, version: version, source: .folder), by: act))
    }
}
