/// Every way in which the outstanding slips of a circulated poll may still be filled in. A slip threshold is reached already.
struct SlipCompletions {
    /// Slips of one weight, of those who decide no tie.
    private struct Group {
        var weight: Int
        var size: Int
    }

    private let count: PollCount
    private let groups: [Group]
    /// The decider's own slip is out.
    private let decider: PollCount.Seat?
    /// Whether another opinion differs from none: only where the whole is what was cast.
    private let countsAbstentions: Bool

    init(of count: PollCount, outstanding: [PollCount.Seat]) {
        self.count = count
        let deciding = count.eligibleDecider
        decider = outstanding.first { $0.user == deciding }
        groups = Dictionary(grouping: outstanding.filter { $0.user != deciding }, by: \.weight).map { Group(weight: $0.key, size: $0.value.count) }
            .sorted { $0.weight > $1.weight }
        countsAbstentions = count.baseKind == .cast
    }

    /// The one outcome all of them have; nil where there are two, or too many to say.
    func onlyOutcome() -> Outcome? {
        var only: Outcome?
        for start in starts {
            guard let outcome = shared(by: start), only == nil || only == outcome else { return nil }
            only = outcome
        }
        return only
    }

    /// The count with each thing the decider may still do.
    private var starts: [PollCount] {
        guard let decider else { return [count] }
        return [nil, .for, .against, .abstain].map { (choice: Choice?) in
            var start = count
            start.ballots[decider.user] = choice.map { .init(choice: $0) }
            return start
        }
    }

    /// The outcome that all completions with this decider's slip share.
    private func shared(by start: PollCount) -> Outcome? {
        let figures = start.figures()
        // The extremes first: they tell two outcomes apart soonest.
        var favour = figures
        var against = figures
        for group in groups {
            favour.tally.add(group.weight * group.size, to: .for)
            against.tally.add(group.weight * group.size, to: .against)
        }
        let outcomes = [favour, against, figures].map { outcome(of: start, $0) }
        guard outcomes.allSatisfy({ $0 == outcomes[0] }) else { return nil }
        if ways <= PollCount.mostCompletions { return goThrough(groups[...], start, figures, expecting: outcomes[0]) ? outcomes[0] : nil }
        return isOutOfReach(start, figures, favour, against) ? outcomes[0] : nil
    }

    /// More than the limit stands for any number above it.
    private var ways: Int {
        groups.reduce(1) { ways, group in
            let kinds = countsAbstentions ? (group.size + 1) * (group.size + 2) / 2 * (group.size + 3) / 3 : (group.size + 1) * (group.size + 2) / 2
            return min(PollCount.mostCompletions + 1, ways * min(kinds, PollCount.mostCompletions + 1))
        }
    }

    /// Whether all of them have the outcome that is expected.
    private func goThrough(_ groups: ArraySlice<Group>, _ start: PollCount, _ figures: PollFigures, expecting expected: Outcome) -> Bool {
        guard let group = groups.first else { return outcome(of: start, figures) == expected }
        for votesFor in 0...group.size {
            for against in 0...(group.size - votesFor) {
                let rest = group.size - votesFor - against
                for abstain in 0...(countsAbstentions ? rest : 0) {
                    var figures = figures
                    figures.tally.add(votesFor * group.weight, to: .for)
                    figures.tally.add(against * group.weight, to: .against)
                    figures.tally.add(abstain * group.weight, to: .abstain)
                    guard goThrough(groups.dropFirst(), start, figures, expecting: expected) else { return false }
                }
            }
        }
        return true
    }

    /// Without going through them: adopted by majority even if all object, or not even if all agree and no tie lies between.
    private func isOutOfReach(_ start: PollCount, _ figures: PollFigures, _ favour: PollFigures, _ against: PollFigures) -> Bool {
        func holds(_ figures: PollFigures) -> Bool { start.rules.adoption.holds(figures.tally.for, of: whole(of: figures, start)) }
        if holds(against) { return true }
        guard !holds(favour) else { return false }
        if start.eligibleDecider == nil { return true }
        switch start.rules.tie.applies {
        case .equalForAgainst: return favour.tally.for < figures.tally.against || against.tally.against < figures.tally.for
        // Short of the fraction even if all agree: then it is never matched.
        case .exactHalf: return !start.rules.adoption.fraction.isMatched(by: favour.tally.for, of: whole(of: favour, start))
        }
    }

    private func outcome(of start: PollCount, _ figures: PollFigures) -> Outcome {
        var figures = figures
        figures.base = whole(of: figures, start)
        return start.ground(of: figures).outcome
    }

    private func whole(of figures: PollFigures, _ start: PollCount) -> Int {
        switch start.baseKind {
        case .allMembers, .present: figures.base
        case .cast: figures.tally.cast
        case .valid: figures.tally.valid
        }
    }
}
