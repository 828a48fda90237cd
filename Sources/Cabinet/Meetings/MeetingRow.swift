import Rules
import Store

/// A meeting as it stands in its table.
struct MeetingRow: Sendable {
    var id: MeetingID
    var body: BodyID
    var title: String
    var type: MeetingType
    var form: MeetingForm
    var startsAt: Timestamp
    var endsAt: Timestamp
    var place: String
    var state: MeetingState
    var presiding: UserID?
    var presidingGround: String
    var clerk: UserID?
    var currentItem: AgendaItemID?
    var ruleSet: String?
    var ruleVersion: Int?
    var convenedAt: Timestamp?
    var openedAt: Timestamp?
    var closedAt: Timestamp?
    var version: Int64

    /// Names and weights were frozen: at the opening, or at convening for circulated opinions.
    var hasRoster: Bool { ruleSet != nil }
    var isCirculated: Bool { type == .circulated }
    var stream: StreamID { .meeting(id) }

    static let columns: SQL = """
        meeting.id, meeting.body, meeting.title, meeting.type, meeting.form, meeting.starts_at, meeting.ends_at, meeting.place, meeting.state, meeting.presiding,
        meeting.presiding_ground, meeting.clerk, meeting.current_item, meeting.rule_set, meeting.rule_version, meeting.convened_at, meeting.opened_at,
        meeting.closed_at, meeting.version
        """

    init(_ row: Row) {
        id = row.id("id")
        body = row.id("body")
        title = row.text("title")
        type = row.choice("type")
        form = row.choice("form")
        startsAt = row.time("starts_at")
        endsAt = row.time("ends_at")
        place = row.text("place")
        state = row.choice("state")
        presiding = row.optionalID("presiding")
        presidingGround = row.text("presiding_ground")
        clerk = row.optionalID("clerk")
        currentItem = row.optionalID("current_item")
        ruleSet = row.optionalText("rule_set")
        ruleVersion = row.optionalInt("rule_version")
        convenedAt = row.optionalTime("convened_at")
        openedAt = row.optionalTime("opened_at")
        closedAt = row.optionalTime("closed_at")
        version = row.integer("version")
    }

    static func find(_ id: MeetingID, in tx: borrowing Transaction) throws -> MeetingRow? {
        try tx.row("SELECT \(columns) FROM meeting WHERE id = \(id.text)").map(MeetingRow.init)
    }

    /// The meeting, if the caller may know of it.
    /// - Throws: `not-found` alike for a meeting that is not there and one he may not know of.
    static func visible(_ id: MeetingID, to caller: Caller, in tx: borrowing Transaction) throws -> MeetingRow {
        guard let meeting = try find(id, in: tx), try Standing.canSee(meeting, caller, in: tx) else { throw Refusal(.notFound) }
        return meeting
    }

    /// The meeting a command works on, its lock held.
    static func locked(_ id: MeetingID, in tx: borrowing Transaction) throws -> MeetingRow {
        guard let meeting = try find(id, in: tx) else { throw Refusal(.notFound) }
        return meeting
    }

    func touch(in tx: borrowing Transaction) throws {
        try tx.execute("UPDATE meeting SET version = version + 1 WHERE id = \(id.text)")
    }
}

/// A fact about a meeting: ids and codes only.
struct MeetingFact: Codable, Sendable {
    var meeting: MeetingID
    var state: MeetingState?
    var item: AgendaItemID?
    var user: UserID?
    var attendance: AttendanceState?
    var members: Int?
    var present: Int?
    var needed: Int?
    var quorate: Bool?

    init(_ meeting: MeetingID, state: MeetingState? = nil, item: AgendaItemID? = nil, user: UserID? = nil, attendance: AttendanceState? = nil, quorum: Quorum? = nil) {
        self.meeting = meeting
        self.state = state
        self.item = item
        self.user = user
        self.attendance = attendance
        members = quorum?.members
        present = quorum?.present
        needed = quorum?.needed
        quorate = quorum?.isMet
    }
}
