import Cabinet
import Rules

extension ResultModel {
    init(_ poll: PollView, _ result: PollResult, _ p: Phrases, perRow: Int = PollModel.seatsPerRow) {
        let t = p.t
        let heads = result.heads
        let numbers: [(Choice?, Int)] = [(.for, heads.for), (.against, heads.against), (.abstain, heads.abstain), (nil, heads.none)]
        let bar = SeatBar(numbers.map { (p.choice($0.0).kind, $0.1) }, perRow: perRow)
        let (verdict, remarks) = Self.parted(p.language == .vietnamese ? result.because.vi : result.because.en)
        let isVoid = poll.state == .annulled
        let said = p.outcome(result.outcome)
        resultPollId = poll.id.text
        outcomeWord = isVoid ? t("poll.annulledWord") : said.word
        outcomeClass = isVoid ? "void" : said.kind
        outcomeSymbol = isVoid ? "cross" : said.symbol
        sentence = isVoid ? t("poll.annulled", ["reason": poll.annulReason]) : verdict
        resultViewBox = bar.viewBox
        resultSeats = bar.seats
        resultText = numbers.map { "\(p.choice($0.0).word) \($0.1)" }.joined(separator: ", ")
        counts = numbers.map { choice, number in
            let word = p.choice(choice)
            return CountModel(countWord: word.word, countNumber: "\(number)", countSymbol: word.symbol, countClass: word.kind)
        }
        because = isVoid ? verdict : remarks
        resultNote = p.line(
            result.present.map { present in t("lamp.sentence\(present >= (result.quorumNeeded ?? 0) ? "Enough" : "Short")", [
                "present": "\(present)", "members": "\(result.members)", "needed": "\(result.quorumNeeded ?? 0)",
                "missing": "\(max(0, (result.quorumNeeded ?? 0) - present))",
            ]) },
            result.remote > 0 ? t("result.remote", ["n": "\(result.remote)"]) : nil,
            result.tally != heads ? t("result.weighted", ["for": "\(result.tally.for)", "base": "\(result.base)"]) : nil)
        names = Self.names(poll, p)
        hasNames = !names.isEmpty
    }

    private static func names(_ poll: PollView, _ p: Phrases) -> [NamesModel] {
        guard let named = poll.named else { return [] }
        return [Choice.for, .against, .abstain, nil].compactMap { choice in
            let those = named.filter { $0.choice == choice }
            guard !those.isEmpty else { return nil }
            let word = p.choice(choice)
            return NamesModel(nameWord: "\(word.word) (\(those.count))", nameSymbol: word.symbol, nameList: those.map(\.name).joined(separator: ", "))
        }
    }

    /// The sentence of the verdict, and what is remarked behind it.
    private static func parted(_ text: String) -> (String, String) {
        guard let end = text.firstRange(of: ". ") else { return (text.hasSuffix(".") ? String(text.dropLast()) : text, "") }
        return (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
    }
}
