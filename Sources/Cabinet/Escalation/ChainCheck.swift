import Rules
import Store

/// Looks at the chain around one agenda item under lock (invariants (i) to (vii)).
enum ChainCheck {
    static func links(around item: AgendaItemID, _ act: Act, in tx: borrowing Transaction) throws -> ChainLinks {
        let rows = try tx.rows(
            """
            SELECT \(EscalationRow.columns) FROM escalation WHERE item = \(item.text) OR conclusion IN (SELECT id FROM conclusion WHERE item = \(item.text))
            ORDER BY submitted_at, id LIMIT 100
            """
        ).map(EscalationRow.init)
        var links = ChainLinks()
        links.escalations = rows.map(\.value)
        links.items = try Set(tx.rows("SELECT id FROM agenda_item WHERE id = \(item.text)").map { $0.id("id") })
        var identities: Set<String> = []
        for row in rows {
            for report in try EscalationMoving.reports(of: row.id, in: tx).prefix(EscalationMoving.atOnce) {
                guard let found = try ReportRow.find(report, in: tx) else { continue }
                links.reports.append(found.report)
                if found.answerAskedAt != nil { links.answersAskedFor.insert(report) }
                if let contact = try found.contact.flatMap({ try act.vault.open($0, in: tx) }) {
                    identities.formUnion(try Canonical.decode(ReporterContact.self, from: contact).parts)
                }
            }
        }
        links.identities = identities.sorted()
        let conclusions = try tx.rows("SELECT id, item, private_text, public_text, released_at FROM conclusion WHERE item = \(item.text) ORDER BY id LIMIT 100")
        for row in conclusions {
            let isReleased = row.optionalInteger("released_at") != nil
            links.conclusions.append(
                .init(
                    id: row.id("id"), item: row.id("item"), isSigned: true, privateText: row.text("private_text"), publicText: row.text("public_text"),
                    isPublicTextReleased: isReleased, isPublicTextShown: isReleased))
            links.papers.append(.init(id: row.text("id"), text: row.text("private_text")))
            links.papers.append(.init(id: row.text("id"), text: row.text("public_text")))
        }
        links.tasks = try tx.rows("SELECT id, conclusion, lead_unit, due, state, title FROM action_item WHERE conclusion IN \(list: conclusions.map { $0.text("id") }) ORDER BY id LIMIT 1000").map { row in
            links.papers.append(.init(id: row.text("id"), text: row.text("title")))
            return .init(id: row.id("id"), leadUnits: [row.id("lead_unit")], due: row.time("due"), sources: [row.id("conclusion")], isDone: row.text("state") == "done")
        }
        for row in try tx.rows("SELECT id, title, ask FROM agenda_item WHERE id = \(item.text)") {
            links.papers.append(.init(id: row.text("id"), text: "\(row.text("title"))\n\(row.text("ask"))"))
        }
        return links
    }

    /// Refuses `chain.broken` naming the invariant, so that nothing is written.
    static func requireWhole(around item: AgendaItemID, _ act: Act, in tx: borrowing Transaction) throws {
        guard let fault = try links(around: item, act, in: tx).faults.first else { return }
        throw Refusal(.chainBroken, ["invariant": fault.invariant, "fault": fault.kind.rawValue, "subject": fault.subject])
    }
}
