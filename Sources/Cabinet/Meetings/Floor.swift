public import Rules
public import Store

/// One request to speak, or one who speaks.
public struct FloorEntry: Sendable, Equatable {
    public var id: FloorRequestID
    public var item: AgendaItemID?
    public var user: UserID
    public var name: String
    public var title: String
    /// The absent member in whose place he speaks.
    public var substituteFor: String?
    public var state: FloorState
    /// Place among those who wait, from 1.
    public var place: Int?
    public var requestedAt: Timestamp
    public var grantedAt: Timestamp?
    public var endedAt: Timestamp?
    public var clock: SpeechClock
}

/// The list of speakers of a meeting.
public struct FloorView: Sendable, Equatable {
    /// Takes no new requests.
    public var isClosed: Bool
    /// What a speaker is given unless the chair says otherwise; nil: no limit.
    public var limitMS: Int64?
    /// Who has the floor; then those who wait, in their order.
    public var entries: [FloorEntry]
    /// What all speakers together have used of the current item's time; nil where it was given none.
    public var itemTime: ItemTime?

    public var speaker: FloorEntry? { entries.first { $0.state.hasFloor } }
    public var waiting: [FloorEntry] { entries.filter { $0.state == .waiting } }
}

/// The time of an item, for everyone who speaks on it.
public struct ItemTime: Sendable, Equatable {
    public var item: AgendaItemID
    /// Spoken, planned, and whether somebody speaks now.
    public var clock: SpeechClock
}

public enum Floor {
    public static let maxRequests = 500
    /// What a speaker is given where nobody has said anything else.
    public static let usualLimitMS: Int64 = 5 * 60_000

