public import Rules
public import Store

/// On what ground a meeting is called. A request of members needs the list of those who asked, and enough of them:
/// `3·signers ≥ N` where the share is a third. Who: the body's secretary, admin.
public struct SetConveningGround: SecretariatOfMeeting {
    public static let name: CommandName = "meeting.set-ground"
    public var meeting: MeetingID
    public var ground: ConveningGround
    /// Document or circumstances, in prose.
    public var note: String
    public var requestedBy: [UserID]

    public init(meeting: MeetingID, ground: ConveningGround, note: String, requestedBy: [UserID]) {
        self.meeting = meeting
        self.ground = ground
        self.note = note
        self.requestedBy = requestedBy
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.particulars, type: row.type)
        let note = try Text.checked(note, at: "/note", limit: Text.titleLength, mayBeEmpty: true)
        if let rule = try MeetingTypes.rule(of: row.type, in: tx), !rule.grounds.contains(ground) {
            throw Refusal.invalid("/ground", "meeting.ground-not-for-type", ["type": row.type.name.vi])
        }
        let seats = try Rosters.roster(of: row, in: tx).filter { $0.role.isSeat }.map(\.user)
        for user in requestedBy where !seats.contains(user) { throw Refusal.invalid("/requestedBy", "field.not-a-member", ["id": user.text]) }
        try Self.validate(ground, signers: Set(requestedBy).count, members: seats.count, type: row.type, in: tx)
        let was = try Meetings.convening(of: row, in: tx)
        try tx.execute("UPDATE meeting SET convening_ground = \(ground.rawValue), convening_note = \(note), convening_assumed = 0, version = version + 1 WHERE id = \(meeting.text)")
        try tx.execute("DELETE FROM convening_request WHERE meeting = \(meeting.text)")
        if ground == .members {
            for user in Set(requestedBy).sorted() { try tx.execute("INSERT INTO convening_request (meeting, account) VALUES (\(meeting.text), \(user.text))") }
        }
        let seq = try tx.record(.meetingChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting), by: act)
        if (was.ground, was.note) != (ground, note) || Set(was.requestedBy) != Set(requestedBy) {
            let subject = [ground.name.vi, note].filter { !$0.isEmpty }.joined(separator: ", ")
            try ChangeNotices.issue(.ground, subject: subject, to: Audience(.meeting(meeting)), in: row, act, tx)
        }
        return Done(seq: seq)
    }

    /// A ground that the new type of a draft does not know is no ground of it.
    static func clearForbidden(in row: MeetingRow, type: MeetingType, _ tx: borrowing Transaction) throws {
        guard let ground = try Meetings.convening(of: row, in: tx).ground, let rule = try MeetingTypes.rule(of: type, in: tx), !rule.grounds.contains(ground) else { return }
        try tx.execute("UPDATE meeting SET convening_ground = NULL, convening_note = '' WHERE id = \(row.id.text)")
        try tx.execute("DELETE FROM convening_request WHERE meeting = \(row.id.text)")
    }

    /// Asked again when the meeting is convened: members may have left the body meanwhile. A ground nobody named is the first of the type,
    /// and where that says more than the calendar does, the record says that nobody named it.
    static func settle(_ row: MeetingRow, in tx: borrowing Transaction) throws {
        let convening = try Meetings.convening(of: row, in: tx)
        guard let ground = convening.ground else {
            let usual = convening.rule?.grounds.first ?? .chairman
            try tx.execute("UPDATE meeting SET convening_ground = \(usual.rawValue), convening_assumed = \(usual != .calendar && !row.isCirculated) WHERE id = \(row.id.text)")
            return
        }
        if let rule = convening.rule, !rule.grounds.contains(ground) { throw Refusal.invalid("/ground", "meeting.ground-not-for-type", ["type": row.type.name.vi]) }
        let members = try Rosters.roster(of: row, in: tx).count { $0.role.isSeat }
        try validate(ground, signers: convening.requestedBy.count, members: members, type: row.type, in: tx)
    }

    private static func validate(_ ground: ConveningGround, signers: Int, members: Int, type: MeetingType, in tx: borrowing Transaction) throws {
        guard let share = try MeetingTypes.rule(of: type, in: tx)?.requestShare else { return }
        try ground.validated(signers: signers, members: members, share: share)
    }
}
