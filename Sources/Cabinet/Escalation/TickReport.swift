public import Rules
public import Store

/// T12, T19: whatever has come due for one report: alarms, a question without reply, silence after an answer. Who: the clock.
public struct TickReport: Command {
    public static let name: CommandName = "report.tick"
    public var id: ReportID
    public init(id: ReportID) { self.id = id }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt { try ReportMoving.apply(.tick, to: id, act, in: tx) }
}
