public import Rules
import Store

/// One person of a meeting's roster with where he is: frozen at the opening, the body's members before it.
public struct RosterLine: Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    public var role: BodyRole
    public var weight: Int
    public var order: Int
    /// Nil: not yet recorded; counts as not present.
    public var attendance: AttendanceState?
    public var since: Timestamp?

    public var isPresent: Bool { attendance?.isPresent ?? false }
    public var seat: PollCount.Seat { .init(user: user, weight: weight, role: role) }
}

enum Rosters {
    /// Seats and secretaries in the order of protocol.
    static func roster(of meeting: MeetingRow, in tx: borrowing Transaction) throws -> [RosterLine] {
        try lines(of: meeting, only: nil, in: tx)
    }

    /// One person's line, without reading the others': what a ballot needs.
    static func line(of user: UserID, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> RosterLine? {
        try lines(of: meeting, only: user, in: tx).first
    }

    private static func lines(of meeting: MeetingRow, only user: UserID?, in tx: borrowing Transaction) throws -> [RosterLine] {
        let one: SQL = user.map { "WHERE p.id = \($0.text)" } ?? ""
        let people: SQL =
            meeting.hasRoster
            ? "SELECT account AS id, name, title, role, weight, sort_order FROM roster WHERE meeting = \(meeting.id.text)"
            : """
            SELECT account.id, account.name, CASE WHEN body_member.position <> '' THEN body_member.position ELSE account.title END AS title,
              body_member.role, body_member.weight, body_member.sort_order
            FROM body_member JOIN account ON account.id = body_member.account WHERE body_member.body = \(meeting.body.text)
            """
        return try tx.rows(
            """
            SELECT p.id, p.name, p.title, p.role, p.weight, p.sort_order, attendance.state AS attendance, attendance.since
            FROM (\(people)) p LEFT JOIN attendance ON attendance.meeting = \(meeting.id.text) AND attendance.account = p.id \(one)
            ORDER BY p.sort_order, p.id LIMIT \(PollCount.maximumSeats)
            """
        ).map { row in
            RosterLine(
                user: row.id("id"), name: row.text("name"), title: row.text("title"), role: row.choice("role"), weight: row.int("weight"),
                order: row.int("sort_order"), attendance: row.optionalText("attendance").flatMap(AttendanceState.init(rawValue:)),
                since: row.optionalTime("since"))
        }
    }

    /// Freezes names, titles and weights, and the rules of the day.
    static func freeze(_ meeting: MeetingRow, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO roster (meeting, account, name, title, role, weight, sort_order)
            SELECT \(meeting.id.text), account.id, account.name, CASE WHEN body_member.position <> '' THEN body_member.position ELSE account.title END,
              body_member.role, body_member.weight, body_member.sort_order
            FROM body_member JOIN account ON account.id = body_member.account WHERE body_member.body = \(meeting.body.text)
            """)
        try tx.execute(
            """
            UPDATE meeting SET rule_set = (SELECT rule_set FROM body WHERE id = meeting.body), rule_version = (SELECT rule_version FROM body WHERE id = meeting.body)
            WHERE id = \(meeting.id.text)
            """)
    }

    /// The rules a meeting goes by: those of its opening, or its body's current ones before.
    static func rules(of meeting: MeetingRow, in tx: borrowing Transaction) throws -> (rules: RuleSet, version: Int) {
        let row =
            meeting.hasRoster
            ? try tx.row("SELECT body, version, \(RuleSets.confirmedColumn) FROM rule_set WHERE id = \(meeting.ruleSet) AND version = \(meeting.ruleVersion)")
            : try tx.row(
                """
                SELECT rule_set.body, rule_set.version, \(RuleSets.confirmedColumn) FROM body JOIN rule_set ON rule_set.id = body.rule_set AND rule_set.version = body.rule_version
                WHERE body.id = \(meeting.body.text)
                """)
        return (try RuleSets.read(row!.text("body"), isConfirmed: row!.int("confirmed") > 0), row!.int("version"))
    }

    /// The one count of presence: every screen, gate, result and page of minutes asks here.
    static func quorum(of meeting: MeetingRow, roster: [RosterLine], in tx: borrowing Transaction) throws -> Quorum {
        let seats = roster.filter { $0.role.isSeat }
        let rules = try rules(of: meeting, in: tx).rules
        return Quorum(members: seats.count, present: seats.count { $0.isPresent }, rules: rules)
    }

    static func quorum(of meeting: MeetingRow, in tx: borrowing Transaction) throws -> Quorum {
        try quorum(of: meeting, roster: try roster(of: meeting, in: tx), in: tx)
    }
}
