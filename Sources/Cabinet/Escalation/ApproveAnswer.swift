public import Rules
public import Store

/// T17: the answer leaves the unit: the citizen reads it with what proves it, and is asked to rate it. Who: head of the unit that holds it; where a second
/// pair of eyes is needed, not who wrote it (`report.second-approver`).
public struct ApproveAnswer: Command {
    public static let name: CommandName = "report.approve"
    public var id: ReportID
    public init(id: ReportID) { self.id = id }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.report(id)] }
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { _ = try ReportRow.visible(id, to: caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> ReportReceipt {
        let row = try ReportRow.locked(id, in: tx)
        let receipt = try ReportMoving.apply(.approve, to: id, act, in: tx)
        guard let answer = row.answer else { preconditionFailure("an answer that waits for approval is kept") }
        let text = PublicText.masking(answer.text)
        try tx.execute("UPDATE report SET public_answer = \(text) WHERE id = \(id.text)")
        if !row.isHidden {
            let files = answer.evidence.map(\.document.text)
            try tx.execute("UPDATE report_file SET is_public = 1 WHERE report = \(id.text) AND id IN \(list: files)")
        }
        let place = "\(row.address) \(row.report.place?.text ?? "")"
        try tx.execute(
            """
            INSERT INTO report_answer (report, round, unit, place, shingles, at)
            VALUES (\(id.text), \(row.report.round), \(row.report.holder.text), \(place), \(try Canonical.encode(Shingles(answer.text))), \(act.at.ms))
            ON CONFLICT (report, round) DO UPDATE SET unit = excluded.unit, shingles = excluded.shingles, at = excluded.at
            """)
        return receipt
    }
}
