public import Rules
public import Store

/// A paper's title, kind and item. Who: the body's secretary, admin.
public struct EditDocument: Command {
    public static let name: CommandName = "document.edit"
    public var id: DocumentID
    public var title: String
    public var kind: String
    public var item: AgendaItemID?
    public init(id: DocumentID, title: String, kind: String, item: AgendaItemID?) {
        self.id = id
        self.title = title
        self.kind = kind
        self.item = item
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try Documents.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try AddDocument.mayAdd(to: try Documents.document(id, for: caller, in: tx).meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let document = try Documents.document(id, for: act.caller, in: tx)
        let row = try MeetingRow.locked(document.meeting, in: tx)
        try row.state.require(.documents, type: row.type)
        if let item, try Agenda.item(item, of: row.id, in: tx) == nil { throw Refusal.invalid("/itemId", "field.unknown-item", ["id": item.text]) }
        let title = try Text.checked(title, at: "/title", limit: Text.titleLength)
        let kind = try Text.checked(kind, at: "/kind", limit: AddDocument.kindLength)
        try tx.execute("UPDATE document SET title = \(title), kind = \(kind), item = \(item?.text), version = version + 1 WHERE id = \(id.text)")
        // Who reads only the item it leaves hears that it left.
        var audience = Audience.ofPapers(item, in: row.id)
        if item != document.item { audience.anyOf += Audience.ofPapers(document.item, in: row.id).anyOf }
        if document.releasedAt == nil { audience = Audience(.secretariat(row.body)) }
        return Done(seq: try tx.record(.documentChanged, in: row.stream, to: audience, DocumentFact(document: id, item: item, version: document.version), by: act))
    }
}
