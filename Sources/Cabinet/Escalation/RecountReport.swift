public import Rules
public import Store

/// The open clocks of one report are counted anew under the calendars now in force; what has stopped stays as it was. Who: the clock.
public struct RecountReport: Command {
    public static let name: CommandName = "report.recount"
    public var id: ReportID
    public init(id: ReportID) { self.id = id }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let receipt = try ReportMoving.apply(.recount, to: id, act, in: tx)
        try tx.execute("UPDATE recount SET after = \(id.text) WHERE id = 1 AND after < \(id.text)")
        return receipt
    }
}
