public import Rules
public import Store

/// Says later where somebody was from a certain instant on, until his next recorded change. No verdict is altered: where a poll
/// already closed in that time, the correction wants a note, and who wants another verdict annuls the poll and repeats it.
/// Where nothing later is recorded and the meeting goes on, the person is there from now on as well. Who: the body's secretary, admin.
public struct CorrectAttendance: SecretariatOfMeeting {
    public struct Receipt: Codable, Sendable {
        public var seq: Int64
        /// Polls whose presence would have been another.
        public var polls: Int
    }
    public static let name: CommandName = "attendance.correct"
    public static let maxCorrections = 1000
    public var meeting: MeetingID
    public var user: UserID
    public var state: AttendanceState
    public var from: Timestamp
    public var note: String?
    /// Id of the sealed note.
    public var sealedID: String

    public init(meeting: MeetingID, user: UserID, state: AttendanceState, from: Timestamp, note: String?, sealedID: String) {
        self.meeting = meeting
        self.user = user
        self.state = state
        self.from = from
        self.note = note
        self.sealedID = sealedID
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.corrections, type: row.type)
        guard let line = try Rosters.line(of: user, in: row, tx), line.role.isSeat else { throw Refusal(.notFound) }
        guard from < act.at, from >= (row.convenedAt ?? row.startsAt) else { throw Refusal.invalid("/from", "attendance.not-in-meeting") }
        guard try tx.row("SELECT COUNT(*) AS n FROM attendance_correction WHERE meeting = \(meeting.text)")!.int("n") < Self.maxCorrections else {
            throw Refusal.invalid("/from", "field.too-many", ["limit": "\(Self.maxCorrections)"])
        }
        let correction = AttendanceCorrection(user: user, state: state, from: from)
        let touched = try correction.effects(at: act.at, in: row, tx)
        let text = try Text.checked(note ?? "", at: "/note", limit: Text.titleLength, mayBeEmpty: true)
        if text.isEmpty, let first = touched.first {
            throw Refusal(.attendanceNeedsNote, ["polls": "\(touched.count)", "poll": first.title])
        }
        let until = try correction.until(act.at, in: row, tx)
        var commitment: String?
        if !text.isEmpty { commitment = try act.vault.seal(text, id: sealedID, at: act.at.ms, in: tx) }
        let fact = CorrectionFact(user: user, state: state, from: from, until: until, note: commitment, polls: touched.map(\.poll))
        let seq = try tx.record(.attendanceCorrected, in: row.stream, to: Audience(.meeting(meeting)), fact, by: act)
        try tx.execute(
            """
            INSERT INTO attendance_correction (meeting, seq, account, state, from_at, until_at, note, polls, entered_by, at)
            VALUES (\(meeting.text), \(seq), \(user.text), \(state.rawValue), \(from.ms), \(until.ms), \(text.isEmpty ? nil : sealedID), \(touched.count),
              \(act.caller.actor), \(act.at.ms))
            """)
        if until == act.at, row.state.allows(.attendance, type: row.type) { _ = try Attendance.note(user, state, in: row, act, tx) }
        try tx.execute("UPDATE minutes SET version = version + 1, at = \(act.at.ms) WHERE meeting = \(meeting.text)")
        return Receipt(seq: seq, polls: touched.count)
    }
}

struct CorrectionFact: Codable, Sendable {
    var user: UserID
    var state: AttendanceState
    var from: Timestamp
    var until: Timestamp
    /// Salted commitment to the sealed note.
    var note: String?
    var polls: [PollID]
}
