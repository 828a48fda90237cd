public import Rules
public import Store

/// A meeting with its numbers, as API and screens show it.
public struct MeetingView: Sendable {
    public var id: MeetingID
    public var body: BodyID
    public var bodyName: String
    public var title: String
    public var type: MeetingType
    public var form: MeetingForm
    public var startsAt: Timestamp
    public var endsAt: Timestamp
    public var place: String
    public var state: MeetingState
    public var quorum: Quorum
    public var presiding: UserID?
    public var presidingName: String?
    public var presidingGround: String
    public var currentItem: AgendaItemID?
    public var convenedAt: Timestamp?
    public var openedAt: Timestamp?
    public var closedAt: Timestamp?
    public var version: Int64
    public var epoch: String
    public var head: Int64
    /// What the caller may do here: screens show nothing else, the door asks again.
    public var standing: MeetingStanding
}

/// A caller's place in one meeting.
public struct MeetingStanding: Sendable, Equatable {
    /// Sits with a vote.
    public var seat: Bool
    /// Prepares and keeps the record.
    public var secretary: Bool
    public var presides: Bool
    /// May open, pause, close, run polls.
    public var conducts: Bool { presides || secretary }
}

public enum Meetings {
    /// - Throws: `not-found` also for what the caller may not know of.
    public static func meeting(_ id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> MeetingView {
        try view(try MeetingRow.visible(id, to: caller, in: tx), for: caller, in: tx)
    }

    /// Meetings the caller may see, by time, those to come first page last: ordered by start and id.
    /// - Parameter after: opaque cursor of the page before.
    public static func list(for caller: Caller, body: BodyID? = nil, from: Timestamp? = nil, after: String?, limit: Int, in tx: borrowing Transaction) throws -> Listing<MeetingView> {
        let limit = min(max(1, limit), Listing<MeetingView>.maxLimit)
        let cursor = MeetingCursor(after)
        let ofBody: SQL = body.map { "AND meeting.body = \($0.text)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT \(MeetingRow.columns) FROM meeting JOIN body ON body.id = meeting.body
            WHERE (meeting.starts_at > \(cursor.startsAt) OR (meeting.starts_at = \(cursor.startsAt) AND meeting.id > \(cursor.id)))
              AND meeting.ends_at >= \(from?.ms ?? Int64.min) \(ofBody) AND \(visible(to: caller))
            ORDER BY meeting.starts_at, meeting.id LIMIT \(limit + 1)
            """
        ).map(MeetingRow.init)
        let items = try rows.prefix(limit).map { try view($0, for: caller, in: tx) }
        return Listing(items: items, next: rows.count > limit ? items.last.map { "\($0.startsAt.ms)_\($0.id)" } : nil)
    }

    public static func roster(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> [RosterLine] {
        try Rosters.roster(of: try MeetingRow.visible(id, to: caller, in: tx), in: tx)
    }

    /// Why a member is absent: for the secretariat and the member alone; nil once erased.
    public static func absenceReasons(of id: MeetingID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> [UserID: String] {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let all = try Standing.isSecretary(caller, of: meeting.body, in: tx) || (meeting.presiding != nil && meeting.presiding == caller.person?.id)
        var reasons: [UserID: String] = [:]
        for row in try tx.rows("SELECT account, reason FROM attendance WHERE meeting = \(id.text) AND reason IS NOT NULL ORDER BY account LIMIT 10000") {
            let user: UserID = row.id("account")
            guard all || caller.person?.id == user else { continue }
            reasons[user] = try vault.open(row.text("reason"), in: tx)
        }
        return reasons
    }

    /// Grants and stream behind a push subscription; nil where the caller may not know of it.
    public static func pushAccess(_ id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> Set<Grant>? {
        guard let meeting = try MeetingRow.find(id, in: tx) else { return nil }
        let grants = try Standing.grants(of: caller, for: meeting, in: tx)
        guard grants.contains(.meeting(id)) else { return nil }
        return grants.union(try AgendaAccess.of(caller, in: meeting, tx).grants)
    }

    static func view(_ meeting: MeetingRow, for caller: Caller, in tx: borrowing Transaction) throws -> MeetingView {
        let roster = try Rosters.roster(of: meeting, in: tx)
        let own = caller.person.flatMap { person in roster.first { $0.user == person.id } }
        let presiding = try meeting.presiding.flatMap { id in
            try roster.first { $0.user == id }?.name ?? Accounts.account(id, in: tx)?.name
        }
        return MeetingView(
            id: meeting.id, body: meeting.body, bodyName: try tx.row("SELECT name FROM body WHERE id = \(meeting.body.text)")!.text("name"),
            title: meeting.title, type: meeting.type, form: meeting.form, startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: meeting.place,
            state: meeting.state, quorum: try Rosters.quorum(of: meeting, roster: roster, in: tx), presiding: meeting.presiding, presidingName: presiding,
            presidingGround: meeting.presidingGround, currentItem: meeting.currentItem, convenedAt: meeting.convenedAt, openedAt: meeting.openedAt,
            closedAt: meeting.closedAt, version: meeting.version, epoch: try tx.epoch(), head: try tx.head(of: meeting.stream),
            standing: MeetingStanding(
                seat: own?.role.isSeat ?? false, secretary: try Standing.isSecretary(caller, of: meeting.body, in: tx),
                presides: meeting.presiding != nil && meeting.presiding == caller.person?.id))
    }

    /// The same law as `Standing.grants`, as a condition on `meeting` joined with `body`, so that a list needs one query.
    private static func visible(to caller: Caller) -> SQL {
        if caller.administers { return "1 = 1" }
        guard let person = caller.person else { return "1 = 0" }
        if person.role == .auditor { return "1 = 1" }
        if person.role == .screen { return RoomScreens.shown(to: person.id) }
        let id = person.id.text
        let unitSecretary: SQL =
            person.role == .secretary
            ? """
             OR (NOT EXISTS (SELECT 1 FROM body_member m WHERE m.body = meeting.body AND m.account = \(id))
                 AND COALESCE(body.unit, '') = COALESCE((SELECT unit FROM account WHERE id = \(id)), ''))
            """ : ""
        return """
            (EXISTS (SELECT 1 FROM body_member m WHERE m.body = meeting.body AND m.account = \(id) AND m.role = 'secretary')\(unitSecretary)
             OR (meeting.state <> 'draft' AND (
               (meeting.rule_set IS NULL AND EXISTS (SELECT 1 FROM body_member m WHERE m.body = meeting.body AND m.account = \(id)))
               OR EXISTS (SELECT 1 FROM roster r WHERE r.meeting = meeting.id AND r.account = \(id))
               OR EXISTS (SELECT 1 FROM substitute s WHERE s.meeting = meeting.id AND s.account = \(id))
               OR EXISTS (SELECT 1 FROM invited i WHERE i.meeting = meeting.id AND i.account = \(id)))))
            """
    }
}

/// Where a page of meetings ended.
struct MeetingCursor {
    var startsAt = Int64.min
    var id = ""

    /// A cursor that was never ours begins at the beginning.
    init(_ text: String?) {
        guard let text, let underscore = text.firstIndex(of: "_"), let ms = Int64(text[..<underscore]) else { return }
        startsAt = ms
        id = String(text[text.index(after: underscore)...])
    }
}
