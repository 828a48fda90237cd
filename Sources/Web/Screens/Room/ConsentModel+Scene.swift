import Cabinet
import Rules

extension ConsentModel {
    /// Nil where nothing is proposed and nothing runs.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let open = scene.polls.filter { scene.consent.open.contains($0.id) && $0.state == .open }
        let proposed = scene.polls.filter { scene.consent.proposed.contains($0.id) }
        let shown = open.isEmpty ? proposed : open
        guard !shown.isEmpty, open.count > 1 || (scene.standing.conducts && scene.isRunning && proposed.count > 1) else { return nil }
        consentTitle = t(open.isEmpty ? "consent.proposed" : "consent.open", ["n": "\(shown.count)"])
        consentItems = shown.map { Item($0, scene, p) }
        consentActions = []
        if scene.standing.conducts {
            consentActions = [
                open.isEmpty
                    ? ActionModel(
                        label: t("consent.openAll", ["n": "\(proposed.count)"]), url: "\(scene.api)/consent-list/open",
                        confirmation: t("consent.openConfirm", ["n": "\(proposed.count)"]), symbol: "vote", tone: "btn primary",
                        blockedBecause: scene.openPoll.map { t("bar.closeBlocked", ["poll": $0.title]) }
                            ?? (scene.meeting.quorum.isMet ? nil : p.short("bar.openPollShort", scene.meeting.quorum)))
                    : ActionModel(label: t("consent.closeAll", ["n": "\(open.count)"]), url: "\(scene.api)/consent-list/close", symbol: "square", tone: "btn primary")
            ]
        }
        let mine = open.filter { $0.mine != nil }
        let mayVote = open.filter { $0.whyNot == nil }
        consentChoices =
            scene.caller.person == nil || mayVote.isEmpty
            ? []
            : [Choice.for, .against, .abstain].map { choice in
                let said = p.choice(choice)
                return Choices(value: choice.rawValue, word: said.word, choiceClass: said.kind, choiceSymbol: said.symbol)
            }
        let words = mine.compactMap { $0.mine.map { vote in p.vote(vote, of: open[0]) } }
        consentKey = "together-\(open.first?.id.text ?? "")"
        consentUrl = "\(scene.api)/consent-list/ballots"
        consentRecorded = Set(words).count == 1 ? mine[0].mine?.word ?? "" : ""
        consentWord = mine.isEmpty ? "" : Set(words).count == 1 ? words[0] : t("consent.mixed")
        consentReceipt = mine.compactMap(\.myReceipt).joined(separator: " ")
        hasConsentChoices = !consentChoices.isEmpty
        consentMine = mine.isEmpty ? nil : t("consent.mine", ["n": "\(mine.count)", "of": "\(open.count)"])
    }
}

extension ConsentModel.Item {
    init(_ poll: PollView, _ scene: MeetingScene, _ p: Phrases) {
        consentPoll = poll.id.text
        consentText = p.line(scene.item(poll.item).map { p.t("floor.aboutItem", ["number": "\($0.label)"]) }, poll.title)
        consentCode = poll.mine.map { p.t("consent.recorded", ["choice": p.vote($0, of: poll), "code": poll.myReceipt ?? ""]) }
    }
}
