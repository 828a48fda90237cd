public import Rules
public import Store

/// A new version of a paper; the old one stays, and an open poll keeps the version it was opened on. Who: the body's secretary, admin.
public struct AddDocumentVersion: Command {
    public struct Receipt: Codable, Sendable {
        public var id: DocumentID
        public var version: Int
        public var existing: Bool
    }
    public static let name: CommandName = "document.add-version"
    public static let maxVersions = 200
    public var id: DocumentID
    public var paper: StoredPaper
    public init(id: DocumentID, paper: StoredPaper) {
        self.id = id
        self.paper = paper
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try Documents.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try AddDocument.mayAdd(to: try Documents.document(id, for: caller, in: tx).meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let document = try Documents.document(id, for: act.caller, in: tx)
        let row = try MeetingRow.locked(document.meeting, in: tx)
        try row.state.require(.documents, type: row.type)
        if document.sha256 == paper.sha256 { return Receipt(id: id, version: document.version, existing: true) }
        guard document.version < Self.maxVersions else { throw Refusal.invalid("/version", "field.too-many", ["limit": "\(Self.maxVersions)"]) }
        let version = document.version + 1
        let fileName = try Text.checked(paper.fileName, at: "/filename", limit: Text.nameLength, mayBeEmpty: true)
        try paper.note(at: act.at, in: tx)
        try tx.execute(
            """
            INSERT INTO document_version (document, version, sha256, file_name, uploaded_by, uploaded_at)
            VALUES (\(id.text), \(version), \(paper.sha256), \(fileName), \(act.caller.actor), \(act.at.ms))
            """)
        try tx.execute("UPDATE document SET current = \(version), version = version + 1 WHERE id = \(id.text)")
        let audience = document.releasedAt == nil ? Audience(.secretariat(row.body)) : .ofPapers(document.item, in: row.id)
        try tx.record(.documentChanged, in: row.stream, to: audience, DocumentFact(document: id, item: document.item, version: version, sha256: paper.sha256), by: act)
        if document.releasedAt != nil { try ChangeNotices.issue(.documentChanged, item: document.item, subject: document.title, to: audience, in: row, act, tx) }
        return Receipt(id: id, version: version, existing: false)
    }
}

extension Documents {
    static func streams(of id: DocumentID, in tx: borrowing Transaction) throws -> [StreamID] {
        try tx.row("SELECT meeting FROM document WHERE id = \(id.text)").map { [StreamID("meeting:" + $0.text("meeting"))] } ?? []
    }
}
