import Rules
import Wire

extension Poll {
    /// How many characters of a digest people compare.
    private static let shortDigest = 8

    /// The poll for people: question, subject, result as the law says it, the named list.
    var lines: [TerminalText] {
        let language = Tongue.current
        var lines: [TerminalText] = ["\(title, .bold)  \(id, .dim)", "\(stateWord)"]
        if let subject {
            let digest = subject.sha256.prefix(Self.shortDigest)
            lines.append(
                Tongue.pick(
                    vi: "Văn bản \(subject.documentId), bản \(subject.version) · \(digest)",
                    en: "Document \(subject.documentId), version \(subject.version) · \(digest)"))
        }
        if let tally { lines.append(Self.line(tally)) }
        if let heads, heads != tally {
            lines.append(Tongue.pick(vi: "Theo số người: \(Self.line(heads))", en: "By heads: \(Self.line(heads))"))
        }
        for option in options ?? [] {
            let mark = elected?.contains(option.id) == true ? "✓" : " "
            lines.append("\(mark) \(option.title)\(option.count.map { ": \($0)" } ?? "")")
        }
        if let because { lines.append("\(language == .english ? because.en : because.vi, .bold)") }
        for vote in named ?? [] {
            lines.append("  \(vote.name): \(word(of: vote))")
        }
        return lines
    }

    private var stateWord: String {
        switch state {
        case .draft: Tongue.pick(vi: "Chưa mở", en: "Not open yet")
        case .open: Tongue.pick(vi: "Đang biểu quyết", en: "Open")
        case .closed: Tongue.pick(vi: "Đã đóng", en: "Closed")
        case .annulled: Tongue.pick(vi: "Đã hủy", en: "Annulled")
        }
    }

    private func word(of vote: NamedVote) -> String {
        if let choice = vote.choice { return choice.name[Tongue.current] }
        guard let selections = vote.selections else { return Tongue.pick(vi: "không có phiếu", en: "no ballot") }
        return selections.map { id in options?.first { $0.id == id }?.title ?? id.text }.joined(separator: ", ")
    }

    private static func line(_ tally: Tally) -> TerminalText {
        Tongue.pick(
            vi: "Tán thành \(tally.for) · Không tán thành \(tally.against) · Không biểu quyết \(tally.abstain) · Không có phiếu \(tally.none)",
            en: "For \(tally.for) · Against \(tally.against) · Abstain \(tally.abstain) · No ballot \(tally.none)")
    }
}
