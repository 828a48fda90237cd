extension ElectionCount {
    /// Counts. Selections of options the poll does not have, and those beyond `places`, were refused at the door;
    /// should a record hold them all the same, they count for nobody.
    public func result() -> ElectionResult {
        let box = box()
        let options = options.map { option in
            let choosers = box.filter { $0.selections.contains(option.id) }
            return ElectionResult.Option(
                id: option.id, title: option.title, count: choosers.reduce(0) { $0 + $1.weight }, heads: choosers.count)
        }
        let known = Set(self.options.map(\.id))
        let cast = box.reduce(0) { $0 + $1.weight }
        let blank = box.reduce(0) { $1.selections.isDisjoint(with: known) ? $0 + $1.weight : $0 }
        let total = seats.reduce(0) { $0 + $1.weight }
        let present = seats.filter(isPresent)
        let base =
            switch baseKind {
            case .allMembers: total
            case .present: present.reduce(0) { $0 + $1.weight }
            case .cast: cast
            case .valid: cast - blank
            }
        var result = ElectionResult(
            members: seats.count,
            present: circulated ? nil : present.count,
            quorumNeeded: circulated ? nil : rules.quorum.smallestReaching(seats.count),
            options: options, blank: blank, cast: cast, none: max(0, total - cast), castHeads: box.count, base: base,
            needed: baseKind.isFixed ? rules.adoption.needed(of: base) : nil,
            elected: [], tied: [], outcome: .notAdopted, because: Because(rule: "", ruleVersion: nil, vi: "", en: ""))
        decide(&result)
        result.because = because(result)
        return result
    }

    var baseKind: RuleSet.Adoption.Base {
        circulated && rules.adoption.of == .present ? .allMembers : rules.adoption.of
    }

    private func decide(_ result: inout ElectionResult) {
        guard result.members > 0, isQuorate(result) else {
            result.outcome = .noQuorum
            return
        }
        // Swift's sort is stable: equal counts keep the order of the ballot.
        let winners = result.options.filter { rules.adoption.holds($0.count, of: result.base) }.sorted { $0.count > $1.count }
        if winners.count > places, winners[places - 1].count == winners[places].count {
            let last = winners[places].count
            result.elected = winners.filter { $0.count > last }.map(\.id)
            result.tied = winners.filter { $0.count == last }.map(\.id)
            result.outcome = .tie
        } else {
            result.elected = winners.prefix(places).map(\.id)
            result.outcome = winners.isEmpty ? .notAdopted : .adopted
        }
    }

    private func isQuorate(_ result: ElectionResult) -> Bool {
        if circulated { return result.castHeads >= rules.circulation.minimumReturned ?? 0 }
        guard rules.quorumCheckedAt == .openingAndClosing, let present = result.present, let needed = result.quorumNeeded else { return true }
        return present >= needed
    }

    private func isPresent(_ seat: PollCount.Seat) -> Bool {
        if presentAtClosing.contains(seat.user) { return true }
        guard rules.remoteVoteCountsAsPresence, !recused.contains(seat.user) else { return false }
        return secret.map { $0.voted.contains(seat.user) } ?? ballots.contains { $0.user == seat.user }
    }

    /// The ballots that count, without their names.
    private func box() -> [(selections: Set<PollOptionID>, weight: Int)] {
        func kept(_ selections: [PollOptionID]) -> Set<PollOptionID> { Set(selections.prefix(places)) }
        if let secret {
            // Secret polls refuse unequal weights.
            let weight = seats.first?.weight ?? 1
            return secret.slips.map { (kept($0), weight) }
        }
        let cast = Dictionary(ballots.map { ($0.user, $0.selections) }, uniquingKeysWith: { _, last in last })
        return seats.compactMap { seat in
            guard !recused.contains(seat.user), let selections = cast[seat.user] else { return nil }
            return (kept(selections), seat.weight)
        }
    }
}
