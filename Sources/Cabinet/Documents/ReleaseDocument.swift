public import Rules
public import Store

/// Gives a paper to the members. Who: the body's secretary, admin.
public struct ReleaseDocument: Command {
    public static let name: CommandName = "document.release"
    public var id: DocumentID
    public init(id: DocumentID) { self.id = id }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try Documents.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try AddDocument.mayAdd(to: try Documents.document(id, for: caller, in: tx).meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let document = try Documents.document(id, for: act.caller, in: tx)
        let row = try MeetingRow.locked(document.meeting, in: tx)
        try row.state.require(.documents, type: row.type)
        guard document.releasedAt == nil else { return Done(seq: 0) }
        let seq = try Self.release(document.id, item: document.item, of: row.id, act, in: tx)
        try ChangeNotices.issue(.documentAdded, item: document.item, subject: document.title, to: .ofPapers(document.item, in: row.id), in: row, act, tx)
        return Done(seq: seq)
    }

    /// Convening releases what is there.
    static func releaseAll(of meeting: MeetingID, _ act: Act, in tx: borrowing Transaction) throws {
        let rows = try tx.rows(
            """
            SELECT id, item FROM document WHERE meeting = \(meeting.text) AND released_at IS NULL AND removed_at IS NULL
            ORDER BY sort_order, id LIMIT \(Documents.maxPerMeeting)
            """)
        for row in rows { try release(row.id("id"), item: row.optionalID("item"), of: meeting, act, in: tx) }
    }

    @discardableResult
    private static func release(_ id: DocumentID, item: AgendaItemID?, of meeting: MeetingID, _ act: Act, in tx: borrowing Transaction) throws -> Int64 {
        try tx.execute("UPDATE document SET released_at = \(act.at.ms), version = version + 1 WHERE id = \(id.text)")
        return try tx.record(.documentReleased, in: .meeting(meeting), to: .ofPapers(item, in: meeting), DocumentFact(document: id, item: item), by: act)
    }
}

/// Takes back a paper that no poll is about; the record of it stays. Who: the body's secretary, admin.
public struct RemoveDocument: Command {
    public static let name: CommandName = "document.remove"
    public var id: DocumentID
    public init(id: DocumentID) { self.id = id }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try Documents.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try AddDocument.mayAdd(to: try Documents.document(id, for: caller, in: tx).meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let document = try Documents.document(id, for: act.caller, in: tx)
        let row = try MeetingRow.locked(document.meeting, in: tx)
        try row.state.require(.documents, type: row.type)
        if try tx.exists("SELECT 1 FROM poll WHERE subject_document = \(id.text) AND state <> 'annulled'") { throw Refusal.invalid("/id", "field.document-in-use") }
        try tx.execute("UPDATE document SET removed_at = \(act.at.ms), version = version + 1 WHERE id = \(id.text)")
        let audience = document.releasedAt == nil ? Audience(.secretariat(row.body)) : .ofPapers(document.item, in: row.id)
        let seq = try tx.record(.documentRemoved, in: row.stream, to: audience, DocumentFact(document: id, item: document.item), by: act)
        if document.releasedAt != nil { try ChangeNotices.issue(.documentRemoved, item: document.item, subject: document.title, to: audience, in: row, act, tx) }
        return Done(seq: seq)
    }
}
