public import Rules
public import Store

/// Puts a page of a paper before everybody: devices that follow the session open it, the wall shows it. Who: whoever conducts the meeting, and
/// the speaker who has the floor, for papers he may read. In: open.
public struct PresentPage: MeetingCommand {
    public static let name: CommandName = "page.present"
    public var meeting: MeetingID
    public var document: DocumentID
    /// From 1.
    public var page: Int
    public init(meeting: MeetingID, document: DocumentID, page: Int) {
        self.meeting = meeting
        self.document = document
        self.page = page
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Presentations.requirePresenter(of: meeting, caller, in: tx) }

    /// - Throws: `meeting.wrong-state`; `document.processing`, `document.not-supported`; `request.invalid` for a paper that is not of this meeting
    ///   or not released, and for a page it does not have.
    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard row.state == .open, let presenter = act.caller.person else { throw Refusal(.meetingWrongState, ["state": row.state.rawValue, "action": "present"]) }
        let paper = try Documents.document(document, for: act.caller, in: tx)
        guard paper.meeting == meeting, paper.releasedAt != nil else { throw Refusal.invalid("/documentId", "field.unknown-document", ["id": document.text]) }
        switch paper.state {
        case .ready: break
        case .processing: throw Refusal(.documentProcessing, ["retryAfter": "1"])
        case .unreadable, .refused: throw Refusal(.documentNotSupported, ["reason": paper.fault])
        }
        let last = max(1, paper.pages ?? 1)
        guard (1...last).contains(page) else { throw Refusal.invalid("/page", "field.out-of-range", ["minimum": "1", "maximum": "\(last)"]) }
        try tx.execute(
            """
            INSERT INTO presented_page (meeting, document, document_version, page, at_item, presenter, at)
            VALUES (\(meeting.text), \(document.text), \(paper.version), \(page), \(row.currentItem?.text), \(presenter.id.text), \(act.at.ms))
            ON CONFLICT (meeting) DO UPDATE SET document = excluded.document, document_version = excluded.document_version, page = excluded.page, at_item = excluded.at_item,
              presenter = excluded.presenter, at = excluded.at
            """)
        let fact = PresentedFact(meeting: meeting, item: paper.item, document: document, version: paper.version, page: page)
        return Done(seq: try tx.record(.pageShown, in: row.stream, to: .ofPapers(paper.item, in: meeting), fact, by: act))
    }
}

/// Takes the page away again. Who: as for `page.present`; nothing happens where none is shown.
public struct HidePage: MeetingCommand {
    public static let name: CommandName = "page.hide"
    public var meeting: MeetingID
    public init(meeting: MeetingID) { self.meeting = meeting }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Presentations.requirePresenter(of: meeting, caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard let shown = try tx.row("SELECT d.id, d.item FROM presented_page p JOIN document d ON d.id = p.document WHERE p.meeting = \(meeting.text)") else { return Done(seq: 0) }
        try tx.execute("DELETE FROM presented_page WHERE meeting = \(meeting.text)")
        let fact = PresentedFact(meeting: meeting, item: shown.optionalID("item"), document: shown.id("id"), version: nil, page: nil)
        return Done(seq: try tx.record(.pageHidden, in: row.stream, to: .ofPapers(shown.optionalID("item"), in: meeting), fact, by: act))
    }
}

struct PresentedFact: Codable, Sendable {
    var meeting: MeetingID
    /// Of the paper.
    var item: AgendaItemID?
    var document: DocumentID
    var version: Int?
    var page: Int?
}
