public import Rules
public import Store

/// One coming or going, as people lists and the API show it.
public struct AttendanceChangeView: Sendable, Equatable {
    public var state: AttendanceState
    public var at: Timestamp
    /// Recorded by another than the person himself.
    public var isRecordedForHim: Bool
    /// Why; for the secretariat and the person himself, nil once erased.
    public var note: String?
}

extension Meetings {
    /// Every coming and going of a meeting's people, each person's in order of time: at most 10 000.
    public static func attendanceChanges(of id: MeetingID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> [UserID: [AttendanceChangeView]] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let all = try Standing.isSecretary(caller, of: meeting.body, in: tx)
        var changes: [UserID: [AttendanceChangeView]] = [:]
        for row in try tx.rows(
            "SELECT account, state, at, entered_by, note FROM attendance_change WHERE meeting = \(id.text) ORDER BY seq, account LIMIT \(Substitutes.maxChanges)")
        {
            let user: UserID = row.id("account")
            let seesNote = all || caller.person?.id == user
            changes[user, default: []].append(
                AttendanceChangeView(
                    state: row.choice("state"), at: row.time("at"), isRecordedForHim: row.text("entered_by") != "person:\(user)",
                    note: try seesNote ? row.optionalText("note").flatMap { try vault.open($0, in: tx) } : nil))
        }
        return changes
    }
}
