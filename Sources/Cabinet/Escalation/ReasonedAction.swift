public import Rules
public import Store

/// A step that somebody gives a reason for: what the reporter writes is his and is sealed, what an official writes stands with the trail.
///
/// It locks the report and refuses `not-found` where the caller may not know of it; the rules refuse the rest, a missing reason among it.
public protocol ReasonedAction: Command where Receipt == ReportReceipt {
    var id: ReportID { get }
    var reason: String { get }
    /// Where the vault keeps the reporter's words.
    var sealedID: String { get }
    func command(_ reason: String) -> ReportCommand
}

extension ReasonedAction {
    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { [.report(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    /// Does the step; the reporter's words are kept as `kind`.
    func move(keeping kind: ReportWord.Kind, _ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        let actor = try ReportStanding.actor(act.caller, for: row, in: tx)
        let isReporter = actor.roles.contains(.reporter)
        let reason = Text.clean(reason)
        let receipt = try ReportMoving.apply(command(reason), to: id, as: actor, note: isReporter ? "" : reason, act, in: tx)
        if isReporter { try ReportWords.keep(reason, kind: kind, of: id, sealedID: sealedID, act, in: tx) }
        return receipt
    }
}
