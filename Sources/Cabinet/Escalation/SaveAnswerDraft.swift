public import Rules
public import Store

/// Keeps what an officer is writing, so that nothing is lost when the page is; one draft an officer and report. Who: officers of the unit that holds it.
public struct SaveAnswerDraft: Command {
    public static let name: CommandName = "report.save-draft"
    public var id: ReportID
    public var draft: AnswerDraft

    public init(id: ReportID, draft: AnswerDraft) {
        self.id = id
        self.draft = draft
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        guard try ReportStanding.of(caller, in: tx).unit == row.report.holder else {
            throw Refusal(.reportForbidden, ["action": "save-draft", "unit": row.report.holder.text])
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        guard let person = act.caller.person else { throw Refusal(.authRequired) }
        guard draft.text.count <= Text.proseLength else { throw Refusal.invalid("/text", "field.too-long", ["maximum": "\(Text.proseLength)"]) }
        try tx.execute(
            """
            INSERT INTO answer_draft (report, account, body, at) VALUES (\(id.text), \(person.id.text), \(try Canonical.encode(draft.cleaned)), \(act.at.ms))
            ON CONFLICT (report, account) DO UPDATE SET body = excluded.body, at = excluded.at
            """)
        return Done(seq: 0)
    }
}
