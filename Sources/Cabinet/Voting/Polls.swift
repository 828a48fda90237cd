public import Rules
public import Store

/// A poll as the caller may see it: hidden numbers are nil, never zero.
public struct PollView: Sendable {
    public var id: PollID
    public var meeting: MeetingID
    public var item: AgendaItemID?
    /// An opinion by slip, outside any session.
    public var isCirculated: Bool
    public var title: String
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var round: Int
    public var show: PollShow
    public var rules: RuleSet
    public var ruleVersion: Int?
    /// What the poll changes in the body's rules.
    public var patch: RuleSetPatch
    public var subject: PollSubject?
    public var subjectTitle: String?
    public var state: PollState
    public var closesAt: Timestamp?
    /// What is left of its time while the session pauses; `closesAt` is then nil.
    public var remainingMS: Int64?
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
    /// Who has a ballot in it: those with a seat who take part. What `returned` is counted against, on every screen.
    public var entitled: Int
    /// Who has not voted yet: chair and secretariat, while open.
    public var outstanding: [UserID]?
    /// Whether slips may be closed before their deadline: chair and secretariat.
    public var earlyClosing: EarlyClosing?
    /// In the order of the ballot paper; empty for an approval poll.
    public var options: [PollOption]
    /// How many options a ballot may name.
    public var places: Int
    /// The poll this one repeats.
    public var repeats: PollID?
    /// The poll whose text this one would change.
    public var amends: PollID?
    /// How long it stays open once it is opened.
    public var durationS: Int64?
    public var taking: PollTaking
    /// What was entered for a poll taken without devices: chair and secretariat.
    public var handCount: HandCountView?
    /// Who may be entered: present, with a seat, not recused; chair and secretariat, while a roll-call or a show of hands is open.
    public var presentVoters: [UserID]?
    /// Numbers, outcome and reason; nil while hidden.
    public var verdict: PollVerdict?
    /// The same, where the poll asks for or against.
    public var result: PollResult? { verdict?.approval }
    /// The same, where the poll has options.
    public var election: ElectionResult? { verdict?.election }
    /// The named list, once an open poll has closed or shows live.
    public var named: [NamedBallot]?
    /// The published list of a secret poll, once it has closed, in the order of trackers.
    public var slips: [Slip]?
    /// The caller's own ballot.
    public var mine: Vote?
    /// The words he sent with it.
    public var myText: String?
    /// Whether the caller's ballot is in the box; all that is known of a secret one.
    public var hasVoted: Bool
    public var myReceipt: String?
    public var mySeq: Int64?
    /// Why the caller may not vote now; nil when he may.
    public var whyNot: Refusal?
    /// The caller decides the tie.
    public var mayDecide: Bool
    /// The caller may enter what the decider declared: the secretariat, after a secret tie.
    public var mayDeclare: Bool
}

public enum Polls {
    public static let maxPerMeeting = 500

    /// - Parameter vault: opens the words sent with votes: his own to everyone, all to those who gather them.
    public static func poll(_ id: PollID, for caller: Caller, at now: Timestamp, vault: Vault? = nil, in tx: borrowing Transaction) throws -> PollView {
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        var view = try view(poll, meeting: meeting, roster: try Rosters.roster(of: meeting, in: tx), for: caller, at: now, vault: vault, in: tx)
        if let vault, view.named != nil { view.named = try withTexts(view.named!, of: poll, meeting, for: caller, vault, in: tx) }
        return view
    }

    private static func withTexts(
        _ named: [NamedBallot], of poll: PollRow, _ meeting: MeetingRow, for caller: Caller, _ vault: Vault, in tx: borrowing Transaction
    ) throws -> [NamedBallot] {
        let readsAll = try Circulations.readsAll(of: meeting, caller, in: tx)
        let texts = try BallotBox.load(poll, in: tx).ballots.compactMapValues(\.text)
        return try named.map { line in
            var line = line
            if readsAll || line.user == caller.person?.id { line.text = try texts[line.user].flatMap { try vault.open($0, in: tx) } }
            return line
        }
    }

