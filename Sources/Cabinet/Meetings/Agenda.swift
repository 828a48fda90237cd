public import Rules
public import Store

/// What members do with an item.
public enum AgendaItemKind: String, Codable, Sendable, CaseIterable {
    case discussion, opinion, vote, report
}

/// One item of the agenda.
public struct AgendaItemView: Sendable, Equatable {
    public var id: AgendaItemID
    public var meeting: MeetingID
    public var number: Int
    public var title: String
    public var kind: AgendaItemKind
    /// What is asked, in half a line.
    public var ask: String
    public var submitter: String
    public var rapporteur: String
    public var minutesPlanned: Int?
    public var late: Bool
    public var conclusion: String
    public var visibility: ItemVisibility
    /// A private part of the session.
    public var isClosed: Bool
    /// Late, and the chair has not said yes.
    public var awaitsChair: Bool
    public var version: Int64

    init(_ row: Row) {
        id = row.id("id")
        meeting = row.id("meeting")
        number = row.int("number")
        title = row.text("title")
        kind = row.choice("kind")
        ask = row.text("ask")
        submitter = row.text("submitter")
        rapporteur = row.text("rapporteur")
        minutesPlanned = row.optionalInt("minutes")
        late = row.bool("late")
        conclusion = row.text("conclusion")
        visibility = row.choice("visibility")
        isClosed = row.bool("is_closed")
        awaitsChair = row.bool("late") && row.optionalInteger("late_approved_at") == nil
        version = row.integer("version")
    }
}

public enum Agenda {
    public static let maxItems = 200
    static let columns: SQL = "id, meeting, number, title, kind, ask, submitter, rapporteur, minutes, late, conclusion, visibility, is_closed, late_approved_at, version"

    /// Items the caller may read, in their order.
    public static func items(of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [AgendaItemView] {
        let access = try AgendaAccess.of(caller, in: try MeetingRow.visible(meeting, to: caller, in: tx), tx)
        return try items(of: meeting, in: tx).filter { access.reads($0.id) }
    }

    static func items(of meeting: MeetingID, in tx: borrowing Transaction) throws -> [AgendaItemView] {
        try tx.rows("SELECT \(columns) FROM agenda_item WHERE meeting = \(meeting.text) ORDER BY number, id LIMIT \(maxItems)").map(AgendaItemView.init)
    }

    /// A new last item; late where the meeting has been convened, which is told to everybody.
    @discardableResult
    static func append(_ id: AgendaItemID, draft: AgendaItemDraft, to row: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> AgendaItemID {
        let draft = try draft.checked()
        let last = try tx.row("SELECT COUNT(*) AS n, MAX(number) AS last FROM agenda_item WHERE meeting = \(row.id.text)")!
        guard last.int("n") < Agenda.maxItems else { throw Refusal.invalid("/title", "field.too-many", ["limit": "\(Agenda.maxItems)"]) }
        let number = (last.optionalInt("last") ?? 0) + 1
        try tx.execute(
            """
            INSERT INTO agenda_item (id, meeting, number, title, kind, ask, submitter, rapporteur, minutes, late)
            VALUES (\(id.text), \(row.id.text), \(number), \(draft.title), \(draft.kind.rawValue), \(draft.ask), \(draft.submitter), \(draft.rapporteur), \(draft.minutesPlanned),
              \(row.state != .draft))
            """)
        try tx.record(.agendaChanged, in: row.stream, to: Audience(.meeting(row.id)), MeetingFact(row.id, item: id), by: act)
        try ChangeNotices.issue(.itemAdded, item: id, subject: draft.title, to: .of(id, in: row.id), in: row, act, tx)
        try row.touch(in: tx)
        return id
    }

    static func item(_ id: AgendaItemID, of meeting: MeetingID, in tx: borrowing Transaction) throws -> AgendaItemView? {
        try tx.row("SELECT \(columns) FROM agenda_item WHERE id = \(id.text) AND meeting = \(meeting.text)").map(AgendaItemView.init)
    }
}
