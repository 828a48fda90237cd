import Cabinet
import Rules

extension PollModel {
    /// Seats in a row of the bar in the panel.
    static let seatsPerRow = 11

    init(_ poll: PollView, in scene: MeetingScene, _ p: Phrases, sentences: (Refusal) -> String) {
        let t = p.t
        let item = scene.item(poll.item)
        pollId = poll.id.text
        phase = poll.state.rawValue
        heading =
            item.map { t(poll.round > 1 ? "poll.headingRound" : "poll.headingItem", ["number": "\($0.number)", "round": "\(poll.round)"]) } ?? t("poll.heading")
        question = poll.title
        subject = poll.subject.map { subject in
            Subject(
                href: "\(scene.path)?doc=\(subject.document)", documentId: subject.document.text, subjectTitle: poll.subjectTitle ?? "",
                subjectVersion: t("paper.version", ["version": "\(subject.version)"]), subjectDigest: subject.sha256, subjectShort: p.short(subject.sha256))
        }
        ruleLine = scene.ruleLine(poll, p)
        ruleNoteTitle = t(poll.rules.status == .unconfirmed ? "poll.basisUnconfirmed" : "poll.basis")
        ruleNote = poll.rules.source.flatMap { $0.isEmpty ? nil : $0 } ?? (poll.rules.status == .unconfirmed ? t("poll.ruleUnconfirmed") : nil)
        let isOpen = poll.state == .open
        ballot = isOpen && poll.whyNot == nil && scene.caller.person != nil ? Ballot(poll, p) : nil
        mineLine = ballot == nil ? poll.mine.map { t("poll.mine", ["choice": p.choice($0).word, "code": poll.myReceipt ?? ""]) } : nil
        whyNot = isOpen ? poll.whyNot.map(sentences) : nil
        casting = poll.state == .closed && poll.result?.outcome == .awaitingChairman ? Casting(poll, in: scene, p) : nil
        turnout = isOpen ? Turnout(poll, p) : nil
        outstanding = poll.outstanding.map { Outstanding($0, scene, p) }
        result = isOpen ? nil : poll.result.map { ResultModel(poll, $0, p) }
    }
}

extension PollModel.Ballot {
    init(_ poll: PollView, _ p: Phrases) {
        ballotUrl = "/api/v1/polls/\(poll.id)/ballots"
        recordedChoice = poll.mine?.rawValue ?? ""
        recordedWord = poll.mine.map { p.choice($0).word } ?? ""
        receipt = poll.myReceipt ?? ""
        choices = [Choice.for, .against, .abstain].map { choice in
            let said = p.choice(choice)
            return PollModel.Choice(
                value: choice.rawValue, word: said.word, choiceClass: said.kind, choiceSymbol: said.symbol, chosen: poll.mine == choice)
        }
    }
}

extension PollModel.Turnout {
    init(_ poll: PollView, _ p: Phrases) {
        let returned = min(poll.returned, poll.members)
        let heads = poll.result?.heads
        let groups =
            heads.map { [("for", $0.for), ("against", $0.against), ("abstain", $0.abstain), ("empty", $0.none)] } ?? [
                ("returned", returned), ("empty", poll.members - returned),
            ]
        let bar = SeatBar(groups, perRow: PollModel.seatsPerRow)
        turnoutPollId = poll.id.text
        live = heads != nil
        viewBox = bar.viewBox
        seats = bar.seats
        turnoutText = p.t("poll.turnoutText", ["returned": "\(returned)", "of": "\(poll.members)"])
        turnoutCount = "\(returned)/\(poll.members)"
        turnoutNote = p.t(poll.show == .live ? "poll.live" : "poll.hidden")
        closesAt = poll.closesAt?.ms
        closesAtText = poll.closesAt.map(p.moment)
    }
}

extension PollModel.Outstanding {
    init(_ users: [UserID], _ scene: MeetingScene, _ p: Phrases) {
        let missing = Set(users)
        outstandingTitle = p.t("poll.outstanding", ["n": "\(users.count)"])
        outstandingNames = users.isEmpty ? p.t("poll.allVoted") : scene.roster.filter { missing.contains($0.user) }.map(\.name).joined(separator: ", ")
    }
}

extension PollModel.Casting {
    init(_ poll: PollView, in scene: MeetingScene, _ p: Phrases) {
        castingText = p.t(poll.mayDecide ? "poll.castingMine" : "poll.castingOther")
        castingUntil = poll.castingUntil?.ms
        castingUntilText = poll.castingUntil.map(p.moment)
        castingActions =
            poll.mayDecide
            ? [Choice.for, .against].map { choice in
                let word = p.choice(choice).word
                return ActionModel(
                    label: word, url: "/api/v1/polls/\(poll.id)/casting-vote", payload: #"{"choice":"\#(choice.rawValue)","basis":"cast"}"#,
                    confirmation: p.t("poll.castingConfirm", ["choice": word]), symbol: p.choice(choice).symbol, tone: "choice \(choice.rawValue)")
            } : []
    }
}
