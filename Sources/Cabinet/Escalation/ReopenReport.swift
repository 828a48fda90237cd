public import Rules
public import Store

/// T20: a report is taken up again; the second time one level up, the third by the City Office. Who: the reporter in time and dissatisfied; the reception
/// and the unit for an error; a rejected one the reception alone.
public struct ReopenReport: Command {
    public static let name: CommandName = "report.reopen"
    public var id: ReportID
    public var reason: String
    public var sealedID: String

    public init(id: ReportID, reason: String, sealedID: String) {
        self.id = id
        self.reason = reason
        self.sealedID = sealedID
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt { try move(keeping: .reopening, act, in: tx) }
}

extension ReopenReport: ReasonedAction {
    public func command(_ reason: String) -> ReportCommand { .reopen(.init(reason: reason)) }
}
