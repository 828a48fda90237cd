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
    /// Its place in the order of reading, from 1.
    public var number: Int
    /// What it is called on every screen and paper: "2", "2.1".
    public var label: String
    /// 0 at the top.
    public var depth: Int
    /// Among the items beside it, from 1.
    public var place: Int { Int(label.split(separator: ".").last ?? "") ?? number }
    /// Nil at the top.
    public var parent: AgendaItemID?
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
        label = "\(number)"
        depth = 0
        parent = row.optionalID("parent")
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
    static let columns: SQL = "id, meeting, number, parent, title, kind, ask, submitter, rapporteur, minutes, late, conclusion, visibility, is_closed, late_approved_at, version"

    /// Items the caller may read, in their order.
    public static func items(of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [AgendaItemView] {
        let access = try AgendaAccess.of(caller, in: try MeetingRow.visible(meeting, to: caller, in: tx), tx)
        return try items(of: meeting, in: tx).filter { access.reads($0.id) }
    }

    static func items(of meeting: MeetingID, in tx: borrowing Transaction) throws -> [AgendaItemView] {
        let items = try tx.rows("SELECT \(columns) FROM agenda_item WHERE meeting = \(meeting.text) ORDER BY number, id LIMIT \(maxItems)").map(AgendaItemView.init)
        let labels = AgendaOutline(items.map { .init($0.id, under: $0.parent) }).labels()
        return items.map { item in
            guard let label = labels[item.id] else { return item }
            var numbered = item
            (numbered.label, numbered.depth, numbered.parent) = (label.number, label.depth, label.parent)
            return numbered
        }
    }

    static func outline(of meeting: MeetingID, in tx: borrowing Transaction) throws -> AgendaOutline {
        AgendaOutline(
            try tx.rows("SELECT id, parent FROM agenda_item WHERE meeting = \(meeting.text) ORDER BY number, id LIMIT \(maxItems)").map {
                .init($0.id("id"), under: $0.optionalID("parent"))
            })
    }

    /// A new last item, of the agenda or of those below `parent`; late where the meeting has been convened, which is told to everybody.
    @discardableResult
    static func append(_ id: AgendaItemID, draft: AgendaItemDraft, under parent: AgendaItemID? = nil, to row: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> AgendaItemID {
        let draft = try draft.checked()
        let last = try tx.row("SELECT COUNT(*) AS n, MAX(number) AS last FROM agenda_item WHERE meeting = \(row.id.text)")!
        guard last.int("n") < Agenda.maxItems else { throw Refusal.invalid("/title", "field.too-many", ["limit": "\(Agenda.maxItems)"]) }
        let number = (last.optionalInt("last") ?? 0) + 1
        if let parent {
            var grown = try outline(of: row.id, in: tx)
            try grown.append(id, under: parent)
        }
        try tx.execute(
            """
            INSERT INTO agenda_item (id, meeting, number, title, kind, ask, submitter, rapporteur, minutes, late)
            VALUES (\(id.text), \(row.id.text), \(number), \(draft.title), \(draft.kind.rawValue), \(draft.ask), \(draft.submitter), \(draft.rapporteur), \(draft.minutesPlanned),
              \(row.state != .draft))
            """)
        if let parent, let added = try item(id, of: row.id, in: tx) {
            _ = try MoveAgendaItem.move(added, in: row, tx) { outline throws(Refusal) in try outline.move(id, under: parent, place: nil) }
        }
        try tx.record(.agendaChanged, in: row.stream, to: Audience(.meeting(row.id)), MeetingFact(row.id, item: id), by: act)
        try ChangeNotices.issue(.itemAdded, item: id, subject: draft.title, to: .of(id, in: row.id), in: row, act, tx)
        try row.touch(in: tx)
        return id
    }

    static func item(_ id: AgendaItemID, of meeting: MeetingID, in tx: borrowing Transaction) throws -> AgendaItemView? {
        try items(of: meeting, in: tx).first { $0.id == id }
    }
}
