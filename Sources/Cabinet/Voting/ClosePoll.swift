public import Rules
public import Store

/// Closes a poll and says what it decided, in the same transaction. Who: the presiding person, the body's secretary, admin;
/// the clock when `closesAt` has come.
public struct ClosePoll: Command {
    public static let name: CommandName = "poll.close"
    /// How long the decider of a tie may still speak: his working time to be found, configured per body in a later version of the rules.
    public static let castingHours: Int64 = 24
    public var id: PollID
    public init(id: PollID) { self.id = id }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        try Standing.requireConduct(try PollRow.visible(id, to: caller, in: tx).meeting, caller, in: tx)
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        var (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        poll.state = try poll.state.applying(.close)
        let roster = try Rosters.roster(of: meeting, in: tx)
        let ballots = try PollCounting.ballots(of: id, in: tx)
        poll.presentAtClosingText = try Canonical.encode(PollCounting.presentSeats(roster).sorted())
        poll.decider = poll.rules.decider(among: roster.map(\.seat).filter(\.role.isSeat), presiding: meeting.presiding)
        try PollCounting.freezeRecusals(of: poll, in: tx)
        poll.closedAt = act.at
        let result = try PollCounting.count(of: poll, meeting: meeting, roster: roster, ballots: ballots, in: tx).result()
        let until = result.outcome == .awaitingChairman ? (act.at + Self.castingHours * 3600).ms : nil
        try tx.execute(
            """
            UPDATE poll SET state = 'closed', closed_at = \(act.at.ms), present_at_closing = \(poll.presentAtClosingText), decider = \(poll.decider?.text),
              casting_until = \(until), version = version + 1 WHERE id = \(id.text)
            """)
        let fact = PollClosed(poll: id, result: result, named: PollCounting.named(roster, ballots: ballots), castingUntil: until)
        return Done(seq: try tx.record(.pollClosed, in: meeting.stream, to: .of(poll.item, in: meeting.id), fact, by: act))
    }
}

/// What everyone of the meeting hears at close: numbers, outcome and, for an open poll, who voted how. Names are looked up
/// in the roster when it is read.
struct PollClosed: Codable, Sendable {
    struct Line: Codable, Sendable {
        var userId: UserID
        var choice: Choice?
        var remote: Bool
        var weight: Int
        var receipt: String?
    }
    var poll: PollID
    var members: Int
    var present: Int?
    var tally: Tally
    var heads: Tally
    var outcome: Outcome
    var because: Because
    var named: [Line]
    var castingUntil: Int64?

    init(poll: PollID, result: PollResult, named: [NamedBallot], castingUntil: Int64?) {
        self.poll = poll
        members = result.members
        present = result.present
        tally = result.tally
        heads = result.heads
        outcome = result.outcome
        because = result.because
        self.named = named.map { .init(userId: $0.user, choice: $0.choice, remote: $0.remote, weight: $0.weight, receipt: $0.receipt) }
        self.castingUntil = castingUntil
    }
}
