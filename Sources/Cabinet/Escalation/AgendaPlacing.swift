public import Rules
import Store

/// Where a decision puts an escalation.
public enum AgendaPlacing: Sendable, Equatable {
    /// An item that stands on an agenda already.
    case item(AgendaItemID)
    /// A new last item of a meeting; without a title it names the matter by category, place and tracking code.
    case newItem(AgendaItemID, of: MeetingID, title: String?)

    /// How long before "now" a meeting in session is looked at again.
    static let inSessionSeconds: Int64 = 3600

    func meeting(in tx: borrowing Transaction) throws -> MeetingID? {
        switch self {
        case .newItem(_, let meeting, _): meeting
        case .item(let item): try tx.row("SELECT meeting FROM agenda_item WHERE id = \(item.text)")?.id("meeting")
        }
    }

    /// Puts it there and says which item it is and when it is taken. Tracking codes only: no name of a reporter comes into a meeting's papers.
    func place(_ row: EscalationRow, _ act: Act, in tx: borrowing Transaction) throws -> (item: AgendaItemID, meeting: MeetingID, at: Timestamp) {
        guard let id = try meeting(in: tx), let meeting = try MeetingRow.find(id, in: tx) else {
            let isItem = if case .item = self { true } else { false }
            throw Refusal(ReportRefusal(.escalationIncomplete, fields: [.init(pointer: isItem ? "/agendaItemId" : "/meetingId", reason: isItem ? "field.unknown-item" : "field.unknown-meeting")]))
        }
        try meeting.state.require(.agenda, type: meeting.type)
        let at = Self.instant(of: meeting, after: act.at)
        switch self {
        case .item(let item):
            guard try EscalationRow.standing(on: item, in: tx).count < EscalationMoving.maxOnItem else {
                throw Refusal.invalid("/agendaItemId", "field.too-many", ["limit": "\(EscalationMoving.maxOnItem)"])
            }
            return (item, id, at)
        case .newItem(let item, _, let title):
            let words = try Self.words(of: row, try act.law(), in: tx)
            let title = try Text.checked(title.flatMap { Text.clean($0).isEmpty ? nil : $0 } ?? words.title, at: "/title", limit: Text.titleLength)
            _ = try Agenda.append(
                item, draft: AgendaItemDraft(title: title, kind: .vote, ask: String(words.ask.prefix(Text.nameLength)), submitter: words.submitter), to: meeting, act, tx)
            return (item, id, at)
        }
    }

    /// When the meeting takes it: its start; for one in session its end; for circulated opinions when they are due.
    static func instant(of meeting: MeetingRow, after now: Timestamp) -> Timestamp {
        if !meeting.isCirculated, meeting.startsAt > now { return meeting.startsAt }
        return meeting.endsAt > now ? meeting.endsAt : now + inSessionSeconds
    }

    private static func words(of row: EscalationRow, _ law: ReportLaw, in tx: borrowing Transaction) throws -> (title: String, ask: String, submitter: String) {
        let reports = try EscalationMoving.reports(of: row.id, in: tx)
        guard let first = try reports.first.flatMap({ try ReportRow.find($0, in: tx) })?.report else { throw Refusal(.notFound) }
        let category = first.category.flatMap { law.categories[$0]?.name.vi } ?? "Phản ánh của người dân"
        let place = first.place.map { ", \(law.forest.name($0).vi)" } ?? ""
        let others = reports.count > 1 ? " và \(reports.count - 1) phản ánh khác" : ""
        let ask = row.dossier?.ask ?? row.short?.ask
        let proposal = row.dossier?.recommended.map { ": đề xuất phương án \($0)" } ?? ""
        return ("\(category)\(place) (phản ánh \(first.code)\(others))", "\(ask?.name.vi ?? "")\(proposal)", law.forest.name(row.value.from).vi)
    }
}
