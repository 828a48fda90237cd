import Cabinet
import Rules

extension PollModel {
    /// Seats in a row of the bar in the panel.
    static let seatsPerRow = 11

    init(_ poll: PollView, in scene: MeetingScene, _ p: Phrases, sentences: (Refusal) -> String) {
        let t = p.t
        let item = scene.item(poll.item)
        pollId = poll.id.text
        let isPaused = poll.state == .open && scene.meeting.state == .paused
        phase = isPaused ? "paused" : poll.state.rawValue
        pausedText = isPaused ? p.line(t("openPolls.paused"), poll.remainingMS.map { t("openPolls.left", ["time": p.minutes($0)]) }) : nil
        heading = p.line(item.map { t("poll.headingItem", ["number": "\($0.label)"]) } ?? t("poll.heading"), scene.round(of: poll, p))
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
        let isInBox = poll.secrecy == .secret && poll.hasVoted
        ballot = isOpen && (poll.whyNot == nil || isInBox) && scene.caller.person != nil ? Ballot(poll, p) : nil
        mineLine = ballot == nil ? poll.mine.map { t("poll.mine", ["choice": p.vote($0, of: poll), "code": poll.myReceipt ?? ""]) } : nil
        mineText = poll.myText
        whyNot = isOpen && !isInBox ? poll.whyNot.map(sentences) : nil
        casting = poll.state == .closed && poll.result?.outcome == .awaitingChairman ? Casting(poll, in: scene, p) : nil
        turnout = isOpen && poll.taking == .devices ? Turnout(poll, p) : nil
        outstanding = poll.outstanding.map { Outstanding($0, of: poll.id, scene, p) }
        let rounds = scene.rounds(of: poll)
        history = rounds.map { History($0, p) }
        hasHistory = !rounds.isEmpty
        again = scene.again(poll, p, tone: "btn quiet wide")
        annulUrl = scene.annulUrl(poll)
        nudge =
            (poll.outstanding?.isEmpty ?? true)
            ? nil : ActionModel(label: t("round.nudge"), url: "/api/v1/polls/\(poll.id)/nudge", symbol: "bell", tone: "btn quiet compact")
        early = poll.earlyClosing.flatMap { Early($0, poll, p) }
        deadline = poll.isCirculated && isOpen ? poll.closesAt.map { Deadline(deadlineMs: $0.ms, deadlineText: t("slip.deadline", ["time": p.moment($0)])) } : nil
        let isOverSlip = poll.isCirculated && poll.closedAt != nil && poll.secrecy == .open && poll.method == .approval
        slipHref = poll.isCirculated && poll.openedAt != nil && poll.secrecy == .open && poll.method == .approval ? "/polls/\(poll.id)/slip" : nil
        opinionsHref = isOverSlip ? "/polls/\(poll.id)/opinions" : nil
        let hasSeat = scene.roster.contains { $0.user == scene.caller.person?.id && $0.role.isSeat }
        lateUrl = isOverSlip && poll.state == .closed && hasSeat && !poll.hasVoted ? "/api/v1/polls/\(poll.id)/late-slips" : nil
        lateChoices = [Rules.Choice.for, .against, .abstain].map { OptionModel(value: $0.rawValue, label: p.choice($0, onSlip: true).word) }
        counting = CountingModel(poll, in: scene, p)
        byHandNote = isOpen && poll.taking != .devices && counting == nil ? t("count.note.\(poll.taking.rawValue)") : nil
        if byHandNote != nil || counting != nil { whyNot = nil }
        result = isOpen ? nil : poll.verdict.map { ResultModel(poll, $0, p) }
    }
}

extension PollModel.History {
    init(_ poll: PollView, _ p: Phrases) {
        let isVoid = poll.state == .annulled
        let said = poll.verdict.map { p.outcome($0.outcome, of: poll) }
        let name = p.t(poll.amends == nil ? "round.line" : "round.amendment", ["round": "\(poll.round)", "question": poll.title])
        historyText = isVoid ? p.line(name, poll.annulReason) : name
        historyOutcome = isVoid ? p.t("poll.annulledWord") : said?.word ?? p.t(poll.state == .open ? "polls.open" : "polls.draft")
        historyClass = isVoid ? "void" : said?.kind ?? "none"
        historySymbol = isVoid ? "cross" : said?.symbol ?? "empty"
    }
}

extension MeetingScene {
    /// What came before a poll: the rounds it repeats, the first one first, and amendments to the question.
    func rounds(of poll: PollView) -> [PollView] {
        var earlier: [PollView] = []
        var last = poll
        while let before = last.repeats.flatMap({ id in polls.first { $0.id == id } }), earlier.count < Self.mostRounds {
            earlier.insert(before, at: 0)
            last = before
        }
        let asked = Set(earlier.map(\.id) + [poll.id])
        return earlier + polls.filter { $0.amends.map(asked.contains) ?? false }
    }

    /// More rounds of one question than anybody holds.
    private static let mostRounds = 20
}

