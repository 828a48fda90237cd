public import Rules
public import Store

/// Where in a meeting escalations stand, and what everyone who sits in it may see of them.
public enum EscalationItems {
    static let max = 500

    /// Items of a meeting that carry an escalation, or were concluded for one.
    public static func items(of meeting: MeetingID, in tx: borrowing Transaction) throws -> Set<AgendaItemID> {
        let rows = try tx.rows(
            """
            SELECT escalation.item AS id FROM escalation WHERE escalation.meeting = \(meeting.text) AND escalation.item IS NOT NULL
            UNION SELECT conclusion.item AS id FROM conclusion JOIN escalation ON escalation.conclusion = conclusion.id WHERE conclusion.meeting = \(meeting.text)
            ORDER BY id LIMIT \(max)
            """)
        return Set(rows.map { $0.id("id") })
    }

    /// Photos and papers that lie with the dossiers on an item, for everyone who may read the item's papers: what leadership was shown, the meeting is shown.
    public static func files(on item: AgendaItemID, of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [ReportFileView] {
        guard try Agenda.readsPapers(item, of: meeting, for: caller, in: tx) else { return [] }
        let rows = try tx.rows(
            """
            SELECT \(EscalationRow.columns) FROM escalation WHERE escalation.item = \(item.text)
              OR escalation.conclusion IN (SELECT id FROM conclusion WHERE item = \(item.text) AND meeting = \(meeting.text))
            ORDER BY escalation.submitted_at, escalation.id LIMIT \(EscalationMoving.maxOnItem)
            """
        ).map(EscalationRow.init)
        return try rows.filter { $0.meeting == meeting || $0.value.conclusion != nil }.flatMap { try files(of: $0, in: tx) }
    }

    /// The same of one dossier, for those who may see it.
    public static func files(of escalation: EscalationID, for caller: Caller, in tx: borrowing Transaction) throws -> [ReportFileView] {
        try files(of: EscalationRow.visible(escalation, to: caller, in: tx), in: tx)
    }

    private static func files(of row: EscalationRow, in tx: borrowing Transaction) throws -> [ReportFileView] {
        try (row.dossier?.attachments ?? []).compactMap { attachment in
            for report in row.value.reports {
                if let file = try ReportFiles.find(attachment.document, of: report, in: tx) { return file }
            }
            return nil
        }
    }
}
