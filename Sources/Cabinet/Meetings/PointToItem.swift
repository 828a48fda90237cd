public import Rules
public import Store

/// Makes an item the current one on every screen; members who are here and said before the session that they want to speak on it stand in
/// the list of speakers from then on. Who: the presiding person, the body's secretary, admin.
public struct PointToItem: ConductOfMeeting {
    public static let name: CommandName = "agenda.point"
    public var meeting: MeetingID
    public var item: AgendaItemID
    public init(meeting: MeetingID, item: AgendaItemID) {
        self.meeting = meeting
        self.item = item
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.floor, type: row.type)
        guard let next = try Agenda.item(item, of: meeting, in: tx) else { throw Refusal.invalid("/itemId", "field.unknown-item", ["id": item.text]) }
        try ApproveLateItem.approveByStep(next, in: row, act, tx)
        if row.currentItem == item { return Done(seq: 0) }
        try tx.execute("UPDATE meeting SET current_item = \(item.text), version = version + 1 WHERE id = \(meeting.text)")
        try Floor.admitThoseWhoWanted(to: item, in: row, act, tx)
        return Done(seq: try tx.record(.itemCurrent, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, item: item), by: act))
    }
}
