public import Rules
public import Store

/// A poll in preparation. Its rules are the body's, changed where the patch says so; they are frozen at opening.
/// Who: the presiding person, the body's secretary, admin.
public struct CreatePoll: ConductOfMeeting {
    public struct Receipt: Codable, Sendable { public var id: PollID }
    public static let name: CommandName = "poll.create"

    public var id: PollID
    public var meeting: MeetingID
    public var title: String
    public var item: AgendaItemID?
    public var subject: PollSubject?
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var rules: RuleSetPatch?
    public var show: PollShow
    public var closesAt: Timestamp?
    /// What may be chosen, in the order of the ballot paper; none for an approval poll.
    public var options: [PollOption]
    /// How many options a ballot may name.
    public var places: Int?
    /// The poll of this meeting that is put again: its next round. Any other poll is a first one.
    public var repeats: PollID?
    /// The poll, still in preparation, whose text this one would change.
    public var amends: PollID?
    /// How long it stays open.
    public var durationS: Int64?
    public var taking: PollTaking

    /// Shortest and longest timer, in seconds.
    public static let durations: ClosedRange<Int64> = 5...86_400

    public init(
        id: PollID, meeting: MeetingID, title: String, item: AgendaItemID?, subject: PollSubject?, method: PollMethod, secrecy: PollSecrecy, rules: RuleSetPatch?,
        show: PollShow, closesAt: Timestamp?, options: [PollOption] = [], places: Int? = nil,
        repeats: PollID? = nil, amends: PollID? = nil, durationS: Int64? = nil, taking: PollTaking = .devices
    ) {
        self.id = id
        self.meeting = meeting
        self.title = title
        self.item = item
        self.subject = subject
        self.method = method
        self.secrecy = secrecy
        self.rules = rules
        self.show = show
        self.closesAt = closesAt
        self.options = options
        self.places = places
        self.repeats = repeats
        self.amends = amends
        self.durationS = durationS
        self.taking = taking
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let row = try MeetingRow.locked(meeting, in: tx)
        try row.state.require(.polls, type: row.type)
        guard try tx.row("SELECT COUNT(*) AS n FROM poll WHERE meeting = \(meeting.text)")!.int("n") < Polls.maxPerMeeting else {
            throw Refusal.invalid("/title", "field.too-many", ["limit": "\(Polls.maxPerMeeting)"])
        }
        let checked = try checked(in: row, at: act.at, tx)
        let round = try repeats.map { 1 + (try repeatable($0, in: row, tx)).round } ?? 1
        try tx.execute(
            """
            INSERT INTO poll (id, meeting, item, title, method, secrecy, round, show_when, rules, rules_patch, rule_version, subject_document, subject_version, subject_sha256,
              state, created_at, closes_at, places, repeats, amends, duration_s, taking)
            VALUES (\(id.text), \(meeting.text), \(item?.text), \(checked.title), \(method.rawValue), \(secrecy.rawValue), \(round), \(show.rawValue),
              \(checked.rules), \(checked.patch), \(checked.ruleVersion), \(subject?.document.text), \(subject?.version), \(subject?.sha256), 'draft', \(act.at.ms), \(closesAt?.ms), \(places ?? 1), \(repeats?.text), \(amends?.text), \(durationS), \(taking.rawValue))
            """)
        try write(checked.options, tx)
        try tx.record(
            .pollCreated, in: row.stream, to: Audience(.secretariat(row.body), .chair(meeting)), PollFact(poll: id, state: .draft, round: round, subject: subject), by: act)
        return Receipt(id: id)
    }

    /// The poll that is put again: over, not standing as adopted, and not put again already.
    private func repeatable(_ id: PollID, in row: MeetingRow, _ tx: borrowing Transaction) throws -> PollRow {
        guard let before = try PollRow.find(id, in: tx), before.meeting == meeting else { throw Refusal.invalid("/repeats", "field.unknown-poll", ["id": id.text]) }
        func refused(_ state: String) -> Refusal { Refusal(.pollWrongState, ["state": state, "action": "repeat"]) }
        guard before.state == .closed || before.state == .annulled else { throw refused(before.state.rawValue) }
        if try tx.exists("SELECT 1 FROM poll WHERE repeats = \(id.text)") { throw refused("repeated") }
        guard before.state == .closed else { return before }
        let verdict = try PollCounting.verdict(of: before, meeting: row, roster: try Rosters.roster(of: row, in: tx), box: try BallotBox.load(before, in: tx), in: tx)
        if verdict.outcome == .adopted { throw refused("adopted") }
        return before
    }