    /// Polls of a meeting in the order they were written.
    /// - Parameter vault: opens the caller's own words.
    public static func list(of meeting: MeetingID, for caller: Caller, at now: Timestamp, vault: Vault? = nil, in tx: borrowing Transaction) throws -> [PollView] {
        let row = try MeetingRow.visible(meeting, to: caller, in: tx)
        let roster = try Rosters.roster(of: row, in: tx)
        let access = try AgendaAccess.of(caller, in: row, tx)
        let polls = try rows(of: meeting, in: tx).filter { access.reads($0.item) }
        var views: [PollView] = []
        for poll in polls where try isShown(poll, row, to: caller, in: tx) {
            views.append(try view(poll, meeting: row, roster: roster, for: caller, at: now, vault: vault, in: tx))
        }
        return views
    }

    /// Open polls in which the caller has a seat and no ballot yet, over all his meetings.
    public static func waiting(for caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> [PollView] {
        guard let person = caller.person else { return [] }
        let ids: [PollID] = try tx.rows(
            """
            SELECT poll.id FROM poll JOIN roster ON roster.meeting = poll.meeting AND roster.account = \(person.id.text) AND roster.role <> 'secretary'
            WHERE poll.state = 'open' AND poll.taking = 'devices' AND NOT EXISTS (SELECT 1 FROM ballot WHERE ballot.poll = poll.id AND ballot.account = \(person.id.text))
              AND NOT EXISTS (SELECT 1 FROM voted WHERE voted.poll = poll.id AND voted.account = \(person.id.text))
            ORDER BY poll.opened_at, poll.id LIMIT 50
            """
        ).map { $0.id("id") }
        return try ids.map { try poll($0, for: caller, at: now, in: tx) }
    }

    /// Ties over all meetings that wait for the caller's word.
    public static func toDecide(by caller: Caller, at now: Timestamp, in tx: borrowing Transaction) throws -> [PollView] {
        guard let person = caller.person else { return [] }
        let ids: [PollID] = try tx.rows(
            """
            SELECT id FROM poll WHERE state = 'closed' AND decider = \(person.id.text) AND casting_until > \(now.ms) AND casting_choice IS NULL AND casting_expired = 0
            ORDER BY casting_until, id LIMIT 50
            """
        ).map { $0.id("id") }
        return try ids.map { try poll($0, for: caller, at: now, in: tx) }.filter(\.mayDecide)
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
        _ poll: PollRow, meeting: MeetingRow, roster: [RosterLine], for caller: Caller, at now: Timestamp, vault: Vault? = nil, in tx: borrowing Transaction
    ) throws -> PollView {
        let box = try BallotBox.load(poll, in: tx)
        let returned = box.returned
        let count = try PollCounting.count(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        let verdict = try PollCounting.verdict(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        let isOver = poll.state == .closed || (poll.state == .annulled && poll.closedAt != nil)
        let isShown = isOver || (poll.state == .open && poll.show == .live && poll.secrecy == .open)
        let conducts = try (meeting.presiding != nil && meeting.presiding == caller.person?.id) || Standing.isSecretary(caller, of: meeting.body, in: tx)
        let own = caller.person.flatMap { box.ballots[$0.id] }
        let awaits = poll.state == .closed && verdict.outcome == .awaitingChairman
        let voters = count.seats.filter { !count.recused.contains($0.user) }
        return PollView(
            id: poll.id, meeting: poll.meeting, item: poll.item, isCirculated: meeting.isCirculated, title: poll.title, method: poll.method, secrecy: poll.secrecy, round: poll.round,
            show: poll.show, rules: poll.rules, ruleVersion: poll.ruleVersion, patch: poll.patch, subject: poll.subject,
            subjectTitle: try poll.subject.flatMap { try tx.row("SELECT title FROM document WHERE id = \($0.document.text)")?.text("title") },
            state: poll.state, closesAt: poll.closesAt, remainingMS: poll.remainingMS, openedAt: poll.openedAt, closedAt: poll.closedAt, castingUntil: poll.castingUntil,
            annulReason: poll.annulReason, version: poll.version, members: verdict.members, present: verdict.present ?? 0, needed: verdict.needed,
            returned: voters.count { returned.contains($0.user) }, entitled: voters.count,
            outstanding: conducts && poll.state == .open && poll.taking == .devices ? outstanding(voters.map(\.user), poll, meeting, count, returned, at: now) : nil,
            earlyClosing: conducts ? try EarlyClosing.of(poll, meeting, count: count, returned: returned, at: now, in: tx) : nil, options: box.options, places: poll.places,
            repeats: poll.repeats, amends: poll.amends, durationS: poll.durationS, taking: poll.taking,
            handCount: conducts && poll.taking != .devices ? try HandCounts.find(poll.id, in: tx) : nil,
            presentVoters: conducts && poll.taking != .devices && poll.state == .open
                ? voters.map(\.user).filter(count.presentAtClosing.contains) : nil,
            verdict: isShown ? verdict : nil, named: isShown && poll.secrecy == .open && box.hands == nil ? PollCounting.named(roster, box: box, recused: count.recused) : nil,
            slips: isOver && poll.secrecy == .secret ? box.slips : nil, mine: own?.vote,
            myText: try own?.text.flatMap { try vault?.open($0, in: tx) }, hasVoted: caller.person.map { returned.contains($0.id) } ?? false,
            myReceipt: own?.receipt, mySeq: own?.seq,
            whyNot: try caller.person.flatMap { try whyNot($0.id, poll: poll, meeting: meeting, count: count, returned: returned, at: now, tx) },
            mayDecide: awaits && caller.person != nil && count.eligibleDecider == caller.person?.id,
            mayDeclare: try awaits && poll.secrecy == .secret && count.eligibleDecider != nil && Standing.isSecretary(caller, of: meeting.body, in: tx))
    }

    /// Whose ballot may still come: not of those whom the rules bar now, an absent member for one.
    private static func outstanding(
        _ voters: [UserID], _ poll: PollRow, _ meeting: MeetingRow, _ count: PollCount, _ returned: Set<UserID>, at now: Timestamp
    ) -> [UserID] {
        voters.filter { user in
            guard !returned.contains(user) else { return false }
            guard let refusal = refusal(of: user, poll: poll, meeting: meeting, count: count, returned: returned, at: now) else { return true }
            return refusal.code != .ballotNotEntitled
        }
    }

    private static func whyNot(_ user: UserID, poll: PollRow, meeting: MeetingRow, count: PollCount, returned: Set<UserID>, at now: Timestamp, _ tx: borrowing Transaction) throws
        -> Refusal?
    {
        if poll.state == .open, poll.taking != .devices { return Refusal(.pollByHand, ["taking": poll.taking.rawValue]) }
        guard let refusal = refusal(of: user, poll: poll, meeting: meeting, count: count, returned: returned, at: now) else { return nil }
        return try VotingPlaces.named(refusal, of: user, in: meeting, rules: poll.rules, tx)
    }

    /// What a ballot that arrives now would be refused for; nil where it would be taken.
    static func refusal(of user: UserID, poll: PollRow, meeting: MeetingRow, count: PollCount, returned: Set<UserID>, at now: Timestamp) -> Refusal? {
        do throws(Refusal) {
            try admission(poll: poll, meeting: meeting, count: count, returned: returned).admit(user, arrivedAt: now)
            return nil
        } catch {
            return error
        }
    }

    static func admission(poll: PollRow, meeting: MeetingRow, count: PollCount, returned: Set<UserID>) -> BallotAdmission {
        BallotAdmission(
            poll: poll.state, meeting: meeting.state, secrecy: poll.secrecy, circulated: meeting.isCirculated, closesAt: poll.closesAt,
            seats: Set(count.seats.map(\.user)), recused: count.recused, present: count.presentAtClosing, voted: returned, rules: poll.rules)
    }
}

extension Polls {
    /// Ballots returned out of those who have one; nil unless the poll is open.
    public static func turnout(of id: PollID, in tx: borrowing Transaction) throws -> (meeting: MeetingID, returned: Int, of: Int)? {
        try tx.row(
            """
            SELECT poll.meeting,
              (SELECT COUNT(*) FROM ballot WHERE ballot.poll = poll.id
                AND NOT EXISTS (SELECT 1 FROM recusal WHERE recusal.item = poll.item AND recusal.account = ballot.account))
              + (SELECT COUNT(*) FROM voted WHERE voted.poll = poll.id
                AND NOT EXISTS (SELECT 1 FROM recusal WHERE recusal.item = poll.item AND recusal.account = voted.account)) AS returned,
              (SELECT COUNT(*) FROM roster WHERE roster.meeting = poll.meeting AND roster.role <> \(BodyRole.secretary.rawValue)
                AND NOT EXISTS (SELECT 1 FROM recusal WHERE recusal.item = poll.item AND recusal.account = roster.account)) AS entitled
            FROM poll WHERE poll.id = \(id.text) AND poll.state = 'open'
            """
        ).map { ($0.id("meeting"), $0.int("returned"), $0.int("entitled")) }
    }
}
