public import Rules
public import Store

extension Invitations {
    /// Most meetings whose invitation waits for one person.
    static let mostUnanswered = 50

    /// Convened sessions to come in which the caller sits or to which he is invited, and to whose invitation he has not answered; the
    /// soonest first.
    public static func unanswered(by caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> [MeetingID] {
        guard let person = caller.person else { return [] }
        return try tx.rows(
            """
            SELECT meeting.id FROM meeting WHERE meeting.state = 'convened' AND meeting.type <> 'circulated' AND meeting.ends_at > \(now.ms)
              AND NOT EXISTS (SELECT 1 FROM invitation_answer a WHERE a.meeting = meeting.id AND a.account = \(person.id.text))
              AND (EXISTS (SELECT 1 FROM body_member m WHERE m.body = meeting.body AND m.account = \(person.id.text) AND m.role <> 'secretary')
                OR EXISTS (SELECT 1 FROM invited i WHERE i.meeting = meeting.id AND i.account = \(person.id.text)))
            ORDER BY meeting.starts_at, meeting.id LIMIT \(mostUnanswered)
            """
        ).map { $0.id("id") }
    }
}
