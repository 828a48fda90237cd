public import Rules
public import Store

/// A person says that he comes, or that he does not. A member's absence needs a reason and waits for the chairman's consent; he
/// may name who sits in his place. A new answer replaces the old one. Who: the roster and the invited, for themselves.
public struct AnswerInvitation: Command {
    public static let name: CommandName = "invitation.answer"
    public var meeting: MeetingID
    public var answer: InvitationAnswer
    public var reason: String?
    /// Username of the person who is to sit in the member's place.
    public var substitute: String?
    /// Id of the sealed reason.
    public var sealedID: String

    public init(meeting: MeetingID, answer: InvitationAnswer, reason: String?, substitute: String?, sealedID: String) {
        self.meeting = meeting
        self.answer = answer
        self.reason = reason
        self.substitute = substitute
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let person = caller.person, try Standing.takesPart(person.id, in: row, tx) else { throw Refusal(.authForbidden, ["needs": "roster"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.invitations, type: row.type)
        let user = act.caller.person!.id
        let isSeat = try Rosters.line(of: user, in: row, tx)?.role.isSeat ?? false
        let text = try Text.checked(reason ?? "", at: "/reason", limit: Text.titleLength, mayBeEmpty: answer == .attend || !isSeat)
        let replaced = try answer == .decline && isSeat ? substituteID(besides: user, of: row, in: tx) : nil
        var commitment: String?
        let keepsReason = answer == .decline && !text.isEmpty
        if keepsReason { commitment = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx) }
        let consent = answer == .decline && isSeat ? AbsenceConsent.pending : nil
        try tx.execute(
            """
            INSERT INTO invitation_answer (meeting, account, answer, reason, consent, substitute, answered_at)
            VALUES (\(meeting.text), \(user.text), \(answer.rawValue), \(keepsReason ? sealedID : nil), \(consent?.rawValue), \(replaced?.text), \(act.at.ms))
            ON CONFLICT (meeting, account) DO UPDATE SET answer = excluded.answer, reason = excluded.reason, consent = excluded.consent,
              substitute = excluded.substitute, answered_at = excluded.answered_at, decided_by = '', decided_at = NULL
            """)
        try Substitutes.end(for: user, in: row, act, tx)
        let fact = InvitationFact(user: user, answer: answer, consent: consent, reason: commitment, substitute: replaced)
        return Done(seq: try tx.record(.invitationAnswered, in: row.stream, to: Invitations.audience(row, user), fact, by: act))
    }

    /// The substitute is an account that takes no part in the meeting otherwise.
    private func substituteID(besides user: UserID, of meeting: MeetingRow, in tx: borrowing Transaction) throws -> UserID? {
        guard let name = substitute?.lowercased(), !name.isEmpty else { return nil }
        guard let row = try tx.row("SELECT id FROM account WHERE username = \(name) AND disabled = 0") else {
            throw Refusal.invalid("/substitute", "invitation.unknown-person")
        }
        let id: UserID = row.id("id")
        guard try id != user && Rosters.line(of: id, in: meeting, tx) == nil,
            try !tx.exists("SELECT 1 FROM substitute WHERE meeting = \(meeting.id.text) AND account = \(id.text) AND member <> \(user.text)")
        else { throw Refusal.invalid("/substitute", "invitation.already-in-meeting") }
        return id
    }
}

struct InvitationFact: Codable, Sendable {
    var user: UserID
    var answer: InvitationAnswer
    var consent: AbsenceConsent?
    /// Salted commitment to the sealed reason.
    var reason: String?
    var substitute: UserID?
}
