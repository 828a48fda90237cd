public import Rules
public import Store

/// Closes a poll and says what it decided, in the same transaction. The box of a secret poll is opened here: slips become a shuffled
/// list, and nothing that was sealed remains. Slips close before their deadline only where the body's rules allow it. Who: the presiding person, the body's secretary, admin; the clock when `closesAt` has come.
public struct ClosePoll: ConductOfPoll {
    public static let name: CommandName = "poll.close"
    public var id: PollID
    public init(id: PollID) { self.id = id }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        guard poll.state != .open || poll.taking == .devices else { throw Refusal(.pollCountFirst) }
        // Paused between the clock's look and its turn: its time stands still.
        if act.caller == .clock, meeting.state == .paused { throw Refusal(.meetingWrongState, ["state": meeting.state.rawValue, "action": "close"]) }
        if poll.state == .open { try requireDeadline(of: poll, meeting, act, in: tx) }
        return Done(seq: try PollClosing.close(poll, meeting, act, in: tx))
    }

    /// Slips run to their deadline, unless the body's rules let them end before it.
    private func requireDeadline(of poll: PollRow, _ meeting: MeetingRow, _ act: Act, in tx: borrowing Transaction) throws {
        guard meeting.isCirculated else { return }
        let box = try BallotBox.load(poll, in: tx)
        let count = try PollCounting.count(of: poll, meeting: meeting, roster: try Rosters.roster(of: meeting, in: tx), box: box, in: tx)
        if let barred = try EarlyClosing.of(poll, meeting, count: count, returned: box.returned, at: act.at, in: tx)?.barred { throw barred }
    }

    public func afterCommit(_ cabinet: Cabinet) { cabinet.destroySlipKey(of: id) }
}
