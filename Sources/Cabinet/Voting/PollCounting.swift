public import Rules
import Store

/// One line of the named list of an open poll.
public struct NamedBallot: Codable, Sendable, Equatable {
    public var user: UserID
    public var name: String
    public var title: String
    /// Nil: no ballot, or one with selections.
    public var choice: Choice?
    /// Where the poll has options; empty: blank.
    public var selections: [PollOptionID]?
    public var remote: Bool
    /// He took no part for a conflict of interest.
    public var recused: Bool
    public var weight: Int
    public var receipt: String?
    /// The words sent with the vote, for those who may read them.
    public var text: String?
}

/// Everything that came into the box of a poll.
struct BallotBox {
    struct Ballot {
        var vote: Vote
        var remote: Bool
        var receipt: String
        var text: String?
        var seq: Int64
        var at: Timestamp
        /// Nil where the ballot is from before nonces were kept.
        var nonce: String?
    }

    /// Of an open poll, by voter.
    var ballots: [UserID: Ballot] = [:]
    /// Of a secret poll: who voted.
    var voted: Set<UserID> = []
    /// Of a secret poll that is closed: what was voted.
    var slips: [Slip] = []
    /// In the order of the ballot paper.
    var options: [PollOption] = []
    /// Raised hands, counted and confirmed: numbers without names.
    var hands: [Choice]?

    /// Whose ballot is in the box.
    var returned: Set<UserID> { voted.union(ballots.keys) }

    static func load(_ poll: PollRow, in tx: borrowing Transaction) throws -> BallotBox {
        var box = try empty(poll, in: tx)
        if poll.secrecy == .secret {
            box.voted = try SecretVotes.voted(in: poll.id, tx: tx)
            box.slips = try SecretVotes.published(in: poll.id, tx: tx)
            return box
        }
        if poll.taking == .hands, let count = try HandCounts.find(poll.id, in: tx), count.confirmedBy != nil { box.hands = count.count.slips }
        for row in try tx.rows(
            "SELECT account, choice, selections, remote, receipt, text, seq, at, nonce FROM ballot WHERE poll = \(poll.id.text) ORDER BY account LIMIT \(PollCount.maximumSeats)"
        ) {
            let vote: Vote = try row.optionalText("selections").map { .selections(try Canonical.decode([PollOptionID].self, from: $0)) } ?? .choice(row.choice("choice"))
            box.ballots[row.id("account")] = Ballot(
                vote: vote, remote: row.bool("remote"), receipt: row.text("receipt"), text: row.optionalText("text"), seq: row.integer("seq"), at: row.time("at"), nonce: row.optionalText("nonce"))
        }
        return box
    }

    /// Nobody's ballots, but the options.
    static func empty(_ poll: PollRow, in tx: borrowing Transaction) throws -> BallotBox {
        BallotBox(
            options: poll.method == .approval
                ? []
                : try tx.rows("SELECT id, title FROM poll_option WHERE poll = \(poll.id.text) ORDER BY number LIMIT \(ElectionCount.maximumOptions)").map {
                    PollOption(id: $0.id("id"), title: $0.text("title"))
                })
    }
}

/// Gathers what the pure functions of `Rules` count.
enum PollCounting {
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

    /// Who is here now, for a poll that has not closed yet.
    static func count(of poll: PollRow, meeting: MeetingRow, roster: [RosterLine], box: BallotBox, in tx: borrowing Transaction) throws -> PollCount {
        let seats = roster.map(\.seat).filter(\.role.isSeat)
        let present = presentSeats(roster)
        return PollCount(
            seats: seats,
            ballots: box.ballots.compactMapValues { ballot in ballot.vote.choice.map { .init(choice: $0, remote: ballot.remote) } },
            secret: poll.secrecy == .secret ? .init(voted: box.voted, slips: box.slips.compactMap(\.choice)) : box.hands.map { .init(voted: [], slips: $0) },
            presentAtClosing: poll.closedAt == nil ? present : try users(poll.presentAtClosingText),
            presentAtOpening: poll.openedAt == nil ? present : try users(poll.presentAtOpeningText),
            recused: try recused(from: poll, in: tx),
            decider: poll.closedAt == nil ? poll.rules.decider(among: seats, presiding: meeting.presiding) : poll.decider, castingVote: poll.castingVote,
            castingExpired: poll.castingExpired, circulated: meeting.isCirculated, stillOpen: poll.closedAt == nil,
            closedAsCertain: meeting.isCirculated && poll.closedAsCertain, rules: poll.rules, ruleVersion: poll.ruleVersion)
    }

    /// The result, by the function that fits the poll's method.
    static func verdict(of poll: PollRow, meeting: MeetingRow, roster: [RosterLine], box: BallotBox, in tx: borrowing Transaction) throws -> PollVerdict {
        let count = try count(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        return poll.method == .approval ? .approval(count.result()) : .election(election(of: poll, count, box).result())
    }

    static func election(of poll: PollRow, _ count: PollCount, _ box: BallotBox) -> ElectionCount {
        ElectionCount(
            method: poll.method, options: box.options, places: poll.places, seats: count.seats,
            ballots: box.ballots.sorted { $0.key < $1.key }.compactMap { user, ballot in
                ballot.vote.selections.map { .init(user: user, selections: $0, remote: ballot.remote) }
            },
            secret: poll.secrecy == .secret ? .init(voted: box.voted, slips: box.slips.compactMap(\.selections)) : nil,
            presentAtClosing: count.presentAtClosing, recused: count.recused, circulated: count.circulated, rules: count.rules, ruleVersion: count.ruleVersion)
    }

    private static func users(_ text: String) throws -> Set<UserID> { try Canonical.decodeOnce(Set<UserID>.self, from: text) }

    /// Those who count for P: present, with a seat.
    static func presentSeats(_ roster: [RosterLine]) -> Set<UserID> { Set(roster.filter { $0.isPresent && $0.role.isSeat }.map(\.user)) }

    static func named(_ roster: [RosterLine], box: BallotBox, recused: Set<UserID>) -> [NamedBallot] {
        roster.filter { $0.role.isSeat }.map { entry in
            let ballot = box.ballots[entry.user]
            return NamedBallot(
                user: entry.user, name: entry.name, title: entry.title, choice: ballot?.vote.choice, selections: ballot?.vote.selections,
                remote: ballot?.remote ?? false, recused: recused.contains(entry.user), weight: entry.weight, receipt: ballot?.receipt)
        }
    }
}
