import Rules

/// What everyone of the meeting hears at close: numbers, outcome and, for an open poll, who voted how; for a secret one the
/// votes beside their trackers. Names are looked up in the roster when it is read.
struct PollClosed: Codable, Sendable {
    struct Line: Codable, Sendable {
        var userId: UserID
        var choice: Choice?
        var selections: [PollOptionID]?
        var remote: Bool
        var weight: Int
        var receipt: String?
    }
    struct Option: Codable, Sendable {
        var id: PollOptionID
        var count: Int
    }
    var poll: PollID
    var members: Int
    var present: Int?
    /// Of an approval poll.
    var tally: Tally?
    var heads: Tally?
    /// Of a poll with options.
    var options: [Option]?
    var blank: Int?
    var elected: [PollOptionID]?
    var outcome: Outcome
    var because: Because
    /// Of an open poll, in the order of protocol.
    var named: [Line]?
    /// Of a secret poll, in the order of trackers.
    var slips: [Slip]?
    var castingUntil: Int64?
    /// Merkle root over the ballots (Docs/votes.md).
    var root: String?

    init(_ poll: PollRow, root: String?, verdict: PollVerdict, roster: [RosterLine], box: BallotBox, castingUntil: Int64?) {
        self.poll = poll.id
        members = verdict.members
        present = verdict.present
        tally = verdict.approval?.tally
        heads = verdict.approval?.heads
        options = verdict.election?.options.map { .init(id: $0.id, count: $0.count) }
        blank = verdict.election?.blank
        elected = verdict.election?.elected
        outcome = verdict.outcome
        because = verdict.because
        if poll.secrecy == .secret {
            slips = box.slips
        } else if box.hands == nil {
            // The fact tells ballots; who took no part stands in facts of its own.
            named = PollCounting.named(roster, box: box, recused: []).map {
                .init(userId: $0.user, choice: $0.choice, selections: $0.selections, remote: $0.remote, weight: $0.weight, receipt: $0.receipt)
            }
        }
        self.castingUntil = castingUntil
        self.root = root
    }
}
