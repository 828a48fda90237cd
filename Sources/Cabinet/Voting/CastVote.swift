import Proof
public import Rules
public import Store

/// One ballot of one seat in an open poll. The answer is given only after the ballot is on the disk.
///
/// An open ballot may be changed until close, the last counts: chair and secretariat hear that the seat voted, the voter alone hears
/// how, until close. A secret one cannot be changed; what it says leaves this command sealed, beside nobody's name.
/// Who: the holder of a seat in the roster, for himself.
public struct CastVote: Command {
    public struct Receipt: Codable, Sendable {
        public var seq: Int64
        /// Nil for a secret ballot.
        public var receipt: String?
    }
    public static let name: CommandName = "vote.cast"
    public var poll: PollID
    public var choice: Choice?
    /// Where the poll has options; empty is blank.
    public var selections: [PollOptionID]?
    /// An opinion with the vote; sealed.
    public var text: String?
    /// Of a secret ballot: drawn by the voter's device, kept nowhere beside his name.
    public var tracker: String?
    public var sealedID: String

    public init(poll: PollID, choice: Choice?, selections: [PollOptionID]? = nil, text: String?, tracker: String? = nil, sealedID: String) {
        self.poll = poll
        self.choice = choice
        self.selections = selections
        self.text = text
        self.tracker = tracker
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: poll, in: tx) }

    /// That the caller may know of the poll is asked where the poll is read, in `perform`: two hundred ballots come within a second.
    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        if caller.person == nil {
            _ = try PollRow.visible(poll, to: caller, in: tx)
            throw Refusal(.ballotNotEntitled, ["reason": "no-seat"])
        }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let (row, meeting) = try PollRow.visible(poll, to: act.caller, in: tx)
        let voter = act.caller.person!.id
        let line = try Rosters.line(of: voter, in: meeting, tx)
        var box = try BallotBox.empty(row, in: tx)
        if row.secrecy == .secret, try SecretVotes.hasVoted(voter, in: poll, tx: tx) { box.voted = [voter] }
        let count = try PollCounting.count(of: row, meeting: meeting, roster: line.map { [$0] } ?? [], box: box, in: tx)
        if let refusal = Polls.refusal(of: voter, poll: row, meeting: meeting, count: count, returned: box.voted, at: act.at) {
            throw try VotingPlaces.named(refusal, of: voter, in: meeting, rules: row.rules, tx)
        }
        guard row.taking == .devices else { throw Refusal(.pollByHand, ["taking": row.taking.rawValue]) }
        if !meeting.isCirculated, line?.attendance != .inRoom { try requirePassword(of: act.caller, row.rules, at: act.at) }
        let vote = try Vote(choice: choice, selections: selections, method: row.method, options: box.options, places: row.places)
        return row.secrecy == .secret
            ? try castSecretly(vote, voter, row, meeting, act, in: tx) : try castOpenly(vote, voter, row, meeting, isRemote: line?.attendance != .inRoom, act, in: tx)
    }

    /// A tablet left open at home votes for nobody.
    private func requirePassword(of caller: Caller, _ rules: RuleSet, at now: Timestamp) throws {
        guard let minutes = rules.remotePasswordMinutes, minutes > 0 else { return }
        guard let given = caller.person?.authenticatedAt, now <= given + Int64(minutes) * 60 else { throw Refusal(.authReauthenticate, ["minutes": "\(minutes)"]) }
    }

    private func castOpenly(
        _ vote: Vote, _ voter: UserID, _ row: PollRow, _ meeting: MeetingRow, isRemote: Bool, _ act: Act, in tx: borrowing Transaction
    ) throws -> Receipt {
        guard tracker == nil else { throw Refusal.invalid("/tracker", "poll.not-secret") }
        let nonce = Hex.encode(act.random(16))
        let leaf = BallotLeaf(meeting: meeting.id.text, item: row.item?.text, poll: row.id.text, round: row.round, voter: voter.text, vote: vote.word, at: act.at.ms, nonce: nonce)
        var sealed: String?
        if let text {
            let clean = try Text.checked(text, at: "/text", limit: Text.proseLength, mayBeEmpty: true)
            if !clean.isEmpty {
                _ = try act.vault.seal(clean, id: sealedID, at: act.at.ms, in: tx)
                sealed = sealedID
            }
        }
        let first = try !tx.exists("SELECT 1 FROM ballot WHERE poll = \(poll.text) AND account = \(voter.text)")
        if first {
            try tx.record(
                .ballotReceived, in: meeting.stream, to: Audience(.chair(meeting.id), .secretariat(meeting.body)), BallotReceived(poll: poll, userId: voter), by: act)
        }
        let fact = BallotRecorded(poll: poll, choice: vote.choice, selections: vote.selections, receipt: leaf.receipt, nonce: nonce)
        let seq = try tx.record(.ballotRecorded, in: meeting.stream, to: Audience(.person(voter)), fact, by: act)
        try tx.execute(
            """
            INSERT INTO ballot (poll, account, choice, selections, remote, text, at, seq, receipt, nonce)
            VALUES (\(poll.text), \(voter.text), \(vote.choice?.rawValue ?? ""), \(try vote.selections.map(Canonical.encode)), \(isRemote), \(sealed), \(act.at.ms), \(seq),
              \(leaf.receipt), \(nonce))
            ON CONFLICT (poll, account) DO UPDATE SET choice = excluded.choice, selections = excluded.selections, remote = excluded.remote, text = excluded.text,
              at = excluded.at, seq = excluded.seq, receipt = excluded.receipt, nonce = excluded.nonce
            """)
        return Receipt(seq: seq, receipt: leaf.receipt)
    }

    /// Nothing that is written here says how the voter voted but the slip, and nothing on the slip says whose it is.
    private func castSecretly(_ vote: Vote, _ voter: UserID, _ row: PollRow, _ meeting: MeetingRow, _ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        if let text, !text.isEmpty { throw Refusal.invalid("/text", "poll.no-text-in-secret") }
        let slip = Slip(tracker: try Tracker.validated(tracker), choice: vote.choice, selections: vote.selections)
        try SecretVotes.put(slip, of: voter, in: row, sealedWith: try act.slipKeys.key(of: poll), id: Hex.encode(act.random(16)), tx: tx)
        try tx.record(
            .ballotReceived, in: meeting.stream, to: Audience(.chair(meeting.id), .secretariat(meeting.body)), BallotReceived(poll: poll, userId: voter), by: act)
        let seq = try tx.record(.ballotRecorded, in: meeting.stream, to: Audience(.person(voter)), BallotRecorded(poll: poll), by: act)
        return Receipt(seq: seq, receipt: nil)
    }
}

struct BallotReceived: Codable, Sendable {
    var poll: PollID
    var userId: UserID
}

/// Of a secret ballot: that it was recorded, and no more.
struct BallotRecorded: Codable, Sendable {
    var poll: PollID
    var choice: Choice?
    var selections: [PollOptionID]?
    var receipt: String?
    var nonce: String?
}
