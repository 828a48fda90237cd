import Cabinet
import Rules

extension OpenPollModel {
    /// Every open poll the viewer may know of, in the order of their opening. The first is unfolded; those of the consent list, which
    /// has one choice for all, wait one tap away.
    static func all(in scene: MeetingScene, _ p: Phrases, sentences: (Refusal) -> String) -> [OpenPollModel] {
        let open = scene.openPolls
        let together = scene.consent.open.count > 1 ? Set(scene.consent.open) : []
        let first = open.first { !together.contains($0.id) }?.id
        return open.enumerated().map { index, poll in
            let place = ["number": "\(index + 1)", "of": "\(open.count)", "question": poll.title]
            return OpenPollModel(
                openId: poll.id.text, openNumber: index + 1, openName: p.t("openPolls.go", place), openHead: open.count > 1 ? p.t("openPolls.head", place) : nil, openQuestion: poll.title,
                openSign: Sign(poll, scene, p), folded: open.count > 1 && poll.id != first, openPoll: PollModel(poll, in: scene, p, sentences: sentences))
        }
    }
}

extension OpenPollModel.Sign {
    init?(_ poll: PollView, _ scene: MeetingScene, _ p: Phrases) {
        guard scene.caller.person != nil, poll.hasVoted || poll.whyNot == nil else { return nil }
        signClass = poll.hasVoted ? "ok" : "warn"
        signSymbol = poll.hasVoted ? "check" : "empty"
        signWord = p.t(poll.hasVoted ? "openPolls.sent" : "openPolls.unsent")
    }
}
