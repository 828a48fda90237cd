import Proof
public import Rules
public import Store

/// A second account, having counted too, gives the same numbers: the poll closes with them. Other numbers are refused, so that two
/// people have to look again. Who: the presiding person, the body's secretary, admin; not who entered the count.
public struct ConfirmCount: CountOfPoll {
    public static let name: CommandName = "poll.confirm-count"
    public var id: PollID
    public var count: HandCount
    public init(id: PollID, count: HandCount) {
        self.id = id
        self.count = count
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (poll, meeting) = try HandCounts.open(id, act.caller, in: tx)
        let roster = try Rosters.roster(of: meeting, in: tx)
        try count.validated(poll.taking, voters: try HandCounts.voters(poll, roster, in: tx))
        guard let entered = try HandCounts.find(id, in: tx) else { throw Refusal(.pollCountFirst) }
        let by = act.caller.person!.id
        guard by != entered.enteredBy else { throw Refusal(.pollSecondPerson) }
        guard count.agrees(with: entered.count) else {
            let (heads, theirs) = (count.heads, entered.count.heads)
            throw Refusal.invalid(
                poll.taking == .hands ? "/for" : "/votes", "count.differs",
                ["mine": "\(heads.for)-\(heads.against)-\(heads.abstain)", "theirs": "\(theirs.for)-\(theirs.against)-\(theirs.abstain)"])
        }
        try tx.execute("UPDATE hand_count SET confirmed_by = \(by.text), confirmed_at = \(act.at.ms) WHERE poll = \(id.text)")
        let seq = try tx.record(
            .countConfirmed, in: meeting.stream, to: Audience(.chair(meeting.id), .secretariat(meeting.body)), CountFact(poll: id, by: by), by: act)
        for vote in count.votes ?? [] { try record(vote, poll, meeting, roster, seq, act, in: tx) }
        return Done(seq: try PollClosing.close(poll, meeting, act, in: tx))
    }

    /// An answer at the roll-call is an open ballot like any other.
    private func record(
        _ vote: HandCount.Answer, _ poll: PollRow, _ meeting: MeetingRow, _ roster: [RosterLine], _ seq: Int64, _ act: Act, in tx: borrowing Transaction
    ) throws {
        let nonce = Hex.encode(act.random(16))
        let leaf = BallotLeaf(
            meeting: meeting.id.text, item: poll.item?.text, poll: id.text, round: poll.round, voter: vote.userId.text, vote: vote.choice.rawValue, at: act.at.ms, nonce: nonce)
        let isRemote = roster.first { $0.user == vote.userId }?.attendance != .inRoom
        try tx.execute(
            """
            INSERT INTO ballot (poll, account, choice, remote, at, seq, receipt, nonce)
            VALUES (\(id.text), \(vote.userId.text), \(vote.choice.rawValue), \(isRemote), \(act.at.ms), \(seq), \(leaf.receipt), \(nonce))
            """)
    }
}
