public import Rules
public import Store

/// What the secretary writes about an item.
public struct AgendaItemDraft: Sendable, Equatable {
    public static let minutes = 1...1440
    public var title: String
    public var kind: AgendaItemKind
    /// What is asked, in half a line.
    public var ask: String
    public var submitter: String
    public var rapporteur: String
    public var minutesPlanned: Int?

    public init(title: String, kind: AgendaItemKind = .discussion, ask: String = "", submitter: String = "", rapporteur: String = "", minutesPlanned: Int? = nil) {
        self.title = title
        self.kind = kind
        self.ask = ask
        self.submitter = submitter
        self.rapporteur = rapporteur
        self.minutesPlanned = minutesPlanned
    }

    func checked() throws(Refusal) -> AgendaItemDraft {
        var clean = self
        clean.title = try Text.checked(title, at: "/title", limit: Text.titleLength)
        clean.ask = try Text.checked(ask, at: "/ask", limit: Text.nameLength, mayBeEmpty: true)
        clean.submitter = try Text.checked(submitter, at: "/submitter", limit: Text.nameLength, mayBeEmpty: true)
        clean.rapporteur = try Text.checked(rapporteur, at: "/rapporteur", limit: Text.nameLength, mayBeEmpty: true)
        if let minutesPlanned, !Self.minutes.contains(minutesPlanned) {
            throw .invalid("/minutesPlanned", "field.out-of-range", ["minimum": "1", "maximum": "\(Self.minutes.upperBound)"])
        }
        return clean
    }
}

/// A new last item, of the agenda or of those below another. After convening it is marked late. Who: the body's secretary, admin.
public struct AddAgendaItem: SecretariatOfMeeting {
    public struct Receipt: Codable, Sendable {
        public var id: AgendaItemID
        /// Its place in the order of reading.
        public var number: Int
    }
    public static let name: CommandName = "agenda.add"
    public var id: AgendaItemID
    public var meeting: MeetingID
    public var draft: AgendaItemDraft
    /// Below which item; nil for the top.
    public var parent: AgendaItemID?
    public init(id: AgendaItemID, meeting: MeetingID, draft: AgendaItemDraft, parent: AgendaItemID? = nil) {
        self.id = id
        self.meeting = meeting
        self.draft = draft
        self.parent = parent
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        try Agenda.append(id, draft: draft, under: parent, to: row, act, tx)
        return Receipt(id: id, number: try Agenda.item(id, of: meeting, in: tx)!.number)
    }
}
