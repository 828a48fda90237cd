/// Whether one ballot may enter the box: the facts of the poll at the instant the ballot arrived.
///
/// Pure, and asked under the meeting's lock, so that two ballots of one seat are judged one after the other.
public struct BallotAdmission: Sendable {
    public var poll: PollState
    public var meeting: MeetingState
    public var secrecy: PollSecrecy
    public var circulated: Bool
    /// The automatic close, if one is set.
    public var closesAt: Timestamp?
    /// Users with a vote in the meeting's roster.
    public var seats: Set<UserID>
    public var recused: Set<UserID>
    /// In the room or online.
    public var present: Set<UserID>
    /// Whose ballot is already in the box.
    public var voted: Set<UserID>
    public var rules: RuleSet

    public init(
        poll: PollState, meeting: MeetingState, secrecy: PollSecrecy, circulated: Bool = false, closesAt: Timestamp?,
        seats: Set<UserID>, recused: Set<UserID>, present: Set<UserID>, voted: Set<UserID> = [], rules: RuleSet
    ) {
        self.poll = poll
        self.meeting = meeting
        self.secrecy = secrecy
        self.circulated = circulated
        self.closesAt = closesAt
        self.seats = seats
        self.recused = recused
        self.present = present
        self.voted = voted
        self.rules = rules
    }

    /// Admits a ballot or says why not, in this order:
    /// `poll.not-open` (not open, meeting paused, or arrived at or after `closesAt`: parameter `state` is then `late`),
    /// `ballot.not-entitled` (no seat), `ballot.recused`, `ballot.not-entitled` (absent where the rules forbid it:
    /// parameter `reason` is `absent`), `ballot.already-cast` (secret ballots cannot be changed).
    ///
    /// `arrivedAt` is the instant the request came in, not the one at which its turn came: queueing makes no ballot late.
    public func admit(_ voter: UserID, arrivedAt: Timestamp) throws(Refusal) {
        guard poll == .open else { throw Refusal(.pollNotOpen, ["state": poll.rawValue]) }
        guard meeting.admitsBallots(circulated: circulated) else { throw Refusal(.pollNotOpen, ["state": meeting.rawValue]) }
        if let closesAt, arrivedAt >= closesAt { throw Refusal(.pollNotOpen, ["state": "late"]) }
        guard seats.contains(voter) else { throw Refusal(.ballotNotEntitled, ["reason": "no-seat"]) }
        guard !recused.contains(voter) else { throw Refusal(.ballotRecused) }
        // A circulated slip knows no presence.
        guard circulated || rules.absentMayVote || present.contains(voter) else {
            throw Refusal(.ballotNotEntitled, ["reason": "absent"])
        }
        if secrecy == .secret, voted.contains(voter) { throw Refusal(.ballotAlreadyCast) }
    }
}
