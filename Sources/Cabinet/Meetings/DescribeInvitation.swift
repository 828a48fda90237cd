public import Rules
public import Store

/// Number and symbol, date and place of the invitation, as the Office's register gives them. Who: the body's secretary, admin.
public struct DescribeInvitation: SecretariatOfMeeting {
    public static let name: CommandName = "invitation.describe"
    /// Longest number of a paper: "1234/GM-UBND" and room for what registers invent.
    public static let maxNumberLength = 60
    /// Longest name of a place that a paper is dated at.
    public static let maxLocalityLength = 100
    public var meeting: MeetingID
    public var number: String
    /// Nil for the day of convening.
    public var issuedOn: CivilDate?
    public var locality: String

    public init(meeting: MeetingID, number: String, issuedOn: CivilDate?, locality: String) {
        self.meeting = meeting
        self.number = number
        self.issuedOn = issuedOn
        self.locality = locality
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        guard !row.isCirculated, row.state.allows(.particulars, type: row.type) else {
            throw Refusal(.meetingWrongState, ["state": row.state.rawValue, "action": "invitationPaper"])
        }
        let number = try Text.checked(number, at: "/number", limit: Self.maxNumberLength, mayBeEmpty: true)
        let locality = try Text.checked(locality, at: "/locality", limit: Self.maxLocalityLength, mayBeEmpty: true)
        if try Invitations.paper(of: meeting, in: tx) == InvitationPaperView(number: number, issuedOn: issuedOn, locality: locality) { return Done(seq: 0) }
        try tx.execute(
            """
            INSERT INTO invitation_paper (meeting, number, issued_on, locality) VALUES (\(meeting.text), \(number), \(issuedOn?.description), \(locality))
            ON CONFLICT (meeting) DO UPDATE SET number = excluded.number, issued_on = excluded.issued_on, locality = excluded.locality
            """)
        try row.touch(in: tx)
        return Done(seq: try tx.record(.invitationChanged, in: row.stream, to: Audience(.meeting(meeting)), MeetingFact(meeting), by: act))
    }
}
