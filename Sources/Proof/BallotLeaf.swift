/// An open ballot as the bytes its receipt and the Merkle tree of its poll are made of: `ecabinet.ballot.v1` and the length-prefixed
/// meeting, item, poll, round, voter, vote, time and nonce (Docs/votes.md).
public struct BallotLeaf: Sendable, Equatable {
    public var meeting: String
    /// Nil where the poll belongs to no item.
    public var item: String?
    public var poll: String
    public var round: Int
    public var voter: String
    /// `for`, `against`, `abstain`; of a poll with options their ids in the order of the ballot, a comma between; blank: empty.
    public var vote: String
    /// Milliseconds since 1970 UTC.
    public var at: Int64
    /// 128 random bits, hexadecimal.
    public var nonce: String

    public init(meeting: String, item: String?, poll: String, round: Int, voter: String, vote: String, at: Int64, nonce: String) {
        self.meeting = meeting
        self.item = item
        self.poll = poll
        self.round = round
        self.voter = voter
        self.vote = vote
        self.at = at
        self.nonce = nonce
    }

    public var digest: [UInt8] { ReceiptCode.digest(of: [meeting, item ?? "", poll, String(round), voter, vote, String(at), nonce]) }

    /// What the voter is told.
    public var receipt: String { ReceiptCode.of(digest) }
}
