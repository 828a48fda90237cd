public import Rules
public import Store

/// What arrived: bytes that are already in the content store.
public struct StoredPaper: Sendable, Equatable {
    public var sha256: String
    public var bytes: Int64
    public var mediaType: String
    public var fileName: String
    public init(sha256: String, bytes: Int64, mediaType: String, fileName: String) {
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.fileName = fileName
    }

    /// Notes the content once, however many papers have it; a new one waits to be examined.
    func note(at now: Timestamp, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content (sha256, bytes, media_type, state, stored_at) VALUES (\(sha256), \(bytes), \(mediaType), 'processing', \(now.ms))
            ON CONFLICT (sha256) DO NOTHING
            """)
    }
}

/// A paper for a meeting or one of its items. The same bytes for the same meeting and item are the same paper. Papers of a
/// meeting already convened are released at once unless held back. Who: the body's secretary, admin.
public struct AddDocument: Command {
    public struct Receipt: Codable, Sendable {
        public var id: DocumentID
        /// The paper was already there.
        public var existing: Bool
    }
    public static let name: CommandName = "document.add"
    public static let kindLength = 64

    public var id: DocumentID
    public var meeting: MeetingID
    public var item: AgendaItemID?
    public var title: String
    public var kind: String
    public var paper: StoredPaper
    public var heldBack: Bool

    public init(id: DocumentID, meeting: MeetingID, item: AgendaItemID?, title: String, kind: String, paper: StoredPaper, heldBack: Bool = false) {
        self.id = id
        self.meeting = meeting
        self.item = item
        self.title = title
        self.kind = kind
        self.paper = paper
        self.heldBack = heldBack
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Self.mayAdd(to: meeting, caller, in: tx)
    }

    /// Asked before a body is read as well, so that nobody uploads 200 MiB to be refused.
    public static func mayAdd(to meeting: MeetingID, _ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireSecretary(caller, of: try MeetingRow.visible(meeting, to: caller, in: tx).body, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.documents, type: row.type)
        if let item, try Agenda.item(item, of: meeting, in: tx) == nil { throw Refusal.invalid("/itemId", "field.unknown-item", ["id": item.text]) }
        let same = try tx.row(
            """
            SELECT document.id FROM document JOIN document_version v ON v.document = document.id AND v.version = document.current
            WHERE document.meeting = \(meeting.text) AND COALESCE(document.item, '') = \(item?.text ?? "") AND document.removed_at IS NULL AND v.sha256 = \(paper.sha256)
            ORDER BY document.id LIMIT 1
            """)
        if let same { return Receipt(id: same.id("id"), existing: true) }
        let title = try Text.checked(title, at: "/title", limit: Text.titleLength)
        let kind = try Text.checked(kind, at: "/kind", limit: Self.kindLength, mayBeEmpty: true)
        let fileName = try Text.checked(paper.fileName, at: "/filename", limit: Text.nameLength, mayBeEmpty: true)
        let last = try tx.row("SELECT COUNT(*) AS n, MAX(sort_order) AS last FROM document WHERE meeting = \(meeting.text)")!
        guard last.int("n") < Documents.maxPerMeeting else { throw Refusal.invalid("/title", "field.too-many", ["limit": "\(Documents.maxPerMeeting)"]) }
        let released = row.state == .draft || heldBack ? nil : act.at.ms
        try paper.note(at: act.at, in: tx)
        try tx.execute(
            """
            INSERT INTO document (id, meeting, item, title, kind, sort_order, current, released_at)
            VALUES (\(id.text), \(meeting.text), \(item?.text), \(title), \(kind.isEmpty ? DocumentKind.khac.rawValue : kind), \((last.optionalInt("last") ?? 0) + 1), 1, \(released))
            """)
        try tx.execute(
            """
            INSERT INTO document_version (document, version, sha256, file_name, uploaded_by, uploaded_at)
            VALUES (\(id.text), 1, \(paper.sha256), \(fileName), \(act.caller.actor), \(act.at.ms))
            """)
        let fact = DocumentFact(document: id, item: item, version: 1, sha256: paper.sha256)
        try tx.record(.documentAdded, in: row.stream, to: released == nil ? Audience(.secretariat(row.body)) : .ofPapers(item, in: meeting), fact, by: act)
        if released != nil { try ChangeNotices.issue(.documentAdded, item: item, subject: title, to: .ofPapers(item, in: meeting), in: row, act, tx) }
        try row.touch(in: tx)
        return Receipt(id: id, existing: false)
    }
}
