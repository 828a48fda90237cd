extension PollCount {
    /// Whether the poll may be opened. Refuses `poll.no-quorum` with parameters `present`, `members`, `needed`;
    /// circulated opinions need members, but no presence.
    public func mayOpen() throws(Refusal) {
        let present = seats.count { presentAtOpening.contains($0.user) }
        let quorum = Quorum(members: seats.count, present: present, rules: rules)
        guard circulated ? quorum.members > 0 : quorum.isMet else {
            throw Refusal(.pollNoQuorum, quorum.parameters)
        }
    }

    /// Refuses a secret poll among unequal weights: a heavy slip would tell whose it is. `request.invalid` at `/secrecy`.
    /// So are raised hands, which nobody can weigh: at `/taking`.
    public static func maySecretlyVote(_ seats: [Seat], at pointer: String = "/secrecy") throws(Refusal) {
        guard Set(seats.lazy.filter(\.role.isSeat).map(\.weight)).count <= 1 else {
            throw .invalid(pointer, pointer == "/secrecy" ? "poll.secret-unequal-weights" : "poll.hands-unequal-weights")
        }
    }

    /// Refuses a casting vote that is not asked for: `poll.wrong-state` unless the poll awaits it, `request.invalid`
    /// for an abstention, `ballot.not-entitled` for anyone but the decider.
    public func mayCast(_ vote: CastingVote, by decider: UserID) throws(Refusal) {
        guard vote.choice != .abstain else { throw .invalid("/choice", "field.unknown-value", ["value": vote.choice.rawValue]) }
        let outcome = result().outcome
        guard outcome == .awaitingChairman else { throw Refusal(.pollWrongState, ["state": outcome.rawValue, "action": "casting-vote"]) }
        guard decider == eligibleDecider else { throw Refusal(.ballotNotEntitled, ["reason": "not-decider"]) }
    }
}
