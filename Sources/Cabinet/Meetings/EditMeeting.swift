public import Rules
public import Store

/// Changes a meeting's particulars while it is being prepared or convened. Who: the body's secretary, admin.
public struct EditMeeting: Command {
    public static let name: CommandName = "meeting.edit"
    public var id: MeetingID
    public var particulars: MeetingParticulars

    public init(id: MeetingID, particulars: MeetingParticulars) {
        self.id = id
        self.particulars = particulars
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(id)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireSecretary(caller, of: try MeetingRow.visible(id, to: caller, in: tx).body, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(id, in: tx)
        try row.state.require(.particulars, type: row.type)
        let checked = try particulars.checked()
        guard row.state == .draft || checked.type.rawValue == row.type.rawValue else { throw Refusal.invalid("/type", "field.frozen") }
        try tx.execute(
            """
            UPDATE meeting SET title = \(checked.title), type = \(checked.type.rawValue), form = \(checked.form.rawValue), starts_at = \(checked.startsAt.ms),
              ends_at = \(checked.endsAt.ms), place = \(checked.place), version = version + 1 WHERE id = \(id.text)
            """)
        if checked.type != row.type { try SetConveningGround.clearForbidden(in: row, type: checked.type, tx) }
        let seq = try tx.record(.meetingChanged, in: .meeting(id), to: Audience(.meeting(id)), MeetingFact(id), by: act)
        let was = (row.title, row.startsAt, row.endsAt, row.place, row.form)
        if was != (checked.title, checked.startsAt, checked.endsAt, checked.place, checked.form) {
            let subject = [checked.title, checked.startsAt.text(.full), checked.place, checked.form == row.form ? "" : checked.form.name.vi].filter { !$0.isEmpty }.joined(separator: ", ")
            try ChangeNotices.issue(.particulars, subject: subject, to: Audience(.meeting(id)), in: row, act, tx)
        }
        return Done(seq: seq)
    }
}
