public import Rules
public import Store

/// T8: what was asked is answered; the clock of handling goes on. Who: the reporter; for him the reception or an officer of the unit that holds it.
public struct ReplyToQuestion: Command {
    public static let name: CommandName = "report.reply"
    public var id: ReportID
    public var text: String
    public var sealedID: String

    public init(id: ReportID, text: String, sealedID: String) {
        self.id = id
        self.text = text
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let receipt = try ReportMoving.apply(.reply, to: id, act, in: tx)
        try ReportWords.keep(text, kind: .reply, of: id, sealedID: sealedID, act, in: tx)
        return receipt
    }
}