    /// Who has the floor and who waits for it, as far as the caller may read the item it is about.
    public static func floor(of id: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> FloorView {
        let meeting = try MeetingRow.visible(id, to: caller, in: tx)
        let access = try AgendaAccess.of(caller, in: meeting, tx)
        var view = try floor(of: id, in: tx)
        view.entries = view.entries.filter { access.reads($0.item) }
        if let item = meeting.currentItem, access.reads(item) { view.itemTime = try itemTime(of: item, in: meeting.id, speaker: view.speaker, tx) }
        return view
    }

    private static func itemTime(of item: AgendaItemID, in meeting: MeetingID, speaker: FloorEntry?, _ tx: borrowing Transaction) throws -> ItemTime? {
        guard let minutes = try tx.row("SELECT minutes FROM agenda_item WHERE id = \(item.text)")?.optionalInteger("minutes"), minutes > 0 else { return nil }
        let spoken = try tx.row("SELECT SUM(spoken_ms) AS spoken FROM floor_request WHERE meeting = \(meeting.text) AND item = \(item.text)")?.optionalInteger("spoken")
        return ItemTime(
            item: item, clock: SpeechClock(spokenMS: spoken ?? 0, runningSince: speaker?.item == item ? speaker?.clock.runningSince : nil, limitMS: minutes * 60_000))
    }

    static func floor(of id: MeetingID, in tx: borrowing Transaction) throws -> FloorView {
        let row = try tx.row("SELECT closed, limit_ms FROM floor WHERE meeting = \(id.text)")
        var waiting = 0
        let entries = try entries(of: id, where: "f.state IN ('waiting', 'speaking', 'paused')", in: tx).map { entry in
            var entry = entry
            if entry.state == .waiting {
                waiting += 1
                entry.place = waiting
            }
            return entry
        }
        return FloorView(
            isClosed: row?.bool("closed") ?? false, limitMS: row == nil ? usualLimitMS : row?.optionalInteger("limit_ms"),
            entries: entries.filter(\.state.hasFloor) + entries.filter { $0.state == .waiting })
    }

    /// Those who have spoken, in the order in which they were given the floor.
    static func speeches(in id: MeetingID, _ tx: borrowing Transaction) throws -> [(entry: FloorEntry, fact: Int64?)] {
        try rows(of: id, where: "f.granted_at IS NOT NULL", order: "f.granted_at, f.id", in: tx).map { (entry($0), $0.optionalInteger("fact")) }
    }

    static func request(_ id: FloorRequestID, of meeting: MeetingID, in tx: borrowing Transaction) throws -> FloorEntry {
        guard let entry = try entries(of: meeting, where: "f.id = \(id.text)", in: tx).first else { throw Refusal(.notFound) }
        return entry
    }

    static func entries(of id: MeetingID, where condition: SQL, in tx: borrowing Transaction) throws -> [FloorEntry] {
        try rows(of: id, where: condition, order: "f.place, f.id", in: tx).map(entry)
    }

    private static func rows(of id: MeetingID, where condition: SQL, order: SQL, in tx: borrowing Transaction) throws -> [Row] {
        try tx.rows(
            """
            SELECT f.id, f.item, f.account, f.state, f.requested_at, f.granted_at, f.ended_at, f.running_since, f.spoken_ms, f.limit_ms, f.fact,
              COALESCE(roster.name, account.name) AS name, COALESCE(roster.title, account.title) AS title,
              COALESCE(absent_line.name, absent.name) AS substitute_for
            FROM floor_request f JOIN account ON account.id = f.account LEFT JOIN roster ON roster.meeting = f.meeting AND roster.account = f.account
              LEFT JOIN account AS absent ON absent.id = f.substitute_for
              LEFT JOIN roster AS absent_line ON absent_line.meeting = f.meeting AND absent_line.account = f.substitute_for
            WHERE f.meeting = \(id.text) AND \(condition) ORDER BY \(order) LIMIT \(maxRequests)
            """)
    }

    private static func entry(_ row: Row) -> FloorEntry {
        FloorEntry(
            id: row.id("id"), item: row.optionalID("item"), user: row.id("account"), name: row.text("name"), title: row.text("title"),
            substituteFor: row.optionalText("substitute_for"), state: row.choice("state"),
            requestedAt: row.time("requested_at"), grantedAt: row.optionalTime("granted_at"), endedAt: row.optionalTime("ended_at"),
            clock: SpeechClock(spokenMS: row.integer("spoken_ms"), runningSince: row.optionalTime("running_since"), limitMS: row.optionalInteger("limit_ms")))
    }

    /// A request behind all others, and the fact of it; false where the list can hold no more.
    static func append(_ id: FloorRequestID, of user: UserID, on item: AgendaItemID?, in meeting: MeetingRow, _ act: Act, _ tx: borrowing Transaction) throws -> Bool {
        let last = try tx.row("SELECT COUNT(*) AS n, MAX(place) AS last FROM floor_request WHERE meeting = \(meeting.id.text)")!
        guard last.int("n") < maxRequests else { return false }
        try tx.execute(
            """
            INSERT INTO floor_request (id, meeting, item, account, place, state, requested_at, substitute_for)
            VALUES (\(id.text), \(meeting.id.text), \(item?.text), \(user.text), \((last.optionalInteger("last") ?? 0) + 1), 'waiting', \(act.at.ms),
              \(try Substitutes.member(replacedBy: user, in: meeting.id, tx)?.text))
            """)
        let entry = try request(id, of: meeting.id, in: tx)
        try tx.record(.floorRequested, in: meeting.stream, to: .of(item, in: meeting.id), FloorFact(entry, state: .waiting), by: act)
        return true
    }

    /// Stops every clock that runs: a pause of the session, its end, or the next speaker.
    static func stopClocks(of meeting: MeetingID, to state: FloorState, at now: Timestamp, in tx: borrowing Transaction) throws {
        for entry in try entries(of: meeting, where: "f.state IN ('speaking', 'paused')", in: tx) where entry.state != state {
            try set(entry.id, state, entry.clock.stopped(at: now), endedAt: state == .done ? now : nil, in: tx)
        }
    }

    static func set(_ id: FloorRequestID, _ state: FloorState, _ clock: SpeechClock, endedAt: Timestamp? = nil, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE floor_request SET state = \(state.rawValue), spoken_ms = \(clock.spokenMS), running_since = \(clock.runningSince?.ms), limit_ms = \(clock.limitMS),
              ended_at = \(endedAt?.ms) WHERE id = \(id.text)
            """)
    }
}

struct FloorFact: Codable, Sendable {
    var request: FloorRequestID?
    var user: UserID?
    var item: AgendaItemID?
    var state: FloorState?
    var spokenMS: Int64?
    var runningSince: Timestamp?
    var limitMS: Int64?
    /// Of the list: whether it takes requests.
    var closed: Bool?

    init(_ entry: FloorEntry? = nil, state: FloorState? = nil, clock: SpeechClock? = nil, closed: Bool? = nil, limitMS: Int64? = nil) {
        request = entry?.id
        user = entry?.user
        item = entry?.item
        self.state = state
        spokenMS = clock?.spokenMS
        runningSince = clock?.runningSince
        self.limitMS = clock?.limitMS ?? limitMS
        self.closed = closed
    }
}
