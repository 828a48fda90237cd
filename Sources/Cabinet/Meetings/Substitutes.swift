import Rules
import Store

/// Who sits in an absent member's place: he comes and goes in a record of his own, reads and speaks, never counts and has no vote.
enum Substitutes {
    /// Comings and goings that are kept of one meeting.
    static let maxChanges = 10_000

    /// The member in whose place somebody sits; nil for who sits in nobody's.
    static func member(replacedBy user: UserID, in meeting: MeetingID, _ tx: borrowing Transaction) throws -> UserID? {
        try tx.row("SELECT member FROM substitute WHERE meeting = \(meeting.text) AND account = \(user.text)")?.id("member")
    }

    /// Notes where a substitute is from now on; the same state again changes nothing.
    /// - Returns: `seq` of the fact, 0 where nothing changed.
    static func note(_ user: UserID, _ state: AttendanceState, in row: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> Int64 {
        guard let found = try tx.row("SELECT member, state FROM substitute WHERE meeting = \(row.id.text) AND account = \(user.text)") else { throw Refusal(.notFound) }
        if found.optionalText("state") == state.rawValue { return 0 }
        try tx.execute("UPDATE substitute SET state = \(state.rawValue), since = \(act.at.ms) WHERE meeting = \(row.id.text) AND account = \(user.text)")
        let seq = try tx.record(.invitedChanged, in: row.stream, to: Audience(.meeting(row.id)), MeetingFact(row.id, user: user, attendance: state), by: act)
        try keep(seq, user, for: found.id("member"), state, in: row, act, tx)
        try row.touch(in: tx)
        return seq
    }

    /// The member comes himself, or his absence is no longer agreed: the place ends; that somebody sat in it stays on record.
    static func end(for member: UserID, in row: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws {
        guard let found = try tx.row("SELECT account, state FROM substitute WHERE meeting = \(row.id.text) AND member = \(member.text)") else { return }
        let user: UserID = found.id("account")
        try tx.execute("DELETE FROM substitute WHERE meeting = \(row.id.text) AND member = \(member.text)")
        let seq = try tx.record(.invitedChanged, in: row.stream, to: Audience(.meeting(row.id)), MeetingFact(row.id, user: user), by: act)
        if found.optionalText("state").flatMap(AttendanceState.init(rawValue:))?.isPresent == true { try keep(seq, user, for: member, .absent, in: row, act, tx) }
    }

    /// Those who came, with whom they replaced, from when until when; in the order of their coming.
    static func stays(in meeting: MeetingRow, _ roster: [RosterLine], _ tx: borrowing Transaction) throws -> [MinutesRecord.Substitute] {
        struct Pair: Hashable { var user: UserID, member: UserID }
        var order: [Pair] = []
        var stays: [Pair: (from: Timestamp, until: Timestamp?)] = [:]
        for row in try tx.rows("SELECT member, account, state, at FROM substitute_change WHERE meeting = \(meeting.id.text) ORDER BY seq LIMIT \(maxChanges)") {
            let pair = Pair(user: row.id("account"), member: row.id("member"))
            let isPresent = row.choice("state", AttendanceState.self).isPresent
            if stays[pair] == nil {
                guard isPresent else { continue }
                order.append(pair)
                stays[pair] = (row.time("at"), nil)
            } else {
                stays[pair]?.until = isPresent ? nil : row.time("at")
            }
        }
        return try order.map { pair in
            .init(
                person: try MinutesCourse.person(pair.user, roster, tx), member: try MinutesCourse.person(pair.member, roster, tx).name, from: stays[pair]?.from,
                until: stays[pair]?.until)
        }
    }

    private static func keep(
        _ seq: Int64, _ user: UserID, for member: UserID, _ state: AttendanceState, in row: MeetingRow, _ act: Act, _ tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO substitute_change (meeting, seq, member, account, state, at)
            VALUES (\(row.id.text), \(seq), \(member.text), \(user.text), \(state.rawValue), \(act.at.ms))
            """)
    }
}
