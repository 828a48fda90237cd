public import Rules
import Store

/// A poll as it stands in its table.
struct PollRow: Sendable {
    var id: PollID
    var meeting: MeetingID
    var item: AgendaItemID?
    var title: String
    var method: PollMethod
    var secrecy: PollSecrecy
    var round: Int
    var show: PollShow
    /// Those of the opening; before it what they would be today.
    var rules: RuleSet
    /// What the poll changes in the body's rules.
    var patch: RuleSetPatch
    var ruleVersion: Int?
    var subject: PollSubject?
    var state: PollState
    /// How many options a ballot may name.
    var places: Int
    var repeats: PollID?
    var amends: PollID?
    var durationS: Int64?
    var taking: PollTaking
    var closesAt: Timestamp?
    /// What was left of the time when the session paused.
    var remainingMS: Int64?
    var openedAt: Timestamp?
    var closedAt: Timestamp?
    /// JSON lists of ids; read only where they are counted.
    var presentAtOpeningText: String
    var presentAtClosingText: String
    /// Who decides a tie, as it was at closing.
    var decider: UserID?
    var castingVote: PollCount.CastingVote?
    var castingUntil: Timestamp?
    var castingExpired: Bool
    var annulReason: String
    var version: Int64

    /// Slips that were closed before their deadline because nothing could change what they decide.
    var closedAsCertain: Bool {
        guard rules.circulation.earlyClose == .whenCertain, let closedAt, let closesAt else { return false }
        return closedAt < closesAt
    }

    static let columns: SQL = """
        poll.id, poll.meeting, poll.item, poll.title, poll.method, poll.secrecy, poll.round, poll.show_when, poll.rules, poll.rules_patch, poll.rule_version, poll.subject_document,
        poll.subject_version, poll.subject_sha256, poll.places, poll.repeats, poll.amends, poll.duration_s, poll.taking, poll.state, poll.closes_at, poll.remaining_ms, poll.opened_at, poll.closed_at, poll.present_at_opening, poll.present_at_closing,
        poll.decider, poll.casting_choice, poll.casting_basis, poll.casting_until, poll.casting_expired, poll.annul_reason, poll.version
        """

    init(_ row: Row) throws {
        id = row.id("id")
        meeting = row.id("meeting")
        item = row.optionalID("item")
        title = row.text("title")
        method = row.choice("method")
        secrecy = row.choice("secrecy")
        round = row.int("round")
        show = row.choice("show_when")
        rules = try Canonical.decodeOnce(RuleSet.self, from: row.text("rules"))
        patch = try Canonical.decodeOnce(RuleSetPatch.self, from: row.text("rules_patch"))
        ruleVersion = row.optionalInt("rule_version")
        if let document: DocumentID = row.optionalID("subject_document") {
            subject = PollSubject(document: document, version: row.int("subject_version"), sha256: row.text("subject_sha256"))
        }
        state = row.choice("state")
        places = row.int("places")
        repeats = row.optionalID("repeats")
        amends = row.optionalID("amends")
        durationS = row.optionalInteger("duration_s")
        taking = row.choice("taking")
        closesAt = row.optionalTime("closes_at")
        remainingMS = row.optionalInteger("remaining_ms")
        openedAt = row.optionalTime("opened_at")
        closedAt = row.optionalTime("closed_at")
        presentAtOpeningText = row.text("present_at_opening")
        presentAtClosingText = row.text("present_at_closing")
        decider = row.optionalID("decider")
        if let choice = row.optionalText("casting_choice").flatMap(Choice.init(rawValue:)) {
            castingVote = .init(choice: choice, basis: row.choice("casting_basis"))
        }
        castingUntil = row.optionalTime("casting_until")
        castingExpired = row.bool("casting_expired")
        annulReason = row.text("annul_reason")
        version = row.integer("version")
    }

    static func find(_ id: PollID, in tx: borrowing Transaction) throws -> PollRow? {
        try tx.row("SELECT \(columns) FROM poll WHERE id = \(id.text)").map(PollRow.init)
    }

    /// Stream of the poll's meeting; none for a poll that is not there, which `visible` then refuses.
    static func streams(of id: PollID, in tx: borrowing Transaction) throws -> [StreamID] {
        try tx.row("SELECT meeting FROM poll WHERE id = \(id.text)").map { [.meeting($0.id("meeting"))] } ?? []
    }

    private static func conducts(_ meeting: MeetingRow, _ caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        if meeting.presiding != nil, meeting.presiding == caller.person?.id { return true }
        return try Standing.isSecretary(caller, of: meeting.body, in: tx)
    }

    /// The poll and its meeting, if the caller may know of them; a draft is for those who conduct the meeting.
    static func visible(_ id: PollID, to caller: Caller, in tx: borrowing Transaction) throws -> (poll: PollRow, meeting: MeetingRow) {
        guard let poll = try find(id, in: tx), let meeting = try MeetingRow.find(poll.meeting, in: tx), try Standing.canSee(meeting, caller, in: tx) else {
            throw Refusal(.notFound)
        }
        guard try AgendaAccess.reads(poll.item, caller, in: meeting, tx) else { throw Refusal(.notFound) }
        if poll.state == .draft, try !conducts(meeting, caller, in: tx) { throw Refusal(.notFound) }
        return (poll, meeting)
    }
}

/// What is voted on: frozen at opening, whatever later versions say.
public struct PollSubject: Hashable, Codable, Sendable {
    public var document: DocumentID
    public var version: Int
    public var sha256: String
    public init(document: DocumentID, version: Int, sha256: String) {
        self.document = document
        self.version = version
        self.sha256 = sha256
    }
}

/// A fact about a poll.
struct PollFact: Codable, Sendable {
    var poll: PollID
    var state: PollState?
    var round: Int?
    var subject: PollSubject?
    var members: Int?
    var present: Int?
    var closesAt: Int64?
}
