public import Rules
public import Store

/// T22: a report is parted from its master; its clocks go on. Where the matter it hung on has moved on meanwhile, it goes back to the unit that escalated
/// it. Who: the reporter, officers of the unit that holds it, the reception.
public struct UnmergeReport: Command {
    public static let name: CommandName = "report.unmerge"
    public var id: ReportID
    public var reason: String
    public var sealedID: String

    public init(id: ReportID, reason: String, sealedID: String) {
        self.id = id
        self.reason = reason
        self.sealedID = sealedID
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let receipt = try move(keeping: .dispute, act, in: tx)
        return try EscalationMoving.catchUp(id, act, in: tx) ?? receipt
    }
}

extension UnmergeReport: ReasonedAction {
    public func command(_ reason: String) -> ReportCommand { .unmerge(.init(reason)) }
}
