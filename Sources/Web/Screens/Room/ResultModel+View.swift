import Cabinet
import Rules

extension ResultModel {
    init(_ poll: PollView, _ verdict: PollVerdict, _ p: Phrases, perRow: Int = PollModel.seatsPerRow) {
        let t = p.t
        let because = verdict.because
        let (sentence, remarks) = Self.parted(p.language == .vietnamese ? because.vi : because.en)
        let isVoid = poll.state == .annulled
        let said = p.outcome(verdict.outcome, of: poll)
        resultPollId = poll.id.text
        outcomeWord = isVoid ? t("poll.annulledWord") : said.word
        outcomeClass = isVoid ? "void" : said.kind
        outcomeSymbol = isVoid ? "cross" : said.symbol
        self.sentence = isVoid ? t("poll.annulled", ["reason": poll.annulReason]) : sentence
        self.because = isVoid ? sentence : remarks
        let bar: SeatBar
        switch verdict {
        case .approval(let result): (bar, counts, resultText) = Self.numbers(result, p, perRow: perRow, onSlip: poll.isCirculated)
        case .election(let result): (bar, counts, resultText) = Self.numbers(result, p, perRow: perRow)
        }
        resultViewBox = bar.viewBox
        resultSeats = bar.seats
        resultNote = p.line(
            verdict.present.map { present in t("lamp.sentence\(present >= (verdict.quorumNeeded ?? 0) ? "Enough" : "Short")", [
                "present": "\(present)", "members": "\(verdict.members)", "needed": "\(verdict.quorumNeeded ?? 0)",
                "missing": "\(max(0, (verdict.quorumNeeded ?? 0) - present))",
            ]) },
            poll.secrecy == .secret ? t("ballot.secret") : nil, poll.taking == .devices ? nil : t("count.taking.\(poll.taking.rawValue)"),
            verdict.approval.flatMap { $0.remote > 0 && !poll.isCirculated ? t("result.remote", ["n": "\($0.remote)"]) : nil },
            verdict.approval.flatMap { $0.tally != $0.heads ? t("result.weighted", ["for": "\($0.tally.for)", "base": "\($0.base)"]) : nil })
        names = Self.names(poll, p)
        hasNames = !names.isEmpty
        proofHref = poll.closedAt == nil ? nil : "/api/v1/polls/\(poll.id)/proof"
        secretList = poll.slips.flatMap { $0.isEmpty ? nil : SecretListModel(poll, $0, p) }
    }

    private static func numbers(_ result: PollResult, _ p: Phrases, perRow: Int, onSlip: Bool) -> (SeatBar, [CountModel], String) {
        let heads = result.heads
        let numbers: [(Choice?, Int)] = [(.for, heads.for), (.against, heads.against), (.abstain, heads.abstain), (nil, heads.none)]
        let counts = numbers.map { choice, number in
            let word = p.choice(choice, onSlip: onSlip)
            return CountModel(countWord: word.word, countNumber: "\(number)", countSymbol: word.symbol, countClass: word.kind)
        }
        return (
            SeatBar(numbers.map { (p.choice($0.0).kind, $0.1) }, perRow: perRow), counts, numbers.map { "\(p.choice($0.0, onSlip: onSlip).word) \($0.1)" }.joined(separator: ", "))
    }

    /// Most votes first; the bar says only who sent a ballot.
    private static func numbers(_ result: ElectionResult, _ p: Phrases, perRow: Int) -> (SeatBar, [CountModel], String) {
        let lines = result.options.sorted { $0.count > $1.count }.map { option in
            let isIn = result.elected.contains(option.id)
            let isTied = result.tied.contains(option.id)
            return CountModel(
                countWord: option.title, countNumber: "\(option.count)/\(result.base)", countSymbol: isIn ? "check" : isTied ? "question" : "empty",
                countClass: isIn ? "for" : "none")
        }
        let blank = CountModel(countWord: p.t("ballot.blank"), countNumber: "\(result.blank)", countSymbol: "dash", countClass: "abstain")
        let absent = max(0, result.members - result.castHeads)
        let silent = CountModel(countWord: p.choice(nil).word, countNumber: "\(absent)", countSymbol: "empty", countClass: "none")
        let counts = lines + [blank, silent]
        return (
            SeatBar([("returned", result.castHeads), ("empty", absent)], perRow: perRow), counts, counts.map { "\($0.countWord) \($0.countNumber)" }.joined(separator: ", "))
    }

    private static func names(_ poll: PollView, _ p: Phrases) -> [NamesModel] {
        guard let named = poll.named else { return [] }
        let isWeighted = named.contains { $0.weight != 1 }
        func list(_ those: [NamedBallot]) -> String {
            those.map { line in
                let name = line.remote && !poll.isCirculated ? p.t("ballot.remoteName", ["name": line.name]) : line.name
                return isWeighted ? "\(name) (\(line.weight))" : name
            }.joined(separator: ", ")
        }
        let apart = named.filter { $0.recused && $0.choice == nil && $0.selections == nil }
        let recused = apart.isEmpty ? [] : [NamesModel(nameWord: "\(p.t("ballot.recused")) (\(apart.count))", nameSymbol: "dash", nameList: list(apart))]
        if poll.method != .approval {
            let groups = poll.options.map { option in (option.title, "check", named.filter { $0.selections?.contains(option.id) ?? false }) }
                + [
                    (p.t("ballot.blank"), "dash", named.filter { $0.selections?.isEmpty ?? false }),
                    (p.choice(nil).word, "empty", named.filter { $0.selections == nil && !$0.recused }),
                ]
            return groups.filter { !$0.2.isEmpty }.map { NamesModel(nameWord: "\($0.0) (\($0.2.count))", nameSymbol: $0.1, nameList: list($0.2)) } + recused
        }
        return [Choice.for, .against, .abstain, nil].compactMap { choice in
            let those = named.filter { $0.choice == choice && (choice != nil || !$0.recused) }
            guard !those.isEmpty else { return nil }
            let word = p.choice(choice, onSlip: poll.isCirculated)
            return NamesModel(nameWord: "\(word.word) (\(those.count))", nameSymbol: word.symbol, nameList: list(those))
        } + recused
    }

    /// The sentence of the verdict, and what is remarked behind it.
    private static func parted(_ text: String) -> (String, String) {
        guard let end = text.firstRange(of: ". ") else { return (text.hasSuffix(".") ? String(text.dropLast()) : text, "") }
        return (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
    }
}

extension SecretListModel {
    init(_ poll: PollView, _ slips: [Slip], _ p: Phrases) {
        slipsPollId = poll.id.text
        self.slips = slips.map { slip in
            let said = slip.choice.map(p.choice)
            return SlipModel(
                slipTracker: slip.tracker, slipTrackerText: p.groups(slip.tracker), slipVote: said?.word ?? p.titles(slip.selections ?? [], of: poll),
                slipSymbol: said?.symbol ?? (slip.selections?.isEmpty ?? true ? "dash" : "check"))
        }
    }
}
