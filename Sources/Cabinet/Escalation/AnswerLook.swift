public import Rules
public import Store

/// A look at an answer before it is sent: what blocks it, and what who approves it will be shown.
public enum AnswerLook {
    /// - Throws: `not-found` for a report the caller may not know of, `report.forbidden` for officers of other units.
    public static func look(
        at draft: AnswerDraft, on id: ReportID, for caller: Caller, at now: Timestamp, law: ReportLaw, vault: Vault, in tx: borrowing Transaction
    ) throws -> (faults: [Refusal.Field], flags: [AnswerFlag]) {
        let row = try ReportRow.visible(id, to: caller, in: tx)
        guard try ReportStanding.of(caller, in: tx).unit == row.report.holder else { throw Refusal(.reportForbidden, ["action": "answer", "unit": row.report.holder.text]) }
        var draft = draft.cleaned
        for index in draft.evidence.indices {
            if let file = try ReportFiles.find(draft.evidence[index].document, of: id, in: tx) { draft.evidence[index].kind = file.kind }
        }
        let policy = row.report.category.flatMap { law.categories[$0] }?.evidence ?? .photoOrSignedDocument
        let faults = AnswerGate(law.policy.answer).faults(draft, evidence: policy, today: now.inVietnam.date)
        // A text that is not there yet has nothing that could look hollow.
        guard !Syllables.isBlank(draft.text) else { return (faults, []) }
        return (faults, try Scrutiny.flags(draft, on: row, at: now, law: law, vault: vault, in: tx))
    }
}
