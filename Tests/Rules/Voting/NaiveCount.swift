import Rules

/// A second reading of contract §2 "Meaning", written on purpose without the first: lists and repeated subtraction
/// instead of tallies and fractions.
struct NaiveCount {
    let count: PollCount

    func outcome() -> Outcome {
        let rules = count.rules
        let roster = count.seats
        guard !roster.isEmpty else { return .noQuorum }
        var counted: [(PollCount.Seat, Choice)] = []
        var unreturned: [PollCount.Seat] = []
        for seat in roster where !count.recused.contains(seat.user) {
            if let ballot = count.ballots[seat.user] { counted.append((seat, ballot.choice)) } else { unreturned.append(seat) }
        }
        let returned = counted.count
        if count.circulated {
            if let minimum = rules.circulation.minimumReturned, returned < minimum { return .noQuorum }
            if rules.circulation.silence == .agree, !count.stillOpen, !count.closedAsCertain { counted += unreturned.map { ($0, .for) } }
        }
        let present = roster.filter { seat in
            count.presentAtClosing.contains(seat.user)
                || (rules.remoteVoteCountsAsPresence && count.ballots[seat.user] != nil && !count.recused.contains(seat.user))
        }
        if !count.circulated, rules.quorumCheckedAt == .openingAndClosing {
            // P/N ≥ n/d, as a comparison of repeated additions.
            if times(present.count, rules.quorum.denominator) < times(roster.count, rules.quorum.numerator) { return .noQuorum }
        }
        func sum(_ choices: Set<Choice>) -> Int { counted.filter { choices.contains($0.1) }.map(\.0.weight).reduce(0, +) }
        let votesFor = sum([.for])
        let against = sum([.against])
        let whole: Int =
            switch (rules.adoption.of, count.circulated) {
            case (.allMembers, _), (.present, true): roster.map(\.weight).reduce(0, +)
            case (.present, false): present.map(\.weight).reduce(0, +)
            case (.cast, _): sum([.for, .against, .abstain])
            case (.valid, _): votesFor + against
            }
        let left = times(votesFor, rules.adoption.denominator)
        let right = times(whole, rules.adoption.numerator)
        if votesFor == 0 { return .notAdopted }
        if rules.adoption.comparison == .moreThan ? left > right : left >= right { return .adopted }
        guard rules.tie.decidedBy != .none, let decider = count.decider, !count.recused.contains(decider) else { return .notAdopted }
        guard rules.tie.applies == .equalForAgainst ? votesFor == against : left == right else { return .notAdopted }
        for (seat, choice) in counted where seat.user == decider && count.ballots[decider] != nil && choice != .abstain {
            return choice == .for ? .adopted : .notAdopted
        }
        switch count.castingVote?.choice {
        case .for: return .adopted
        case .against: return .notAdopted
        case .abstain, nil: return count.castingExpired ? .notAdopted : .awaitingChairman
        }
    }

    private func times(_ a: Int, _ b: Int) -> Int { (0..<b).reduce(0) { sum, _ in sum + a } }
}
