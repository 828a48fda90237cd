public import Rules
public import Store

/// A poll as the caller may see it: hidden numbers are nil, never zero.
public struct PollView: Sendable {
    public var id: PollID
    public var meeting: MeetingID
    public var item: AgendaItemID?
    public var title: String
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var round: Int
    public var show: PollShow
    public var rules: RuleSet
    public var ruleVersion: Int?
    public var subject: PollSubject?
    public var subjectTitle: String?
    public var state: PollState
    public var closesAt: Timestamp?
    public var openedAt: Timestamp?
    public var closedAt: Timestamp?
    public var castingUntil: Timestamp?
    public var annulReason: String
    public var version: Int64
    public var members: Int
    public var present: Int
    /// Smallest weight in favour that adopts, where the base is known beforehand.
    public var needed: Int?
    /// How many ballots came back: everyone may know.
    public var returned: Int
    /// Who has not voted yet: chair and secretariat, while open.
    public var outstanding: [UserID]?
    /// Nil while hidden.
    public var result: PollResult?
    /// The named list, once an open poll has closed or shows live.
    public var named: [NamedBallot]?
    /// The caller's own ballot.
    public var mine: Choice?
    public var myReceipt: String?
    public var mySeq: Int64?
    /// Why the caller may not vote now; nil when he may.
    public var whyNot: Refusal?
    /// The caller decides the tie.
    public var mayDecide: Bool
}

public enum Polls {
    public static let maxPerMeeting = 500

    public static func poll(_ id: PollID, for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> PollView {
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        return try view(poll, meeting: meeting, roster: try Rosters.roster(of: meeting, in: tx), for: caller, at: now, in: tx)
    }

    /// Polls of a meeting in the order they were written.
    public static func list(of meeting: MeetingID, for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> [PollView] {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        let roster = try Rosters.roster(of: row, in: tx)
        let access = try AgendaAccess.of(caller, in: row, tx)
        let polls = try rows(of: meeting, in: tx).filter { access.reads($0.item) }
        var views: [PollView] = []
        for poll in polls where try isShown(poll, row, to: caller, in: tx) {
            views.append(try view(poll, meeting: row, roster: roster, for: caller, at: now, in: tx))
        }
        return views
    }

    /// Open polls in which the caller has a seat and no ballot yet, over all his meetings.
    public static func waiting(for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> [PollView] {
        guard let person = caller.person else { return [] }
        let ids: [PollID] = try tx.rows(
            """
            SELECT poll.id FROM poll JOIN roster ON roster.meeting = poll.meeting AND roster.account = \(person.id.text) AND roster.role <> 'secretary'
            WHERE poll.state = 'open' AND NOT EXISTS (SELECT 1 FROM ballot WHERE ballot.poll = poll.id AND ballot.account = \(person.id.text))
            ORDER BY poll.opened_at, poll.id LIMIT 50
            """
        ).map { $0.id("id") }
        return try ids.map { try poll($0, for: caller, at: now, in: tx) }
    }

    static func rows(of meeting: MeetingID, in tx: borrowing Transaction) throws -> [PollRow] {
        try tx.rows("SELECT \(PollRow.columns) FROM poll WHERE meeting = \(meeting.text) ORDER BY created_at, id LIMIT \(maxPerMeeting)").map(PollRow.init)
    }

    /// A draft is seen by those who conduct the meeting.
    private static func isShown(_ poll: PollRow, _ meeting: MeetingRow, to caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        if poll.state != .draft { return true }
        if meeting.presiding != nil, meeting.presiding == caller.person?.id { return true }
        return try Standing.isSecretary(caller, of: meeting.body, in: tx)
    }

    static func view(
        _ poll: PollRow, meeting: MeetingRow, roster: [RosterLine], for caller: Caller, at now: Timestamp, in tx: borrowing Transaction
    ) throws -> PollView {
        let ballots = try PollCounting.ballots(of: poll.id, in: tx)
        let count = try PollCounting.count(of: poll, meeting: meeting, roster: roster, ballots: ballots, in: tx)
        let result = count.result()
        let isOver = poll.state == .closed || (poll.state == .annulled && poll.closedAt != nil)
        let isShown = isOver || (poll.state == .open && poll.show == .live && poll.secrecy == .open)
        let conducts = try (meeting.presiding != nil && meeting.presiding == caller.person?.id) || Standing.isSecretary(caller, of: meeting.body, in: tx)
        let own = caller.person.flatMap { ballots[$0.id] }
        let voters = count.seats.filter { !count.recused.contains($0.user) }
        return PollView(
            id: poll.id, meeting: poll.meeting, item: poll.item, title: poll.title, method: poll.method, secrecy: poll.secrecy, round: poll.round,
            show: poll.show, rules: poll.rules, ruleVersion: poll.ruleVersion, subject: poll.subject,
            subjectTitle: try poll.subject.flatMap { try tx.row("SELECT title FROM document WHERE id = \($0.document.text)")?.text("title") },
            state: poll.state, closesAt: poll.closesAt, openedAt: poll.openedAt, closedAt: poll.closedAt, castingUntil: poll.castingUntil,
            annulReason: poll.annulReason, version: poll.version, members: result.members, present: result.present ?? 0, needed: result.needed, returned: ballots.count,
            outstanding: conducts && poll.state == .open ? voters.map(\.user).filter { ballots[$0] == nil } : nil, result: isShown ? result : nil,
            named: isShown && poll.secrecy == .open ? PollCounting.named(roster, ballots: ballots) : nil, mine: own?.choice, myReceipt: own?.receipt, mySeq: own?.seq,
            whyNot: caller.person.flatMap { whyNot($0.id, poll: poll, meeting: meeting, count: count, at: now) },
            mayDecide: isOver && poll.state == .closed && result.outcome == .awaitingChairman && count.eligibleDecider == caller.person?.id)
    }

    private static func whyNot(_ user: UserID, poll: PollRow, meeting: MeetingRow, count: PollCount, at now: Timestamp) -> Refusal? {
        do throws(Refusal) {
            try admission(poll: poll, meeting: meeting, count: count).admit(user, arrivedAt: now)
            return nil
        } catch {
            return error
        }
    }

    static func admission(poll: PollRow, meeting: MeetingRow, count: PollCount) -> BallotAdmission {
        BallotAdmission(
            poll: poll.state, meeting: meeting.state, secrecy: poll.secrecy, circulated: meeting.isCirculated, closesAt: poll.closesAt,
            seats: Set(count.seats.map(\.user)), recused: count.recused, present: count.presentAtClosing, voted: Set(count.ballots.keys), rules: poll.rules)
    }
}

extension Polls {
    /// Ballots returned out of those who have one; nil unless the poll is open.
    public static func turnout(of id: PollID, in tx: borrowing Transaction) throws -> (meeting: MeetingID, returned: Int, of: Int)? {
        try tx.row(
            """
            SELECT poll.meeting, (SELECT COUNT(*) FROM ballot WHERE ballot.poll = poll.id) AS returned,
              (SELECT COUNT(*) FROM roster WHERE roster.meeting = poll.meeting AND roster.role <> \(BodyRole.secretary.rawValue)
                AND NOT EXISTS (SELECT 1 FROM recusal WHERE recusal.item = poll.item AND recusal.account = roster.account)) AS entitled
            FROM poll WHERE poll.id = \(id.text) AND poll.state = 'open'
            """
        ).map { ($0.id("meeting"), $0.int("returned"), $0.int("entitled")) }
    }
}
