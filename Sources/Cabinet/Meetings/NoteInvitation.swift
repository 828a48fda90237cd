public import Rules
public import Store

/// The server saw that an invitation reached a person, or that he opened it. Once each; presence and answers are not touched. Who: roster,
/// substitutes and invited, for themselves.
public struct NoteInvitation: MeetingCommand {
    public static let name: CommandName = "invitation.note"
    public var meeting: MeetingID
    public var step: InvitationStep

    public init(meeting: MeetingID, step: InvitationStep) {
        self.meeting = meeting
        self.step = step
    }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, try Standing.takesPart(person.id, in: row, tx) else { throw Refusal(.authForbidden, ["needs": "roster"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard try Invitations.awaits(step, of: meeting, by: act.caller, in: tx) else { return Done(seq: 0) }
        let user = act.caller.person!.id
        let isNew = try Invitations.track(of: user, in: meeting, tx)?.reachedAt == nil
        try tx.execute(
            """
            INSERT INTO invitation_track (meeting, account, mail, next_at, reached_at) VALUES (\(meeting.text), \(user.text), \(InvitationMail.none.rawValue), \(act.at.ms), \(act.at.ms))
            ON CONFLICT (meeting, account) DO UPDATE SET reached_at = COALESCE(invitation_track.reached_at, excluded.reached_at)
            """)
        let audience = Invitations.audience(row, user)
        var seq: Int64 = 0
        if isNew { seq = try tx.record(.invitationDelivered, in: row.stream, to: audience, InvitationTrackFact(user: user, by: "session"), by: act) }
        guard step.isOpening else { return Done(seq: seq) }
        try tx.execute("UPDATE invitation_track SET opened_at = \(act.at.ms), opened_by = \(step.rawValue) WHERE meeting = \(meeting.text) AND account = \(user.text)")
        return Done(seq: try tx.record(.invitationOpened, in: row.stream, to: audience, InvitationTrackFact(user: user, by: step.rawValue), by: act))
    }
}
