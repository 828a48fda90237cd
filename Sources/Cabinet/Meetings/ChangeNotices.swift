public import Rules
public import Store

/// One numbered notice of what changed after convening.
public struct ChangeNoticeView: Sendable, Equatable {
    public var number: Int
    public var kind: ChangeKind
    public var item: AgendaItemID?
    /// Title of what changed, as it was then.
    public var subject: String
    public var at: Timestamp
}

public enum ChangeNotices {
    public static let maxListed = 1000

    /// Newest first; those about items the caller may not read are left out, their numbers with them.
    public static func list(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [ChangeNoticeView] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        let items = Set(try Agenda.items(of: id, in: tx).map(\.id))
        return try tx.rows(
            "SELECT number, kind, item, subject, at FROM change_notice WHERE meeting = \(id.text) ORDER BY number DESC LIMIT \(maxListed)"
        ).map {
            ChangeNoticeView(number: $0.int("number"), kind: $0.choice("kind"), item: $0.optionalID("item"), subject: $0.text("subject"), at: $0.time("at"))
        }.filter { notice in
            // What is no longer on the agenda was told to those who knew of it.
            guard let item = notice.item, items.contains(item) else { return true }
            return [.documentAdded, .documentChanged, .documentRemoved].contains(notice.kind) ? access.readsPapers(item) : access.reads(item)
        }
    }

    /// Issues the next notice where the meeting has been convened; before that nobody was told anything.
    static func issue(_ kind: ChangeKind, item: AgendaItemID? = nil, subject: String, to audience: Audience, in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        guard [.convened, .open, .paused].contains(meeting.state) else { return }
        let number = 1 + (try tx.row("SELECT MAX(number) AS last FROM change_notice WHERE meeting = \(meeting.id.text)")?.optionalInt("last") ?? 0)
        let seq = try tx.record(.noticeIssued, in: meeting.stream, to: audience, NoticeFact(number: number, kind: kind, item: item), by: act)
        try tx.execute(
            """
            INSERT INTO change_notice (meeting, number, kind, item, subject, seq, at)
            VALUES (\(meeting.id.text), \(number), \(kind.rawValue), \(item?.text), \(subject), \(seq), \(act.at.ms))
            """)
    }
}

struct NoticeFact: Codable, Sendable {
    var number: Int
    var kind: ChangeKind
    var item: AgendaItemID?
}
