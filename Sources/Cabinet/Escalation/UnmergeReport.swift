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

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        let actor = try ReportStanding.actor(act.caller, for: row, in: tx)
        let isReporter = actor.roles.contains(.reporter)
        let receipt = try ReportMoving.apply(.unmerge(.init(Text.clean(reason))), to: id, as: actor, note: isReporter ? "" : Text.clean(reason), act, in: tx)
        if isReporter { try ReportWords.keep(reason, kind: .dispute, of: id, sealedID: sealedID, act, in: tx) }
        return try EscalationMoving.catchUp(id, act, in: tx) ?? receipt
    }
}
