extension PollCount {
    /// The sentence of a result, as the law would say it.
    func sentence(of ground: PollGround, _ figures: PollFigures, in language: Language) -> String {
        let words: any PollWords = language == .vietnamese ? VietnamesePollWords(count: self) : EnglishPollWords(count: self)
        var parts = [words.verdict(ground) + ": " + body(of: ground, figures, words) + "."]
        if ground == .notAdopted, let remark = words.unappliedTie(figures), isBalanced(figures) { parts.append(remark) }
        if figures.silent > 0 { parts.append(words.silence(figures.silent)) }
        if closedAsCertain { parts.append(words.certain(figures.out)) }
        if rules.status == .unconfirmed { parts.append(words.unconfirmed) }
        return parts.joined(separator: " ")
    }

    private func body(of ground: PollGround, _ figures: PollFigures, _ words: any PollWords) -> String {
        switch ground {
        case .emptyRoster: words.emptyRoster
        case .noQuorum: words.noQuorum(figures)
        case .tooFewReturned(let minimum): words.tooFewReturned(figures.returned, minimum)
        case .adopted: words.majority(figures, reached: true)
        case .notAdopted: figures.tally.for == 0 ? words.nobody : words.majority(figures, reached: false)
        case .tieDecided(let choice, let decision): words.tie(figures) + "; " + words.decided(choice, decision)
        case .tieAwaiting: words.tie(figures) + "; " + words.awaiting
        case .tieExpired: words.tie(figures) + "; " + words.expired
        }
    }

    /// Whether readers could take the result for a tie, although the rules see none or nobody decides it.
    private func isBalanced(_ figures: PollFigures) -> Bool {
        guard figures.tally.for > 0 else { return false }
        if eligibleDecider == nil { return isTie(figures) }
        return figures.tally.for == figures.tally.against
            || rules.adoption.fraction.isMatched(by: figures.tally.for, of: figures.base)
    }
}

/// What a language must be able to say about a poll. Sentences without their full stop, except whole remarks.
protocol PollWords {
    func verdict(_ ground: PollGround) -> String
    var emptyRoster: String { get }
    func noQuorum(_ figures: PollFigures) -> String
    func tooFewReturned(_ returned: Int, _ minimum: Int) -> String
    func majority(_ figures: PollFigures, reached: Bool) -> String
    var nobody: String { get }
    func tie(_ figures: PollFigures) -> String
    func decided(_ choice: Choice, _ decision: PollGround.Decision) -> String
    var awaiting: String { get }
    var expired: String { get }
    func unappliedTie(_ figures: PollFigures) -> String?
    func silence(_ count: Int) -> String
    /// Closed before the deadline, with so many slips still out.
    func certain(_ out: Int) -> String
    var unconfirmed: String { get }
}
