public import Rules
public import Store

/// Accounts that hang on a wall.
public enum RoomScreens {
    public static let maxPerBody = 50
    /// A convened session is announced on the wall this long before and after its start; a session that is over stays this long.
    static let soonMS: Int64 = 12 * 3_600_000
    static let lingersMS: Int64 = 3_600_000

    public static func list(of body: BodyID, for caller: Caller, in tx: borrowing Transaction) throws -> [AccountView] {
        try Standing.requireAdmin(caller)
        guard try Bodies.body(body, in: tx) != nil else { throw Refusal(.notFound) }
        return try tx.rows("SELECT account FROM room_screen WHERE body = \(body.text) ORDER BY assigned_at, account LIMIT \(maxPerBody)").compactMap {
            try Accounts.account($0.id("account"), in: tx)
        }
    }

    static func body(of account: UserID, in tx: borrowing Transaction) throws -> BodyID? {
        try tx.row("SELECT body FROM room_screen WHERE account = \(account.text)")?.id("body")
    }

    /// What a screen shows now: the session of its body that is on, else the next one, else the one that has just ended; nil where there is none.
    public static func meeting(for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> MeetingID? {
        guard let person = caller.person, person.role == .screen, let body = try body(of: person.id, in: tx) else { return nil }
        let found: [SQL] = [
            "state IN ('open', 'paused') ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, opened_at DESC, id",
            "state = 'convened' AND type <> 'circulated' AND starts_at BETWEEN \(now.ms - soonMS) AND \(now.ms + soonMS) ORDER BY starts_at, id",
            "state = 'closed' AND type <> 'circulated' AND closed_at > \(now.ms - lingersMS) ORDER BY closed_at DESC, id",
        ]
        for condition in found {
            if let row = try tx.row("SELECT id FROM meeting WHERE body = \(body.text) AND \(condition) LIMIT 1") { return row.id("id") }
        }
        return nil
    }

    /// The name above an empty wall; nil while the screen hangs nowhere.
    public static func bodyName(for caller: Caller, in tx: borrowing Transaction) throws -> String? {
        guard let person = caller.person, let body = try body(of: person.id, in: tx) else { return nil }
        return try Bodies.body(body, in: tx)?.name
    }

    /// Whether a meeting may hang on the caller's wall: of its body, convened and not cancelled.
    static func shows(_ meeting: MeetingRow, _ account: UserID, in tx: borrowing Transaction) throws -> Bool {
        guard meeting.state != .draft, meeting.state != .cancelled else { return false }
        return try body(of: account, in: tx) == meeting.body
    }

    /// The same as a condition on `meeting`.
    static func shown(to account: UserID) -> SQL {
        "(meeting.state NOT IN ('draft', 'cancelled') AND EXISTS (SELECT 1 FROM room_screen s WHERE s.body = meeting.body AND s.account = \(account.text)))"
    }
}
