public import Rules
public import Store

/// Declares a poll void, with a reason; the record and its ballots stay, a new round may be opened. The box of a
/// secret poll that was still open is never looked into.
/// Who: the presiding person, the body's secretary, admin.
public struct AnnulPoll: ConductOfPoll {
    public static let name: CommandName = "poll.annul"
    public var id: PollID
    public var reason: String
    public init(id: PollID, reason: String) {
        self.id = id
        self.reason = reason
    }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        let next = try poll.state.applying(.annul)
        try meeting.state.require(.polls, type: meeting.type)
        let reason = try Text.checked(reason, at: "/reason", limit: Text.titleLength)
        try SecretVotes.discard(id, tx: tx)
        try tx.execute("UPDATE poll SET state = \(next.rawValue), annul_reason = \(reason), remaining_ms = NULL, version = version + 1 WHERE id = \(id.text)")
        return Done(
            seq: try tx.record(.pollAnnulled, in: meeting.stream, to: .of(poll.item, in: meeting.id), PollFact(poll: id, state: next, round: poll.round), by: act))
    }

    public func afterCommit(_ cabinet: Cabinet) { cabinet.destroySlipKey(of: id) }
}
