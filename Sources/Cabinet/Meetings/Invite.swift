public import Rules
public import Store

/// Invites a person who has no seat (speaks, does not vote), or takes the invitation back. Who: the body's secretary, admin.
public struct Invite: SecretariatOfMeeting {
    public static let name: CommandName = "meeting.invite"
    public static let maxInvited = 1000
    public var meeting: MeetingID
    public var user: UserID
    /// In what capacity: guest, rapporteur. Nil takes the invitation back.
    public var capacity: String?
    public init(meeting: MeetingID, user: UserID, capacity: String?) {
        self.meeting = meeting
        self.user = user
        self.capacity = capacity
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.agenda, type: row.type)
        guard let person = try Accounts.account(user, in: tx) else { throw Refusal(.notFound) }
        guard capacity == nil || person.role != .screen else { throw Refusal.invalid("/userId", "field.is-a-screen") }
        if let capacity {
            guard try tx.row("SELECT COUNT(*) AS n FROM invited WHERE meeting = \(meeting.text)")!.int("n") < Self.maxInvited else {
                throw Refusal.invalid("/userId", "field.too-many", ["limit": "\(Self.maxInvited)"])
            }
            let capacity = try Text.checked(capacity, at: "/capacity", limit: Text.nameLength, mayBeEmpty: true)
            try tx.execute(
                """
                INSERT INTO invited (meeting, account, capacity) VALUES (\(meeting.text), \(user.text), \(capacity))
                ON CONFLICT (meeting, account) DO UPDATE SET capacity = excluded.capacity
                """)
            try Invitations.send(to: user, of: row, at: act.at, in: tx)
        } else {
            guard try tx.execute("DELETE FROM invited WHERE meeting = \(meeting.text) AND account = \(user.text)") == 1 else { throw Refusal(.notFound) }
        }
        return Done(seq: try tx.record(.invitedChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, user: user), by: act))
    }
}

/// A guest: reads and speaks, has no vote.
public struct InvitedView: Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    public var capacity: String
}

extension Meetings {
    public static func invited(to id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [InvitedView] {
        _ = try MeetingRow.visible(id, to: caller, in: tx)
        return try invited(to: id, in: tx)
    }

    static func invited(to id: MeetingID, in tx: borrowing Transaction) throws -> [InvitedView] {
        try tx.rows(
            """
            SELECT account.id, account.name, account.title, invited.capacity FROM invited JOIN account ON account.id = invited.account
            WHERE invited.meeting = \(id.text) ORDER BY account.name, account.id LIMIT \(Invite.maxInvited)
            """
        ).map { InvitedView(user: $0.id("id"), name: $0.text("name"), title: $0.text("title"), capacity: $0.text("capacity")) }
    }
}
