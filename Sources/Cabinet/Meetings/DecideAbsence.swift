public import Rules
public import Store

/// The chairman agrees to a member's absence, or does not. With his consent the member is absent, unless his place was recorded
/// already, and the substitute, if one was named, sits in it. Who: the presiding person; the body's secretary and admin on his behalf (the log says who).
public struct DecideAbsence: ConductOfMeeting {
    public static let name: CommandName = "invitation.decide"
    public var meeting: MeetingID
    public var user: UserID
    public var isApproved: Bool

    public init(meeting: MeetingID, user: UserID, isApproved: Bool) {
        self.meeting = meeting
        self.user = user
        self.isApproved = isApproved
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.invitations, type: row.type)
        guard let found = try tx.row("SELECT answer, reason, consent, substitute FROM invitation_answer WHERE meeting = \(meeting.text) AND account = \(user.text)"),
            found.optionalText("consent") != nil
        else { throw Refusal(.notFound) }
        guard act.caller.person?.id != user else { throw Refusal(.authForbidden, ["needs": "another"]) }
        let consent: AbsenceConsent = isApproved ? .approved : .refused
        if found.text("consent") == consent.rawValue { return Done(seq: 0) }
        let substitute: UserID? = found.optionalID("substitute")
        try tx.execute(
            """
            UPDATE invitation_answer SET consent = \(consent.rawValue), decided_by = \(act.caller.actor), decided_at = \(act.at.ms)
            WHERE meeting = \(meeting.text) AND account = \(user.text)
            """)
        try Substitutes.end(for: user, in: row, act, tx)
        if isApproved, let substitute {
            guard try !tx.exists("SELECT 1 FROM substitute WHERE meeting = \(meeting.text) AND account = \(substitute.text)") else {
                throw Refusal.invalid("/userId", "invitation.already-in-meeting")
            }
            try tx.execute("INSERT INTO substitute (meeting, member, account) VALUES (\(meeting.text), \(user.text), \(substitute.text))")
        }
        let fact = InvitationFact(user: user, answer: .decline, consent: consent, reason: nil, substitute: substitute)
        let seq = try tx.record(.invitationDecided, in: row.stream, to: Invitations.audience(row, user), fact, by: act)
        if isApproved { try Attendance.noteAgreed(user, reason: found.optionalText("reason"), in: row, act, tx) }
        // Everyone sees who sits in whose place.
        if isApproved, substitute != nil { try tx.record(.invitedChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting, user: substitute), by: act) }
        return Done(seq: seq)
    }
}
