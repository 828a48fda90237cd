/// The sums behind a count, before any rule looks at them.
struct PollFigures {
    var members = 0
    /// P, heads, with absent voters where the rules count them.
    var present = 0
    var quorumNeeded = 0
    var heads = Tally()
    var tally = Tally()
    var base = 0
    /// Ballots or slips that came back, heads.
    var returned = 0
    /// Slips of those entitled that did not come back, heads.
    var out = 0
    var remote = 0
    var silent = 0
}

extension PollCount {
    func figures() -> PollFigures {
        var figures = PollFigures()
        figures.members = seats.count
        figures.quorumNeeded = rules.quorum.smallestReaching(seats.count)
        count(into: &figures)
        figures.out = seats.count { !recused.contains($0.user) && !hasVoted($0.user) }
        let presentSeats = seats.filter { seat in
            presentAtClosing.contains(seat.user) || (rules.remoteVoteCountsAsPresence && hasVoted(seat.user))
        }
        figures.present = presentSeats.count
        figures.base =
            switch baseKind {
            case .allMembers: seats.reduce(0) { $0 + $1.weight }
            case .present: presentSeats.reduce(0) { $0 + $1.weight }
            case .cast: figures.tally.cast
            case .valid: figures.tally.valid
            }
        return figures
    }

    /// Whether a slip that did not come back is one in favour: by the rules, and only once its time is over.
    private var silenceAgrees: Bool { circulated && !stillOpen && !closedAsCertain && rules.circulation.silence == .agree }

    private func hasVoted(_ user: UserID) -> Bool {
        guard !recused.contains(user) else { return false }
        return secret.map { $0.voted.contains(user) } ?? (ballots[user] != nil)
    }

    private func count(into figures: inout PollFigures) {
        if let secret { return countSlips(of: secret, into: &figures) }
        for seat in seats {
            let isRecused = recused.contains(seat.user)
            let ballot = isRecused ? nil : ballots[seat.user]
            var choice = ballot?.choice
            if let ballot {
                figures.returned += 1
                if ballot.remote { figures.remote += 1 }
            } else if silenceAgrees, !isRecused {
                choice = .for
                figures.silent += 1
            }
            figures.heads.add(1, to: choice)
            figures.tally.add(seat.weight, to: choice)
        }
    }

    /// Secret polls refuse unequal weights, so every slip weighs what every seat weighs.
    private func countSlips(of box: SecretBox, into figures: inout PollFigures) {
        let weight = seats.first?.weight ?? 1
        figures.returned = box.slips.count
        for choice in box.slips { figures.heads.add(1, to: choice) }
        let unreturned = max(0, seats.count - box.slips.count)
        let recusedSeats = seats.count { recused.contains($0.user) }
        if silenceAgrees {
            figures.silent = max(0, unreturned - recusedSeats)
        }
        figures.heads.add(figures.silent, to: .for)
        figures.heads.add(unreturned - figures.silent, to: nil)
        figures.tally = Tally(
            for: figures.heads.for * weight, against: figures.heads.against * weight,
            abstain: figures.heads.abstain * weight, none: figures.heads.none * weight)
    }
}
