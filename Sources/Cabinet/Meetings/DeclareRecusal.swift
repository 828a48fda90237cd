public import Rules
public import Store

/// A member takes no part in an item, for a conflict of interest: he gets no ballot, its papers are closed to him, and he stays
/// in N and P. The reason is personal: sealed, the log holds a commitment, the minutes say it. Basis: Law on Anti-Corruption
/// 36/2018, Decree 59/2019 (to be confirmed). Who: the member himself; the body's secretary and admin record what he declared.
public struct DeclareRecusal: Command {
    public static let name: CommandName = "recusal.declare"
    public var meeting: MeetingID
    public var item: AgendaItemID
    public var user: UserID
    public var reason: String
    /// Id of the sealed reason.
    public var sealedID: String

    public init(meeting: MeetingID, item: AgendaItemID, user: UserID, reason: String, sealedID: String) {
        self.meeting = meeting
        self.item = item
        self.user = user
        self.reason = reason
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) -> [StreamID] { [.meeting(meeting)] }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws { try Recusals.mayEnter(meeting, user, caller, in: tx) }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try Recusals.mayChange(item, of: row, for: act.caller, in: tx)
        guard let line = try Rosters.line(of: user, in: row, tx), line.role.isSeat else { throw Refusal.invalid("/userId", "field.not-a-member") }
        let text = try Text.checked(reason, at: "/reason", limit: Text.titleLength)
        if try tx.exists(
            """
            SELECT 1 FROM poll JOIN ballot ON ballot.poll = poll.id AND ballot.account = \(user.text) WHERE poll.item = \(item.text) AND poll.state = 'open'
            """)
        {
            throw Refusal(.recusalPollOpen, ["reason": "voted"])
        }
        let commitment = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx)
        try tx.execute(
            """
            INSERT INTO recusal (meeting, item, account, reason, entered_by, at)
            VALUES (\(meeting.text), \(item.text), \(user.text), \(sealedID), \(act.caller.actor), \(act.at.ms))
            ON CONFLICT (item, account) DO UPDATE SET reason = excluded.reason, entered_by = excluded.entered_by, at = excluded.at
            """)
        try row.touch(in: tx)
        let fact = RecusalFact(item: item, user: user, recused: true, reason: commitment)
        return Done(seq: try tx.record(.recusalChanged, in: row.stream, to: .of(item, in: meeting), fact, by: act))
    }
}

struct RecusalFact: Codable, Sendable {
    var item: AgendaItemID
    var user: UserID
    var recused: Bool
    /// Salted commitment to the sealed reason.
    var reason: String?
}
