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

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        let actor = try ReportStanding.actor(act.caller, for: row, in: tx)
        let isReporter = actor.roles.contains(.reporter)
        let receipt = try ReportMoving.apply(.reopen(.init(reason: Text.clean(reason))), to: id, as: actor, note: isReporter ? "" : Text.clean(reason), act, in: tx)
        // What the reporter writes is his: sealed. What an official writes stands with the trail.
        if isReporter { try ReportWords.keep(reason, kind: .reopening, of: id, sealedID: sealedID, act, in: tx) }
        return receipt
    }
}
