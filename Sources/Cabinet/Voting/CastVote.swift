import Proof
public import Rules
public import Store

/// One ballot of one seat in an open poll; may be changed until close, the last counts. The answer is given only after the
/// ballot is on the disk. Chair and secretariat hear that the seat voted, the voter alone hears how, until close.
/// Who: the holder of a seat in the roster, for himself.
public struct CastVote: Command {
    public struct Receipt: Codable, Sendable {
        public var seq: Int64
        public var receipt: String
    }
    public static let name: CommandName = "vote.cast"
    public var poll: PollID
    public var choice: Choice
    /// An opinion with the vote; sealed.
    public var text: String?
    public var sealedID: String

    public init(poll: PollID, choice: Choice, text: String?, sealedID: String) {
        self.poll = poll
        self.choice = choice
        self.text = text
        self.sealedID = sealedID
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: poll, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        let (poll, _) = try PollRow.visible(poll, to: caller, in: tx)
        guard poll.state != .draft else { throw Refusal(.pollNotOpen, ["state": poll.state.rawValue]) }
        guard caller.person != nil else { throw Refusal(.ballotNotEntitled, ["reason": "no-seat"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Receipt {
        let (row, meeting) = try PollRow.visible(poll, to: act.caller, in: tx)
        let voter = act.caller.person!.id
        let line = try Rosters.line(of: voter, in: meeting, tx)
        let count = try PollCounting.count(of: row, meeting: meeting, roster: line.map { [$0] } ?? [], ballots: [:], in: tx)
        try Polls.admission(poll: row, meeting: meeting, count: count).admit(voter, arrivedAt: act.at)
        let nonce = Hex.encode(act.random(16))
        let fields = [meeting.id.text, row.item?.text ?? "", row.id.text, String(row.round), voter.text, choice.rawValue, String(act.at.ms), nonce]
        let receipt = ReceiptCode.of(ReceiptCode.digest(of: fields))
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
        let seq = try tx.record(
            .ballotRecorded, in: meeting.stream, to: Audience(.person(voter)), BallotRecorded(poll: poll, choice: choice, receipt: receipt, nonce: nonce), by: act)
        try tx.execute(
            """
            INSERT INTO ballot (poll, account, choice, remote, text, at, seq, receipt)
            VALUES (\(poll.text), \(voter.text), \(choice.rawValue), \(line?.attendance != .inRoom), \(sealed), \(act.at.ms), \(seq), \(receipt))
            ON CONFLICT (poll, account) DO UPDATE SET choice = excluded.choice, remote = excluded.remote, text = excluded.text, at = excluded.at, seq = excluded.seq,
              receipt = excluded.receipt
            """)
        return Receipt(seq: seq, receipt: receipt)
    }
}

struct BallotReceived: Codable, Sendable {
    var poll: PollID
    var userId: UserID
}

struct BallotRecorded: Codable, Sendable {
    var poll: PollID
    var choice: Choice
    var receipt: String
    var nonce: String
}
