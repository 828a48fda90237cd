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
        consentItems = shown.map { poll in
            Item(consentKey: poll.id.text, consentText: p.line(scene.item(poll.item).map { t("floor.aboutItem", ["number": "\($0.label)"]) }, poll.title))
        }
        consentActions = []
        if scene.standing.conducts {
            consentActions = [
                open.isEmpty
                    ? ActionModel(
                        label: t("consent.openAll", ["n": "\(proposed.count)"]), url: "\(scene.api)/consent-list/open",
                        confirmation: t("consent.openConfirm", ["n": "\(proposed.count)"]), symbol: "vote", tone: "btn primary",
                        blockedBecause: scene.openPoll.map { t("bar.closeBlocked", ["poll": $0.title]) }
                            ?? (scene.meeting.quorum.isMet ? nil : t("bar.openPollShort", scene.meeting.quorum.parameters)))
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
                return ActionModel(
                    label: said.word, url: "\(scene.api)/consent-list/ballots", payload: #"{"choice":"\#(choice.rawValue)"}"#,
                    confirmation: t("consent.castConfirm", ["choice": said.word, "n": "\(mayVote.count)"]), symbol: said.symbol, tone: "choice \(said.kind)")
            }
        hasConsentChoices = !consentChoices.isEmpty
        consentMine = mine.isEmpty ? nil : t("consent.mine", ["n": "\(mine.count)", "of": "\(open.count)"])
    }
}
