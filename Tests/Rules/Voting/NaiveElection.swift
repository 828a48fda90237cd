import Rules

/// A second reading of how options are counted, written without the first: slates of names instead of sums over options.
struct NaiveElection {
    let count: ElectionCount

    struct Result: Equatable {
        var outcome: Outcome
        var elected: [PollOptionID] = []
        var tied: Set<PollOptionID> = []
    }

    func result() -> Result {
        let rules = count.rules
        guard !count.seats.isEmpty else { return Result(outcome: .noQuorum) }
        // Every ballot as one line a vote: a seat of weight three lays down three papers.
        var papers: [[PollOptionID]] = []
        var voters: Set<UserID> = []
        if let secret = count.secret {
            for slip in secret.slips { for _ in 0..<count.seats[0].weight { papers.append(slip) } }
            voters = secret.voted
        } else {
            for seat in count.seats where !count.recused.contains(seat.user) {
                guard let ballot = count.ballots.last(where: { $0.user == seat.user }) else { continue }
                voters.insert(seat.user)
                for _ in 0..<seat.weight { papers.append(ballot.selections) }
            }
        }
        let here = count.seats.filter { seat in
            count.presentAtClosing.contains(seat.user) || (rules.remoteVoteCountsAsPresence && voters.contains(seat.user) && !count.recused.contains(seat.user))
        }
        if count.circulated {
            let returned = count.secret?.slips.count ?? voters.count
            if let minimum = rules.circulation.minimumReturned, returned < minimum { return Result(outcome: .noQuorum) }
        } else if rules.quorumCheckedAt == .openingAndClosing {
            if here.count * rules.quorum.denominator < rules.quorum.numerator * count.seats.count { return Result(outcome: .noQuorum) }
        }
        let known = count.options.map(\.id)
        func weight(_ seats: [PollCount.Seat]) -> Int { seats.map(\.weight).reduce(0, +) }
        let whole: Int =
            switch rules.adoption.of {
            case .allMembers: weight(count.seats)
            case .present: count.circulated ? weight(count.seats) : weight(here)
            case .cast: papers.count
            case .valid: papers.filter { paper in paper.prefix(count.places).contains { known.contains($0) } }.count
            }
        func votes(_ option: PollOptionID) -> Int { papers.filter { $0.prefix(count.places).contains(option) }.count }
        func isIn(_ option: PollOptionID) -> Bool {
            let (left, right) = (votes(option) * rules.adoption.denominator, rules.adoption.numerator * whole)
            return votes(option) > 0 && (rules.adoption.comparison == .moreThan ? left > right : left >= right)
        }
        // The best of those left takes the next place, until places or winners are used up.
        var left = known.filter(isIn)
        var elected: [PollOptionID] = []
        while elected.count < count.places, let best = left.map(votes).max() {
            let those = left.filter { votes($0) == best }
            if elected.count + those.count > count.places { return Result(outcome: .tie, elected: elected, tied: Set(those)) }
            elected += those
            left.removeAll { those.contains($0) }
        }
        return Result(outcome: elected.isEmpty ? .notAdopted : .adopted, elected: elected)
    }
}
