public import Rules
public import Store

/// A command that does one thing of the rules to one report (`ReportCommand`).
///
/// It locks the report, refuses `not-found` where the caller may not know of it, and leaves who may do what to the rules: `report.forbidden`, then the
/// state (`report.wrong-state` and its kin), then `report.incomplete` with every field that is missing.
public protocol ReportAction: Command where Receipt == ReportReceipt {
    var id: ReportID { get }
    /// Texts cleaned: NFC, trimmed, without control characters.
    func command() throws -> ReportCommand
    /// What an official wrote for officials.
    var note: String { get }
}

extension ReportAction {
    public var note: String { "" }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { [.report(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        try ReportMoving.apply(try command(), to: id, note: Text.clean(note), act, in: tx)
    }
}
