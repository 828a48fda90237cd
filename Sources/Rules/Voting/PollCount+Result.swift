extension PollCount {
    /// Counts. Total: every input has a result, and the same input has the same one for ever.
    public func result() -> PollResult {
        let figures = figures()
        let ground = ground(of: figures)
        return PollResult(
            members: figures.members,
            present: circulated ? nil : figures.present,
            quorumNeeded: circulated ? nil : figures.quorumNeeded,
            tally: figures.tally,
            heads: figures.heads,
            base: figures.base,
            needed: baseKind.isFixed ? rules.adoption.needed(of: figures.base) : nil,
            remote: figures.remote,
            silent: figures.silent,
            outcome: ground.outcome,
            because: Because(
                rule: ground.code(for: self), ruleVersion: ruleVersion, source: rules.source, status: rules.status,
                vi: sentence(of: ground, figures, in: .vietnamese), en: sentence(of: ground, figures, in: .english)))
    }

    /// Circulated opinions know no presence, so their whole is then all members: the strictest reading.
    var baseKind: RuleSet.Adoption.Base {
        circulated && rules.adoption.of == .present ? .allMembers : rules.adoption.of
    }

    /// Whether weights differ from one vote a head, so that a sentence must say which it means.
    var isWeighted: Bool { seats.contains { $0.weight != 1 } }

    /// The decider, unless the conflict of interest that took his ballot takes this vote as well.
    public var eligibleDecider: UserID? {
        guard rules.tie.decidedBy != .none, let decider, !recused.contains(decider) else { return nil }
        return decider
    }

    /// The decider's word: his own ballot first, else what he said after closing. Abstention decides nothing.
    var decision: (choice: Choice, ground: PollGround.Decision)? {
        guard let decider = eligibleDecider else { return nil }
        if secret == nil, seats.contains(where: { $0.user == decider }), let own = ballots[decider]?.choice, own != .abstain {
            return (own, .ownBallot)
        }
        if let castingVote, castingVote.choice != .abstain {
            return (castingVote.choice, castingVote.basis == .cast ? .castAfterClosing : .declared)
        }
        return nil
    }

    func ground(of figures: PollFigures) -> PollGround {
        if figures.members == 0 { return .emptyRoster }
        if circulated {
            if let minimum = rules.circulation.minimumReturned, figures.returned < minimum { return .tooFewReturned(minimum) }
        } else if rules.quorumCheckedAt == .openingAndClosing, figures.present < figures.quorumNeeded {
            return .noQuorum
        }
        let votesFor = figures.tally.for
        if rules.adoption.holds(votesFor, of: figures.base) { return .adopted }
        guard eligibleDecider != nil, votesFor > 0, isTie(figures) else { return .notAdopted }
        if let decision { return .tieDecided(decision.choice, decision.ground) }
        return castingExpired ? .tieExpired : .tieAwaiting
    }

    /// Whether the votes balance in the sense of the rules.
    func isTie(_ figures: PollFigures) -> Bool {
        switch rules.tie.applies {
        case .equalForAgainst: figures.tally.for == figures.tally.against
        case .exactHalf: rules.adoption.fraction.isMatched(by: figures.tally.for, of: figures.base)
        }
    }
}
