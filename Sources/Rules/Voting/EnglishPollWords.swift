/// The sentences of a poll in English.
struct EnglishPollWords: PollWords {
    let count: PollCount

    private var decider: String { count.rules.tie.decidedBy == .presiding ? "the presiding person" : "the chairman" }
    private var phrase: AdoptionPhrase { count.phrase(in: .english) }
    private func number(_ value: Int) -> String { Digits.grouped(value, in: .english) }

    func verdict(_ ground: PollGround) -> String {
        switch ground.outcome {
        case .adopted: "ADOPTED"
        case .notAdopted, .tie: "NOT ADOPTED"
        case .noQuorum: "NO QUORUM"
        case .awaitingChairman: count.rules.tie.decidedBy == .presiding ? "AWAITING THE PRESIDING PERSON" : "AWAITING THE CHAIRMAN"
        }
    }

    var emptyRoster: String { "the roster is empty" }

    func noQuorum(_ figures: PollFigures) -> String {
        "\(number(figures.present))/\(number(figures.members)) present, at least \(number(figures.quorumNeeded)) needed "
            + "(\(count.rules.quorum) of all members)"
    }

    func tooFewReturned(_ returned: Int, _ minimum: Int) -> String {
        "\(number(returned))/\(number(count.seats.count)) slips returned, at least \(number(minimum)) needed"
    }

    func majority(_ figures: PollFigures, reached: Bool) -> String {
        "\(share(figures)), \(phrase.threshold(reached: reached))\(needed(figures))"
    }

    var nobody: String { "nobody is in favour" }

    func tie(_ figures: PollFigures) -> String {
        let balance = "\(number(figures.tally.for)) in favour, \(number(figures.tally.against)) against, "
        let kind = count.rules.tie.applies == .equalForAgainst ? "a tie" : "exactly \(phrase.part) of \(phrase.whole) in favour"
        return "\(balance)\(kind) (\(number(figures.tally.for))/\(number(figures.base))\(weighted)\(needed(figures, bare: true)))"
    }

    func decided(_ choice: Choice, _ decision: PollGround.Decision) -> String {
        let word = choice == .for ? "in favour" : "against"
        return switch decision {
        case .ownBallot: "decided by the ballot of \(decider): \(word)"
        case .castAfterClosing: "decided by the casting vote of \(decider): \(word)"
        case .declared: "decided as \(decider) declared: \(word)"
        }
    }

    var awaiting: String { "\(decider) has not yet said for or against" }
    var expired: String { "the time is over and \(decider) said neither for nor against" }

    func unappliedTie(_ figures: PollFigures) -> String? {
        let numbers = "\(number(figures.tally.for)) in favour, \(number(figures.tally.against)) against, \(number(figures.base)) in all"
        guard count.eligibleDecider != nil else { return "\(numbers): nobody decides a tie." }
        return count.rules.tie.applies == .exactHalf
            ? "\(numbers): equal, but not exactly \(phrase.part) of \(phrase.whole), so \(decider) does not decide."
            : "\(numbers): not equal, so \(decider) does not decide."
    }

    func silence(_ count: Int) -> String {
        count == 1 ? "This includes 1 unreturned slip counted as agreement." : "This includes \(number(count)) unreturned slips counted as agreement."
    }
    func certain(_ out: Int) -> String {
        switch out {
        case 0: "Closed before the deadline because all slips were back."
        case 1: "Closed before the deadline because the outcome was certain: the slip that was still out could not change it."
        default: "Closed before the deadline because the outcome was certain: the \(number(out)) slips that were still out could not change it."
        }
    }
    static let unconfirmed = "The legal unit has not confirmed the legal basis."
    var unconfirmed: String { Self.unconfirmed }

    private func share(_ figures: PollFigures) -> String {
        "\(number(figures.tally.for))/\(number(figures.base)) in favour\(weighted)"
    }

    private var weighted: String { count.isWeighted ? " by weight" : "" }

    private func needed(_ figures: PollFigures, bare: Bool = false) -> String {
        guard count.baseKind.isFixed else { return "" }
        let text = "\(number(count.rules.adoption.needed(of: figures.base))) needed"
        return bare ? ", \(text)" : " (\(text))"
    }
}
