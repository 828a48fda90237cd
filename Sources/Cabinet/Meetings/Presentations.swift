public import Rules
public import Store

/// The page that is before everybody.
public struct ShownPage: Sendable, Equatable {
    public var document: DocumentView
    public var page: Int
    public var presenter: UserID
    public var at: Timestamp
}

public enum Presentations {
    /// The page shown in a meeting now. Nil where none is, the caller may not read the paper, or the session has moved on: to another item, to
    /// another version of the paper, or out of session.
    public static func current(in id: MeetingID, for caller: Caller, tx: borrowing Transaction) throws -> ShownPage? {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard let (shown, item) = try stored(in: meeting, tx), try AgendaAccess.of(caller, in: meeting, tx).readsPapers(item) else { return nil }
        return shown
    }

    /// The same as it may hang on a wall, whoever asks for it: who passes reads what a guest may read, and no more.
    public static func onTheWall(in id: MeetingID, for caller: Caller, tx: borrowing Transaction) throws -> ShownPage? {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        guard let (shown, item) = try stored(in: meeting, tx), try isOpenToTheRoom(item, meeting, tx), try isOpenToTheRoom(meeting.currentItem, meeting, tx) else { return nil }
        return shown
    }

    /// What belongs to no item is for everyone in the room.
    private static func isOpenToTheRoom(_ item: AgendaItemID?, _ meeting: MeetingRow, _ tx: borrowing Transaction) throws -> Bool {
        guard let item else { return true }
        return try Agenda.item(item, of: meeting.id, in: tx).map { ItemAccess(visibility: $0.visibility, isClosed: $0.isClosed).mayRead(.guest) } ?? false
    }

    private static func stored(in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> (ShownPage, AgendaItemID?)? {
        guard meeting.state == .open || meeting.state == .paused, let row = try tx.row("SELECT document, document_version, page, at_item, presenter, at FROM presented_page WHERE meeting = \(meeting.id.text)"),
            row.optionalID("at_item") == meeting.currentItem,
            let paper = try tx.row("\(Documents.select) WHERE document.id = \(row.text("document")) AND document.removed_at IS NULL")
        else { return nil }
        let view = try Documents.view(paper)
        guard view.version == row.int("document_version"), view.releasedAt != nil, view.state == .ready else { return nil }
        return (ShownPage(document: view, page: row.int("page"), presenter: row.id("presenter"), at: row.time("at")), view.item)
    }

    /// Whether the caller may put a page before everybody now.
    public static func mayPresent(in id: MeetingID, _ caller: Caller, tx: borrowing Transaction) throws -> Bool {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        return try meeting.state == .open && isPresenter(of: meeting, caller, tx)
    }

    static func requirePresenter(of id: MeetingID, _ caller: Caller, in tx: borrowing Transaction) throws {
        guard try isPresenter(of: try MeetingRow.visible(id, to: caller, in: tx), caller, tx) else { throw Refusal(.authForbidden, ["needs": "presenter"]) }
    }

    /// Whoever conducts, and who has the floor.
    private static func isPresenter(of meeting: MeetingRow, _ caller: Caller, _ tx: borrowing Transaction) throws -> Bool {
        guard let person = caller.person else { return false }
        if try meeting.presiding == person.id || Standing.isSecretary(caller, of: meeting.body, in: tx) { return true }
        return try Floor.entries(of: meeting.id, where: "f.state IN ('speaking', 'paused')", in: tx).contains { $0.user == person.id }
    }
}
