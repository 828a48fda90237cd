public import Rules
public import Store

/// Who presides, and on what ground: by default the chairman, in his absence a deputy he assigned. Who: the body's secretary, admin.
public struct SetPresiding: SecretariatOfMeeting {
    public static let name: CommandName = "presiding.set"
    public var meeting: MeetingID
    public var user: UserID
    public var ground: String
    public init(meeting: MeetingID, user: UserID, ground: String) {
        self.meeting = meeting
        self.user = user
        self.ground = ground
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.presiding, type: row.type)
        guard let entry = try Rosters.roster(of: row, in: tx).first(where: { $0.user == user }), entry.role.isSeat else {
            throw Refusal.invalid("/userId", "field.not-a-seat")
        }
        let ground = try Text.checked(ground, at: "/ground", limit: Text.titleLength, mayBeEmpty: entry.role == .chairman)
        try tx.execute("UPDATE meeting SET presiding = \(user.text), presiding_ground = \(ground), version = version + 1 WHERE id = \(meeting.text)")
        return Done(seq: try tx.record(.presidingChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, user: user), by: act))
    }
}
