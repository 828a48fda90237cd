public import Rules
public import Store

/// The presiding person's conclusion on an item, typed by the secretary; prose, never a number. Who: the body's secretary, admin.
public struct WriteConclusion: SecretariatOfMeeting {
    public static let name: CommandName = "conclusion.write"
    public var meeting: MeetingID
    public var item: AgendaItemID
    public var text: String
    public init(meeting: MeetingID, item: AgendaItemID, text: String) {
        self.meeting = meeting
        self.item = item
        self.text = text
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.minutes, type: row.type)
        guard let current = try Agenda.item(item, of: meeting, in: tx) else { throw Refusal(.notFound) }
        let text = try Text.checked(text, at: "/text", limit: Text.proseLength, mayBeEmpty: true)
        if text == current.conclusion { return Done(seq: 0) }
        try tx.execute("UPDATE agenda_item SET conclusion = \(text), version = version + 1 WHERE id = \(item.text)")
        try tx.execute("UPDATE minutes SET version = version + 1, at = \(act.at.ms) WHERE meeting = \(meeting.text)")
        return Done(seq: try tx.record(.conclusionChanged, in: row.stream, to: .of(item, in: meeting), MeetingFact(meeting, item: item), by: act))
    }
}
