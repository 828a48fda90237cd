public import Rules
public import Store

/// T23: the public text is replaced, or covered altogether; the original stays sealed. Who: the reception.
public struct RedactReport: Command {
    public static let name: CommandName = "report.redact"
    public var id: ReportID
    public var reason: String
    /// What is public from now on; nil covers the text and everything that lies with it.
    public var publicText: String?

    public init(id: ReportID, reason: String, publicText: String? = nil) {
        self.id = id
        self.reason = reason
        self.publicText = publicText
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let receipt = try ReportMoving.apply(.redact(.init(Text.clean(reason))), to: id, note: Text.clean(reason), act, in: tx)
        if let publicText {
            let text = try Text.checked(publicText, at: "/publicText", limit: Text.proseLength)
            try tx.execute("UPDATE report SET public_text = \(text), hidden = 0 WHERE id = \(id.text)")
        } else {
            try tx.execute("UPDATE report SET public_text = \(PublicText.cover), hidden = 1 WHERE id = \(id.text)")
            try tx.execute("UPDATE report_file SET is_public = 0 WHERE report = \(id.text)")
        }
        return receipt
    }
}
