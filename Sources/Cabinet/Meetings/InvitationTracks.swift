public import Rules
public import Store

/// How far an invitation got with one person.
public struct InvitationTrack: Sendable, Equatable {
    public var mail: InvitationMail
    /// The mail server took the letter.
    public var mailedAt: Timestamp?
    /// A page of his told him of the meeting.
    public var reachedAt: Timestamp?
    public var openedAt: Timestamp?
    /// `page` or `paper`.
    public var openedBy: InvitationStep?

    /// By whichever way came first.
    public var deliveredAt: Timestamp? { [mailedAt, reachedAt].compactMap { $0 }.min() }

    init(_ row: Row) {
        mail = row.choice("mail")
        mailedAt = row.optionalTime("mailed_at")
        reachedAt = row.optionalTime("reached_at")
        openedAt = row.optionalTime("opened_at")
        openedBy = row.optionalText("opened_by").flatMap(InvitationStep.init(rawValue:))
    }
}

extension Invitations {
    /// States in which somebody can still hear of the meeting by its invitation.
    static let trackedStates: Set<MeetingState> = [.convened, .open, .paused]

    /// Whether this step of the caller's own invitation has yet to be noted, so that a page which is looked at again writes nothing.
    public static func awaits(_ step: InvitationStep, of id: MeetingID, by caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        guard let person = caller.person, let meeting = try MeetingRow.find(id, in: tx), !meeting.isCirculated, trackedStates.contains(meeting.state),
            try Standing.takesPart(person.id, in: meeting, tx)
        else { return false }
        let track = try track(of: person.id, in: id, tx)
        return step.isOpening ? track?.openedAt == nil : track?.reachedAt == nil
    }

    static func tracks(of id: MeetingID, in tx: borrowing Transaction) throws -> [UserID: InvitationTrack] {
        var tracks: [UserID: InvitationTrack] = [:]
        for row in try tx.rows(
            "SELECT account, mail, mailed_at, reached_at, opened_at, opened_by FROM invitation_track WHERE meeting = \(id.text) ORDER BY account LIMIT \(PollCount.maximumSeats + Invite.maxInvited)"
        ) { tracks[row.id("account")] = InvitationTrack(row) }
        return tracks
    }

    static func track(of user: UserID, in id: MeetingID, _ tx: borrowing Transaction) throws -> InvitationTrack? {
        try tx.row("SELECT mail, mailed_at, reached_at, opened_at, opened_by FROM invitation_track WHERE meeting = \(id.text) AND account = \(user.text)").map(InvitationTrack.init)
    }

    /// From here on everybody's invitation is followed, and the courier may write to him. Those who were already stay as they are.
    static func send(to meeting: MeetingRow, at now: Timestamp, in tx: borrowing Transaction) throws {
        guard !meeting.isCirculated else { return }
        try tx.execute(
            """
            INSERT INTO invitation_track (meeting, account, mail, next_at)
            SELECT \(meeting.id.text), person.account, 'none', \(now.ms)
            FROM (SELECT account FROM body_member WHERE body = \(meeting.body.text) UNION SELECT account FROM invited WHERE meeting = \(meeting.id.text)) person
            WHERE person.account IS NOT NULL
            ON CONFLICT (meeting, account) DO NOTHING
            """)
    }

    /// One who is invited after convening.
    static func send(to user: UserID, of meeting: MeetingRow, at now: Timestamp, in tx: borrowing Transaction) throws {
        guard !meeting.isCirculated, trackedStates.contains(meeting.state) else { return }
        try tx.execute(
            """
            INSERT INTO invitation_track (meeting, account, mail, next_at)
            VALUES (\(meeting.id.text), \(user.text), 'none', \(now.ms))
            ON CONFLICT (meeting, account) DO NOTHING
            """)
    }
}

/// How far an invitation got with somebody.
struct InvitationTrackFact: Codable, Sendable {
    var user: UserID
    /// mail, session; page, paper.
    var by: String
}
