import Proof
public import Rules
public import Store

/// Everything that somebody without the server needs to count a closed poll again.
public struct PollEvidence: Sendable {
    /// The ballot as its leaf is made of, and whose it is.
    public struct Ballot: Sendable {
        public var user: UserID
        public var name: String
        public var vote: Vote
        public var remote: Bool
        public var at: Timestamp
        public var nonce: String
        public var receipt: String
    }

    public var poll: PollID
    public var meeting: MeetingID
    public var item: AgendaItemID?
    public var title: String
    public var round: Int
    public var method: PollMethod
    public var secrecy: PollSecrecy
    public var taking: PollTaking
    public var ballots: [Ballot]
    public var slips: [Slip]
    public var hands: Tally?
    /// What was counted.
    public var count: PollCount
    public var election: ElectionCount?
    public var verdict: PollVerdict
    public var root: String?
    /// The fact of the close, with what its hash is made of.
    public var fact: LoggedEvent
    public var parent: [UInt8]
    public var hash: [UInt8]
}

enum PollProofs {
    /// The root over the box; nil where a ballot was cast before nonces were kept beside ballots.
    static func root(of poll: PollRow, _ meeting: MeetingRow, _ box: BallotBox) -> String? {
        if poll.secrecy == .secret {
            return BallotTree.root(box.slips.map { BallotTree.slip(poll: poll.id.text, tracker: $0.tracker, vote: $0.vote.word) })
        }
        if let hands = box.hands {
            func number(_ choice: Choice) -> Int { hands.count { $0 == choice } }
            return BallotTree.root([BallotTree.hands(poll: poll.id.text, for: number(.for), against: number(.against), abstain: number(.abstain))])
        }
        var leaves: [[UInt8]] = []
        for (user, ballot) in box.ballots {
            guard let nonce = ballot.nonce else { return nil }
            leaves.append(
                BallotLeaf(
                    meeting: meeting.id.text, item: poll.item?.text, poll: poll.id.text, round: poll.round, voter: user.text, vote: ballot.vote.word, at: ballot.at.ms, nonce: nonce
                ).digest)
        }
        return BallotTree.root(leaves)
    }
}

extension Polls {
    /// The evidence of a poll that is closed, also of one annulled afterwards.
    /// - Throws: `poll.wrong-state` before.
    public static func evidence(of id: PollID, for caller: Caller, in tx: borrowing Transaction) throws -> PollEvidence {
        let (poll, meeting) = try PollRow.visible(id, to: caller, in: tx)
        let fact = try tx.row(
            """
            SELECT seq, kind, at, actor, audience, body, parent, hash FROM event
            WHERE stream = \(meeting.stream.text) AND kind IN ('poll.closed', 'poll.decided') AND body LIKE \("%\"poll\":\"\(id)\"%") ORDER BY seq DESC LIMIT 1
            """)
        guard poll.closedAt != nil, let fact else { throw Refusal(.pollWrongState, ["state": poll.state.rawValue, "action": "proof"]) }
        let roster = try Rosters.roster(of: meeting, in: tx)
        let box = try BallotBox.load(poll, in: tx)
        let count = try PollCounting.count(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        return PollEvidence(
            poll: id, meeting: meeting.id, item: poll.item, title: poll.title, round: poll.round, method: poll.method, secrecy: poll.secrecy, taking: poll.taking,
            ballots: roster.compactMap { line in
                guard let ballot = box.ballots[line.user] else { return nil }
                return .init(
                    user: line.user, name: line.name, vote: ballot.vote, remote: ballot.remote, at: ballot.at, nonce: ballot.nonce ?? "", receipt: ballot.receipt)
            },
            slips: box.slips,
            hands: box.hands.map { hands in
                Tally(for: hands.count { $0 == .for }, against: hands.count { $0 == .against }, abstain: hands.count { $0 == .abstain })
            },
            count: count, election: poll.method == .approval ? nil : PollCounting.election(of: poll, count, box),
            verdict: try PollCounting.verdict(of: poll, meeting: meeting, roster: roster, box: box, in: tx), root: PollProofs.root(of: poll, meeting, box),
            fact: LoggedEvent(
                stream: meeting.stream, seq: fact.integer("seq"), kind: fact.text("kind"), at: fact.integer("at"), actor: fact.text("actor"), audience: fact.text("audience"),
                body: fact.text("body")),
            parent: fact.blob("parent"), hash: fact.blob("hash"))
    }
}
