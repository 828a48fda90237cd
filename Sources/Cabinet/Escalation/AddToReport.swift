public import Rules
public import Store

/// The reporter adds something. On a duplicate it lands with the master as well: who handles that one is told. Who: the reporter; the reception for him.
public struct AddToReport: Command {
    public static let name: CommandName = "report.add"
    public var id: ReportID
    public var text: String
    public var sealedID: String

    public init(id: ReportID, text: String, sealedID: String) {
        self.id = id
        self.text = text
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] {
        Array(Set([.report(id), .report(try ReportMoving.root(of: id, in: tx))]))
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        let isReporter = try ReportStanding.actor(caller, for: row, in: tx).roles.contains(.reporter)
        guard try isReporter || ReportStanding.of(caller, in: tx).isReception else { throw Refusal(.reportForbidden, ["action": "add", "unit": row.report.holder.text]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try ReportRow.locked(id, in: tx)
        guard row.report.state != .closed, row.report.state != .rejected else {
            throw Refusal(.reportWrongState, ["action": "add", "state": row.report.state.rawValue])
        }
        try ReportWords.keep(text, kind: .addition, of: id, sealedID: sealedID, act, in: tx)
        let root = try ReportRow.locked(try ReportMoving.root(of: id, in: tx), in: tx)
        let fact = PromptFact(report: id, prompt: "addition", unit: root.report.holder)
        if root.id != id { try tx.record(.reportPrompted, in: root.stream, to: Audience(.report(root.id)), fact, by: act) }
        return Done(seq: try tx.record(.reportPrompted, in: row.stream, to: Audience(.report(id), .reporter(id)), fact, by: act))
    }
}
