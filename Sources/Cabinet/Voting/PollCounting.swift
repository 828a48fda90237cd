public import Rules
import Store

/// One line of the named list of an open poll.
public struct NamedBallot: Codable, Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    /// Nil: no ballot.
    public var choice: Choice?
    public var remote: Bool
    public var weight: Int
    public var receipt: String?
}

/// Gathers what the one pure function of `Rules` counts.
enum PollCounting {
    struct Ballot {
        var choice: Choice
        var remote: Bool
        var receipt: String
        var text: String?
        var seq: Int64
    }

    static func ballots(of poll: PollID, in tx: borrowing Transaction) throws -> [UserID: Ballot] {
        var ballots: [UserID: Ballot] = [:]
        for row in try tx.rows("SELECT account, choice, remote, receipt, text, seq FROM ballot WHERE poll = \(poll.text) ORDER BY account LIMIT \(PollCount.maximumSeats)") {
            ballots[row.id("account")] = Ballot(
                choice: row.choice("choice"), remote: row.bool("remote"), receipt: row.text("receipt"), text: row.optionalText("text"), seq: row.integer("seq"))
        }
        return ballots
    }

    /// Those who take no part: as it was when the poll closed, whatever was declared or taken back since.
    static func recused(from poll: PollRow, in tx: borrowing Transaction) throws -> Set<UserID> {
        guard let item = poll.item else { return [] }
        let rows: SQL =
            poll.closedAt == nil
            ? "SELECT account FROM recusal WHERE item = \(item.text) ORDER BY account LIMIT \(PollCount.maximumSeats)"
            : "SELECT account FROM poll_recusal WHERE poll = \(poll.id.text) ORDER BY account LIMIT \(PollCount.maximumSeats)"
        return Set(try tx.rows(rows).map { $0.id("account") })
    }

    /// Freezes who takes no part, at the close.
    static func freezeRecusals(of poll: PollRow, in tx: borrowing Transaction) throws {
        guard let item = poll.item else { return }
        try tx.execute("INSERT INTO poll_recusal (poll, account) SELECT \(poll.id.text), account FROM recusal WHERE item = \(item.text)")
    }

    /// - Parameter presentNow: who is here, for a poll that has not closed yet.
    static func count(of poll: PollRow, meeting: MeetingRow, roster: [RosterLine], ballots: [UserID: Ballot], in tx: borrowing Transaction) throws -> PollCount {
        let seats = roster.map(\.seat).filter(\.role.isSeat)
        let present = presentSeats(roster)
        return PollCount(
            seats: seats, ballots: ballots.mapValues { .init(choice: $0.choice, remote: $0.remote) },
            presentAtClosing: poll.closedAt == nil ? present : try users(poll.presentAtClosingText),
            presentAtOpening: poll.openedAt == nil ? present : try users(poll.presentAtOpeningText),
            recused: try recused(from: poll, in: tx),
            decider: poll.closedAt == nil ? poll.rules.decider(among: seats, presiding: meeting.presiding) : poll.decider, castingVote: poll.castingVote,
            castingExpired: poll.castingExpired, circulated: meeting.isCirculated, stillOpen: poll.closedAt == nil, rules: poll.rules, ruleVersion: poll.ruleVersion)
    }

    private static func users(_ text: String) throws -> Set<UserID> { Set(try Canonical.decode([UserID].self, from: text)) }

    /// Those who count for P: present, with a seat.
    static func presentSeats(_ roster: [RosterLine]) -> Set<UserID> { Set(roster.filter { $0.isPresent && $0.role.isSeat }.map(\.user)) }

    static func named(_ roster: [RosterLine], ballots: [UserID: Ballot]) -> [NamedBallot] {
        roster.filter { $0.role.isSeat }.map { entry in
            let ballot = ballots[entry.user]
            return NamedBallot(
                user: entry.user, name: entry.name, title: entry.title, choice: ballot?.choice, remote: ballot?.remote ?? false, weight: entry.weight,
                receipt: ballot?.receipt)
        }
    }
}
