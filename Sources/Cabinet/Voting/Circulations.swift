public import Rules
public import Store

/// Why opinions are gathered by slip, by when, and with whose approval.
public struct CirculationView: Sendable, Equatable {
    public var reason: String
    public var workingDays: Int
    /// Of the paper, as the register gives it; empty where there is none yet.
    public var number: String
    /// Date of the paper, where the Office set one.
    public var issuedOn: CivilDate?
    /// Cơ quan trình.
    public var submitter: String
    /// How the draft was changed after the opinions; empty until the Office has written it.
    public var summary: String
    public var approvedBy: UserID?
    public var approvedAt: Timestamp?
    /// The session whose agenda tells the result.
    public var announcedIn: MeetingID?
}

/// A slip that came after the deadline.
public struct LateSlip: Sendable, Equatable {
    public var user: UserID
    public var choice: Choice
    public var text: String?
    public var at: Timestamp
}

/// One line of the report on a slip: who, what, when, on time or not.
public struct OpinionLine: Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    public var choice: Choice?
    /// Nil also for who may not read it: chair, secretariat, auditors and its author may.
    public var text: String?
    public var at: Timestamp?
    public var isLate: Bool
}

public enum Circulations {
    /// Working days until the deadline, the usual number and an urgent one (domain/meetings.md §4), and the most that makes sense.
    public static let usualDays = 5
    public static let days = 1...60

    public static func find(_ meeting: MeetingID, in tx: borrowing Transaction) throws -> CirculationView? {
        try tx.row("SELECT reason, working_days, number, issued_on, submitter, summary, approved_by, approved_at, announced_in FROM circulation WHERE meeting = \(meeting.text)").map { row in
            CirculationView(
                reason: row.text("reason"), workingDays: row.int("working_days"), number: row.text("number"), issuedOn: row.optionalText("issued_on").flatMap { CivilDate(iso: $0) },
                submitter: row.text("submitter"), summary: row.text("summary"), approvedBy: row.optionalID("approved_by"), approvedAt: row.optionalTime("approved_at"),
                announcedIn: row.optionalID("announced_in"))
        }
    }

    /// The same, for who may see the meeting; `not-found` where there is none.
    public static func circulation(of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> CirculationView {
        _ = try MeetingRow.visible(meeting, to: caller, in: tx)
        guard let view = try find(meeting, in: tx) else { throw Refusal(.notFound) }
        return view
    }

    /// The same; nil where nothing was written about it.
    public static func circulationIfAny(of meeting: MeetingID, for caller: Caller, in tx: borrowing Transaction) throws -> CirculationView? {
        _ = try MeetingRow.visible(meeting, to: caller, in: tx)
        return try find(meeting, in: tx)
    }

    /// In how many working days a slip that opens now is due; nil where the poll has a deadline of its own or is no slip.
    public static func days(of poll: PollID, in tx: borrowing Transaction) throws -> Int? {
        try tx.row(
            """
            SELECT circulation.working_days FROM poll JOIN circulation ON circulation.meeting = poll.meeting
            WHERE poll.id = \(poll.text) AND poll.closes_at IS NULL AND poll.duration_s IS NULL
            """
        )?.int("working_days")
    }

    static func late(_ poll: PollID, vault: Vault?, in tx: borrowing Transaction) throws -> [LateSlip] {
        try tx.rows("SELECT account, choice, text, at FROM late_slip WHERE poll = \(poll.text) ORDER BY at, account LIMIT \(PollCount.maximumSeats)").map { row in
            LateSlip(
                user: row.id("account"), choice: row.choice("choice"), text: try vault.flatMap { vault in try row.optionalText("text").flatMap { try vault.open($0, in: tx) } },
                at: row.time("at"))
        }
    }

    /// Member, choice, words, time, on time: of a poll that is over, in the order of protocol.
    public static func report(on id: PollID, for caller: Caller, vault: Vault, in tx: borrowing Transaction) throws -> [OpinionLine] {
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        guard meeting.isCirculated, poll.secrecy == .open, poll.closedAt != nil else { throw Refusal(.notFound) }
        let readsAll = try readsAll(of: meeting, caller, in: tx)
        let box = try BallotBox.load(poll, in: tx)
        let late = try late(id, vault: vault, in: tx)
        return try Rosters.roster(of: meeting, in: tx).filter { $0.role.isSeat }.map { line in
            let reads = readsAll || line.user == caller.person?.id
            if let ballot = box.ballots[line.user] {
                return OpinionLine(
                    user: line.user, name: line.name, title: line.title, choice: ballot.vote.choice, text: reads ? try ballot.text.flatMap { try vault.open($0, in: tx) } : nil,
                    at: ballot.at, isLate: false)
            }
            let slip = late.first { $0.user == line.user }
            return OpinionLine(user: line.user, name: line.name, title: line.title, choice: slip?.choice, text: reads ? slip?.text : nil, at: slip?.at, isLate: slip != nil)
        }
    }

    /// Reads the words of all: who presides, the secretariat, auditors.
    static func readsAll(of meeting: MeetingRow, _ caller: Caller, in tx: borrowing Transaction) throws -> Bool {
        guard let person = caller.person else { return false }
        return try meeting.presiding == person.id || person.role == .auditor || Standing.isSecretary(caller, of: meeting.body, in: tx)
    }
}

/// A fact about the gathering of opinions.
struct CirculationFact: Codable, Sendable {
    var meeting: MeetingID
    var workingDays: Int?
    var announcedIn: MeetingID?
}