extension PollModel.Ballot {
    init(_ poll: PollView, _ p: Phrases) {
        ballotUrl = "/api/v1/polls/\(poll.id)/ballots"
        recordedChoice = poll.mine?.word ?? ""
        receipt = poll.myReceipt ?? ""
        recordedWord = poll.mine.map { p.vote($0, of: poll) } ?? ""
        isSecret = poll.secrecy == .secret
        isInBox = isSecret && poll.hasVoted
        note =
            isSecret || poll.method != .approval
            ? nil : PollModel.Note(isOnSlip: poll.isCirculated, noteText: poll.myText ?? "", noteOpen: !(poll.myText ?? "").isEmpty)
        if poll.method != .approval {
            choices = []
            optionSheet = PollModel.OptionSheet(poll, p)
            return
        }
        choices = [Choice.for, .against, .abstain].map { choice in
            let said = p.choice(choice, onSlip: poll.isCirculated)
            return PollModel.Choice(
                value: choice.rawValue, word: said.word, choiceClass: said.kind, choiceSymbol: said.symbol, chosen: poll.mine == .choice(choice))
        }
    }
}

extension PollModel.OptionSheet {
    init(_ poll: PollView, _ p: Phrases) {
        places = poll.places
        inputKind = poll.places == 1 ? "radio" : "checkbox"
        optionHint = p.t(poll.places == 1 ? "ballot.hintOne" : "ballot.hintMany", ["n": "\(poll.places)"])
        optionLines = poll.options.map {
            PollModel.OptionLine(optionId: $0.id.text, optionTitle: $0.title, optionChosen: poll.mine?.selections?.contains($0.id) ?? false)
        }
    }
}

extension PollModel.Turnout {
    init(_ poll: PollView, _ p: Phrases) {
        let returned = min(poll.returned, poll.entitled)
        let heads = poll.result?.heads
        let groups =
            heads.map { [("for", $0.for), ("against", $0.against), ("abstain", $0.abstain), ("empty", $0.none)] } ?? [
                ("returned", returned), ("empty", poll.entitled - returned),
            ]
        let bar = SeatBar(groups, perRow: PollModel.seatsPerRow)
        turnoutPollId = poll.id.text
        live = heads != nil
        viewBox = bar.viewBox
        seats = bar.seats
        turnoutText = p.t("poll.turnoutText", ["returned": "\(returned)", "of": "\(poll.entitled)"])
        turnoutCount = "\(returned)/\(poll.entitled)"
        turnoutNote = p.t(poll.show == .live ? "poll.live" : "poll.hidden")
        closesAt = poll.closesAt?.ms
        closesAtText = poll.closesAt.map(p.moment)
    }
}

extension PollModel.Early {
    /// Nil where the rules say nothing about certainty and closing is open at any time.
    init?(_ closing: EarlyClosing, _ poll: PollView, _ p: Phrases) {
        let numbers = ["returned": "\(poll.returned)", "of": "\(poll.returned + closing.outstanding)", "out": "\(closing.outstanding)"]
        switch (closing.isCertain, closing.barred) {
        case (true?, _):
            earlyText = p.t(closing.outstanding == 0 ? "slip.certainAll" : "slip.certain", numbers)
            (earlyClass, earlySymbol) = ("ok", "check")
        case (false?, _):
            earlyText = p.t("slip.uncertain", numbers)
            (earlyClass, earlySymbol) = ("none", "clock")
        case (nil, _?):
            earlyText = p.t("slip.toDeadline", numbers)
            (earlyClass, earlySymbol) = ("none", "clock")
        case (nil, nil): return nil
        }
    }
}

extension PollModel.Outstanding {
    init(_ users: [UserID], of poll: PollID, _ scene: MeetingScene, _ p: Phrases) {
        let missing = Set(users)
        outstandingTitle = users.isEmpty ? p.t("poll.allVoted") : p.t("poll.outstanding", ["n": "\(users.count)"])
        nudgeUrl = "/api/v1/polls/\(poll)/nudge"
        self.missing = scene.roster.filter { missing.contains($0.user) }.map { line in
            PollModel.Missing(
                missingId: line.user.text, missingName: line.name, isConnected: scene.connected.contains(line.user), nudgeOne: p.t("openPolls.nudgeOne", ["name": line.name]),
                nudgeSaid: p.t("openPolls.nudged", ["name": line.name]), nudgeWish: #"{"userId":"\#(line.user)"}"#)
        }
    }
}

extension PollModel.Casting {
    init(_ poll: PollView, in scene: MeetingScene, _ p: Phrases) {
        castingText = p.t(poll.mayDecide ? "poll.castingMine" : poll.rules.tie.decidedBy == .presiding ? "poll.castingPresiding" : "poll.castingOther")
        castingNote = poll.mayDeclare ? p.t("ballot.declareNote") : nil
        castingUntil = poll.castingUntil?.ms
        castingUntilText = poll.castingUntil.map(p.moment)
        castingActions =
            poll.mayDecide || poll.mayDeclare
            ? [Choice.for, .against].map { choice in
                let word = p.choice(choice).word
                return ActionModel(
                    label: word, url: "/api/v1/polls/\(poll.id)/casting-vote", payload: #"{"choice":"\#(choice.rawValue)","basis":"\#(poll.mayDecide ? "cast" : "declared")"}"#,
                    confirmation: p.t(poll.mayDecide ? "poll.castingConfirm" : "ballot.declareConfirm", ["choice": word]), symbol: p.choice(choice).symbol, tone: "choice \(choice.rawValue)")
            } : []
    }
}
