public import Rules
public import Store

/// The word of the person who decides a tie, until `castingUntil`. Who: the decider himself; for a declared one also the
/// secretary who heard it, where the poll was secret.
public struct GiveCastingVote: Command {
    public static let name: CommandName = "poll.casting-vote"
    public var id: PollID
    public var vote: PollCount.CastingVote
    public init(id: PollID, vote: PollCount.CastingVote) {
        self.id = id
        self.vote = vote
    }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        _ = try PollRow.visible(id, to: caller, in: tx)
        guard caller.person != nil else { throw Refusal(.authForbidden, ["needs": "decider"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        var (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        guard poll.state == .closed else { throw Refusal(.pollWrongState, ["state": poll.state.rawValue, "action": "casting-vote"]) }
        let roster = try Rosters.roster(of: meeting, in: tx)
        let box = try BallotBox.load(poll, in: tx)
        let count = try PollCounting.count(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        var decider = act.caller.person!.id
        if vote.basis == .declared, poll.secrecy == .secret, let named = count.eligibleDecider, try Standing.isSecretary(act.caller, of: meeting.body, in: tx) {
            decider = named
        }
        if poll.castingVote == nil, let until = poll.castingUntil, act.at >= until { throw Refusal(.pollWrongState, ["state": "expired", "action": "casting-vote"]) }
        guard poll.method == .approval else { throw Refusal(.pollWrongState, ["state": poll.method.rawValue, "action": "casting-vote"]) }
        try count.mayCast(vote, by: decider)
        poll.castingVote = vote
        let verdict = try PollCounting.verdict(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        try tx.execute(
            "UPDATE poll SET casting_choice = \(vote.choice.rawValue), casting_basis = \(vote.basis.rawValue), version = version + 1 WHERE id = \(id.text)")
        let fact = PollClosed(poll, root: PollProofs.root(of: poll, meeting, box), verdict: verdict, roster: roster, box: box, castingUntil: nil)
        return Done(seq: try tx.record(.pollDecided, in: meeting.stream, to: .of(poll.item, in: meeting.id), fact, by: act))
    }
}

/// The time for a casting vote is over: not adopted. Who: the clock.
public struct ExpireCastingVote: Command {
    public static let name: CommandName = "poll.expire-casting"
    public var id: PollID
    public init(id: PollID) { self.id = id }

    public func streams(in tx: borrowing Transaction) throws -> [StreamID] { try PollRow.streams(of: id, in: tx) }

    public func authorise(_ caller: Caller, in tx: borrowing Transaction) throws {
        guard caller == .clock else { throw Refusal(.authForbidden, ["needs": "clock"]) }
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        var (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        guard poll.state == .closed, poll.castingVote == nil, !poll.castingExpired, let until = poll.castingUntil, act.at >= until else { return Done(seq: 0) }
        poll.castingExpired = true
        let roster = try Rosters.roster(of: meeting, in: tx)
        let box = try BallotBox.load(poll, in: tx)
        let verdict = try PollCounting.verdict(of: poll, meeting: meeting, roster: roster, box: box, in: tx)
        try tx.execute("UPDATE poll SET casting_expired = 1, version = version + 1 WHERE id = \(id.text)")
        let fact = PollClosed(poll, root: PollProofs.root(of: poll, meeting, box), verdict: verdict, roster: roster, box: box, castingUntil: nil)
        return Done(seq: try tx.record(.pollDecided, in: meeting.stream, to: .of(poll.item, in: meeting.id), fact, by: act))
    }
}
