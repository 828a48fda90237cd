public import Rules
import Store

/// Where a caller stands towards a body or a meeting today: the permission table of contract §2 asks nothing else.
public enum Standing {
    /// An administrator, the clock or the operator.
    public static func requireAdmin(_ caller: Caller) throws(Refusal) {
        guard caller.administers else { throw Refusal(.authForbidden, ["needs": "admin"]) }
    }

    /// Acts for the body's secretariat: admin, a member with the role secretary, or an account with role secretary that has no
    /// role in this body and belongs to the body's unit.
    static func isSecretary(_ caller: Caller, of body: BodyID, in tx: borrowing Transaction) throws -> Bool {
        if caller.administers { return true }
        guard let person = caller.person, person.role != .screen else { return false }
        if let row = try tx.row("SELECT role FROM body_member WHERE body = \(body.text) AND account = \(person.id.text)") {
            return row.text("role") == BodyRole.secretary.rawValue
        }
        guard person.role == .secretary else { return false }
        return try tx.exists(
            """
            SELECT 1 FROM body JOIN account ON account.id = \(person.id.text)
            WHERE body.id = \(body.text) AND COALESCE(body.unit, '') = COALESCE(account.unit, '')
            """)
    }

    static func requireSecretary(_ caller: Caller, of body: BodyID, in tx: borrowing Transaction) throws {
        guard try isSecretary(caller, of: body, in: tx) else { throw Refusal(.authForbidden, ["needs": "secretary"]) }
    }

    /// Sees the meeting at all; otherwise it does not exist for him (`not-found`).
    static func canSee(_ meeting: MeetingRow, _ caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        try grants(of: caller, for: meeting, in: tx).contains(.meeting(meeting.id))
    }

    /// The secretary of the meeting's body, the presiding person, or the clock.
    static func requireConduct(_ meeting: MeetingRow, _ caller: Caller, in tx: borrowing Transaction) throws {
        if let person = caller.person, person.role != .screen, meeting.presiding == person.id { return }
        guard try isSecretary(caller, of: meeting.body, in: tx) else { throw Refusal(.authForbidden, ["needs": "presiding"]) }
    }

    /// The one function of visibility: what a caller holds, as far as it matters for `meeting`. Queries, push and export use it alike.
    static func grants(of caller: Caller, for meeting: MeetingRow, in tx: borrowing Transaction) throws -> Set<Grant> {
        var grants: Set<Grant> = []
        let secretary = try isSecretary(caller, of: meeting.body, in: tx)
        if secretary { grants.formUnion([.secretariat(meeting.body), .body(meeting.body), .meeting(meeting.id)]) }
        guard let person = caller.person else { return grants }
        grants.insert(.person(person.id))
        // A wall shows what a guest may see, and whatever else its account was made is no way around that.
        if person.role == .screen { return try RoomScreens.shows(meeting, person.id, in: tx) ? grants.union([.meeting(meeting.id)]) : grants }
        if meeting.presiding == person.id { grants.insert(.chair(meeting.id)) }
        if person.role == .auditor { grants.insert(.meeting(meeting.id)) }
        if meeting.state != .draft, try takesPart(person.id, in: meeting, tx) {
            grants.formUnion([.body(meeting.body), .meeting(meeting.id)])
        }
        return grants
    }

    /// How a caller who may know of the meeting stands towards its items.
    static func viewer(_ caller: Caller, of meeting: MeetingRow, in tx: borrowing Transaction) throws -> ItemAccess.Viewer {
        if try isSecretary(caller, of: meeting.body, in: tx) { return .secretariat }
        guard let person = caller.person, person.role != .screen else { return .guest }
        if meeting.presiding == person.id { return .presiding }
        if person.role == .auditor { return .auditor }
        return try sits(person.id, in: meeting, tx) || substitutes(person.id, in: meeting, tx) ? .roster : .guest
    }

    /// Sits in an absent member's place: reads and speaks, without a vote.
    private static func substitutes(_ user: UserID, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM substitute WHERE meeting = \(meeting.id.text) AND account = \(user.text)")
    }

    private static func sits(_ user: UserID, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> Bool {
        try tx.exists(
            meeting.hasRoster
                ? "SELECT 1 FROM roster WHERE meeting = \(meeting.id.text) AND account = \(user.text)"
                : "SELECT 1 FROM body_member WHERE body = \(meeting.body.text) AND account = \(user.text)")
    }

    static func takesPart(_ user: UserID, in meeting: MeetingRow, _ tx: borrowing Transaction) throws -> Bool {
        try sits(user, in: meeting, tx) || substitutes(user, in: meeting, tx) || tx.exists("SELECT 1 FROM invited WHERE meeting = \(meeting.id.text) AND account = \(user.text)")
    }
}