    /// What is written down of a poll in preparation, new or corrected.
    struct Checked {
        var title: String
        var options: [PollOption]
        var rules: String
        var patch: String
        var ruleVersion: Int
    }

    /// Everything that may be wrong about a poll in preparation but what it repeats.
    func checked(in row: MeetingRow, at now: Timestamp, _ tx: borrowing Transaction) throws -> Checked {
        let title = try Text.checked(title, at: "/title", limit: Text.titleLength)
        let options = try checkedOptions()
        if secrecy == .secret { try PollCount.maySecretlyVote(try Rosters.roster(of: row, in: tx).map(\.seat)) }
        if let item, try Agenda.item(item, of: meeting, in: tx) == nil { throw Refusal.invalid("/agendaItemId", "field.unknown-item", ["id": item.text]) }
        if let subject { try check(subject, in: tx) }
        try taking.validated(method: method, secrecy: secrecy, isTimed: closesAt != nil || durationS != nil)
        if taking == .hands { try PollCount.maySecretlyVote(try Rosters.roster(of: row, in: tx).map(\.seat), at: "/taking") }
        try checkTies(in: tx)
        if let closesAt, closesAt <= now { throw Refusal.invalid("/closesAt", "field.in-the-past") }
        let current = try Rosters.rules(of: row, in: tx)
        let rules = self.rules.map(current.rules.applying) ?? current.rules
        try rules.validated(at: "/rules")
        // Whoever writes the poll is who would close it early, or spare somebody his password.
        if self.rules?.circulation?.earlyClose != nil { throw Refusal.invalid("/rules/circulation/earlyClose", "rules.of-the-body") }
        if self.rules?.remotePasswordMinutes != nil { throw Refusal.invalid("/rules/remotePasswordMinutes", "rules.of-the-body") }
        return Checked(
            title: title, options: options, rules: try Canonical.encode(rules), patch: try Canonical.encode(self.rules ?? RuleSetPatch()), ruleVersion: current.version)
    }

    /// The ballot paper, in its order.
    func write(_ options: [PollOption], _ tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM poll_option WHERE poll = \(id.text)")
        for (index, option) in options.enumerated() {
            try tx.execute("INSERT INTO poll_option (poll, id, number, title) VALUES (\(id.text), \(option.id.text), \(index + 1), \(option.title))")
        }
    }

    /// Options for those methods that have them, each once.
    private func checkedOptions() throws -> [PollOption] {
        guard method != .approval else {
            guard options.isEmpty else { throw Refusal.invalid("/options", "poll.no-options") }
            guard places == nil else { throw Refusal.invalid("/maxSelections", "poll.no-options") }
            return []
        }
        try ElectionCount.validated(optionCount: options.count, places: places ?? 1)
        var seen: Set<String> = []
        return try options.enumerated().map { index, option in
            let title = try Text.checked(option.title, at: "/options/\(index)/title", limit: Text.titleLength)
            guard seen.insert(title).inserted else { throw Refusal.invalid("/options/\(index)/title", "poll.option-twice") }
            return PollOption(id: option.id, title: title)
        }
    }

    /// The poll it amends is another of the same meeting, has not been put yet and amends nothing itself; a timer is in range.
    private func checkTies(in tx: borrowing Transaction) throws {
        if let amends {
            guard amends != id, let main = try PollRow.find(amends, in: tx), main.meeting == meeting else {
                throw Refusal.invalid("/amends", "field.unknown-poll", ["id": amends.text])
            }
            guard main.state == .draft, main.amends == nil else { throw Refusal.invalid("/amends", "poll.amends-too-late") }
            if try tx.exists("SELECT 1 FROM poll WHERE amends = \(id.text)") { throw Refusal.invalid("/amends", "poll.amends-amended") }
        }
        if let durationS, !Self.durations.contains(durationS) {
            throw Refusal.invalid("/durationSeconds", "field.out-of-range", ["minimum": "\(Self.durations.lowerBound)", "maximum": "\(Self.durations.upperBound)"])
        }
    }

    /// The subject is a version of a paper of this meeting, with exactly these bytes.
    private func check(_ subject: PollSubject, in tx: borrowing Transaction) throws {
        let row = try tx.row(
            """
            SELECT document_version.sha256 FROM document JOIN document_version ON document_version.document = document.id
            WHERE document.id = \(subject.document.text) AND document.meeting = \(meeting.text) AND document.removed_at IS NULL
              AND document_version.version = \(subject.version)
            """)
        guard let row else { throw Refusal.invalid("/subject/documentId", "field.unknown-document", ["id": subject.document.text]) }
        guard row.text("sha256") == subject.sha256 else { throw Refusal.invalid("/subject/sha256", "field.digest") }
    }
}
