import Crypto

/// The Merkle tree over everything in the box of one poll: its root stands in `poll.closed` and in the minutes.
///
/// Leaves in byte order, so that the order says nothing: of an open poll the digests of its ballots (`BallotLeaf`), of a secret one
/// those of its slips, of a show of hands one leaf with the numbers.
public enum BallotTree {
    /// Lower-case hexadecimal.
    public static func root(_ leaves: [[UInt8]]) -> String {
        Hex.encode(Merkle.root(leaves.sorted { $0.lexicographicallyPrecedes($1) }))
    }

    /// A slip of a secret poll: `ecabinet.slip.v1`, poll, tracker, vote.
    public static func slip(poll: String, tracker: String, vote: String) -> [UInt8] { LengthPrefixed.digest("ecabinet.slip.v1", [poll, tracker, vote]) }

    /// Raised hands: `ecabinet.hands.v1`, poll and the three numbers in decimal.
    public static func hands(poll: String, for votesFor: Int, against: Int, abstain: Int) -> [UInt8] {
        LengthPrefixed.digest("ecabinet.hands.v1", [poll, String(votesFor), String(against), String(abstain)])
    }
}
