public import Rules
public import Store

/// T16: an officer proposes an answer. It must pass the hard rules; what looks hollow is flagged for who approves it.
///
/// What a file proves is taken from the file: a photo, a paper whose signature was found valid, or a paper. Who: officers of the unit that holds it.
/// Refuses `report.tasks-open` for "resolved" while tasks of the conclusion are open.
public struct AnswerReport: Command {
    public static let name: CommandName = "report.answer"
    public var id: ReportID
    /// Evidence names files of this report.
    public var draft: AnswerDraft

    public init(id: ReportID, draft: AnswerDraft) {
        self.id = id
        self.draft = draft
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        var draft = draft.cleaned
        var unknown: [Refusal.Field] = []
        for index in draft.evidence.indices {
            guard let file = try ReportFiles.find(draft.evidence[index].document, of: id, in: tx) else {
                unknown.append(.init(pointer: "/evidence/\(index)/document", reason: "report.no-such-file"))
                continue
            }
            draft.evidence[index].kind = file.kind
        }
        let actor = try ReportStanding.actor(act.caller, for: row, in: tx)
        let mayHandle = actor.roles.contains { $0 == .officer(row.report.holder) || $0 == .head(row.report.holder) }
        if mayHandle, !unknown.isEmpty { throw Refusal(ReportRefusal(.incomplete, fields: unknown)) }
        let flags = try Scrutiny.flags(draft, on: row, at: act.at, law: try act.law(), vault: act.vault, in: tx)
        let receipt = try ReportMoving.apply(.answer(.init(draft: draft, flags: flags)), to: id, as: actor, act, in: tx)
        try tx.execute("UPDATE report SET answer = \(try Canonical.encode(draft)) WHERE id = \(id.text)")
        // A colleague who was writing as well keeps what he wrote.
        try tx.execute("DELETE FROM answer_draft WHERE report = \(id.text) AND account = \(act.caller.person?.id.text ?? "")")
        return receipt
    }
}
