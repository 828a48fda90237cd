import Cabinet
import Rules

extension BigScreenModel.Together {
    /// One choice is a ballot in each, so the first says how many have voted; a verdict stands beside each question.
    init(_ polls: [PollView], _ scene: MeetingScene, _ p: Phrases) {
        togetherTurnout = polls.first { $0.state == .open }.map {
            Turnout(togetherPollId: $0.id.text, togetherWord: p.t("screen.returned"), togetherCount: "\(min($0.returned, $0.entitled))/\($0.entitled)")
        }
        togetherLines = polls.map { poll in
            let said = poll.state == .open ? nil : poll.verdict.map { p.outcome($0.outcome, method: poll.method) }
            let count = poll.verdict?.approval.map { " \($0.tally.for)/\($0.base)" } ?? ""
            return Line(
                togetherNumber: scene.item(poll.item).map(\.label) ?? "", togetherTitle: poll.title, togetherClass: said?.kind ?? "",
                togetherSymbol: said?.symbol ?? "vote", togetherVerdict: said.map { $0.word + count })
        }
    }
}
