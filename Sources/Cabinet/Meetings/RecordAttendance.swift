public import Rules
public import Store

/// Where a member of the roster, or who sits in his place, is from convening on. Presence is declared, never inferred from a connection. The reason of
/// an absence and a note are personal: sealed, the log holds a commitment. Who: the body's secretary, admin.
public struct RecordAttendance: SecretariatOfMeeting {
    public static let name: CommandName = "attendance.record"
    public var meeting: MeetingID
    public var user: UserID
    public var state: AttendanceState
    public var reason: String?
    /// Why the secretary says it in the person's stead.
    public var note: String?
    /// Id of the sealed reason, or of the sealed note where he is not absent.
    public var sealedID: String

    public init(meeting: MeetingID, user: UserID, state: AttendanceState, reason: String?, note: String? = nil, sealedID: String) {
        self.meeting = meeting
        self.user = user
        self.state = state
        self.reason = reason
        self.note = note
        self.sealedID = sealedID
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.attendance, type: row.type)
        if try Rosters.line(of: user, in: row, tx) == nil { return Done(seq: try Substitutes.note(user, state, in: row, act, tx)) }
        return Done(seq: try Attendance.note(user, state, reason: reason, note: note, sealedID: sealedID, in: row, act, tx))
    }
}

enum Attendance {
    /// Notes where a person of the roster is from now on; the same state again changes nothing. A member who comes ends the place of
    /// his substitute.
    /// - Parameter keptReason: id of a reason that is sealed already.
    /// - Returns: `seq` of the fact, 0 where nothing changed.
    static func note(
        _ user: UserID, _ state: AttendanceState, reason: String? = nil, note: String? = nil, sealedID: String = "", keptReason: String? = nil, in row: MeetingRow, _ act: Act, _ tx: borrowing Transaction
    ) throws -> Int64 {
        let meeting = row.id
        guard let entry = try Rosters.line(of: user, in: row, tx) else { throw Refusal(.notFound) }
        var sealed = keptReason
        var commitment = try keptReason.flatMap { try act.vault.commitment(of: $0, in: tx) }
        if let reason, state == .absent {
            let text = try Text.checked(reason, at: "/reason", limit: Text.titleLength, mayBeEmpty: true)
            if !text.isEmpty {
                sealed = sealedID
                commitment = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx)
            }
        }
        var sealedNote: String?
        if let note, sealed == nil {
            let text = try Text.checked(note, at: "/note", limit: Text.titleLength, mayBeEmpty: true)
            if !text.isEmpty {
                sealedNote = sealedID
                commitment = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx)
            }
        }
        if entry.attendance == state && sealed == nil && sealedNote == nil { return 0 }
        if state.isPresent { try Substitutes.end(for: user, in: row, act, tx) }
        try tx.execute(
            """
            INSERT INTO attendance (meeting, account, state, reason, since) VALUES (\(meeting.text), \(user.text), \(state.rawValue), \(sealed), \(act.at.ms))
            ON CONFLICT (meeting, account) DO UPDATE SET state = excluded.state, reason = excluded.reason, since = excluded.since
            """)
        let quorum = try Rosters.quorum(of: row, in: tx)
        let fact = AttendanceFact(user: user, state: state, reason: commitment, members: quorum.members, present: quorum.present, needed: quorum.needed, quorate: quorum.isMet)
        let seq = try tx.record(.attendanceChanged, in: row.stream, to: Audience(.meeting(meeting)), fact, by: act)
        try tx.execute(
            """
            INSERT INTO attendance_change (meeting, seq, account, state, at, entered_by, note)
            VALUES (\(meeting.text), \(seq), \(user.text), \(state.rawValue), \(act.at.ms), \(act.caller.actor), \(sealedNote))
            """)
        try row.touch(in: tx)
        return seq
    }

    /// An absence that the chairman agreed to is an absence: it is written where nobody has said anything else of the member.
    static func noteAgreed(_ user: UserID, reason: String?, in row: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        guard let line = try Rosters.line(of: user, in: row, tx), line.role.isSeat, line.attendance == nil else { return }
        _ = try note(user, .absent, keptReason: reason, in: row, act, tx)
    }

    /// Every agreed absence of a meeting, at its opening.
    static func noteAgreed(in row: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        for answer in try tx.rows(
            """
            SELECT account, reason FROM invitation_answer WHERE meeting = \(row.id.text) AND answer = 'decline' AND consent = 'approved'
            ORDER BY account LIMIT \(PollCount.maximumSeats)
            """)
        {
            try noteAgreed(answer.id("account"), reason: answer.optionalText("reason"), in: row, act, tx)
        }
    }
}

struct AttendanceFact: Codable, Sendable {
    var user: UserID
    var state: AttendanceState
    /// Salted commitment to the sealed reason, or to the note.
    var reason: String?
    var members: Int
    var present: Int
    var needed: Int
    var quorate: Bool
}
