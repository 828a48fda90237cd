public import Rules
public import Store

/// How the sending of one invitation went. Who: the clock.
public struct NoteInvitationMail: MeetingCommand {
    public static let name: CommandName = "invitation.note-mail"
    public var meeting: MeetingID
    public var account: UserID
    public var mail: InvitationMail
    /// When the next attempt is due, while it waits.
    public var nextAt: Timestamp

    public init(meeting: MeetingID, account: UserID, mail: InvitationMail, nextAt: Timestamp) {
        self.meeting = meeting
        self.account = account
        self.mail = mail
        self.nextAt = nextAt
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        let isSent = mail == .sent
        let changed = try tx.execute(
            """
            UPDATE invitation_track SET mail = \(mail.rawValue), attempts = attempts + 1, next_at = \(nextAt.ms), mailed_at = \(isSent ? act.at.ms : nil)
            WHERE meeting = \(meeting.text) AND account = \(account.text) AND mail IN ('none', 'waiting')
            """)
        guard changed == 1, isSent else { return Done(seq: 0) }
        return Done(
            seq: try tx.record(.invitationDelivered, in: row.stream, to: Invitations.audience(row, account), InvitationTrackFact(user: account, by: "mail"), by: act))
    }
}
