import Cabinet
import Rules

extension PreparePolls {
    init(_ scene: MeetingScene, _ p: Phrases) {
        pollRows = scene.polls.map { PollRow($0, scene, p) }
        addUrl = scene.allows(.polls) ? "\(scene.api)/polls" : nil
        blank = PollFields(nil, scene, p)
        slipForm = scene.meeting.type == .circulated && scene.allows(.polls) ? PreparePolls.SlipForm(scene, p) : nil
    }
}

extension PreparePolls.SlipForm {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let circulation = scene.circulation
        slipUrl = "\(scene.api)/circulation"
        slipReason = circulation?.reason ?? ""
        slipNumber = circulation?.number ?? ""
        slipDate = circulation?.issuedOn?.description ?? ""
        slipSubmitter = circulation?.submitter ?? ""
        slipDays = circulation?.workingDays ?? Circulations.usualDays
        slipApproved = circulation?.approvedAt.map { p.t("slip.approvedAt", ["time": p.moment($0)]) } ?? p.t("slip.notApproved")
        slipApprovedClass = circulation?.approvedAt == nil ? "warn" : "ok"
        approve = nil
    }
}

extension PreparePolls.PollRow {
    init(_ poll: PollView, _ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        let sign: Phrases.Sign =
            switch poll.state {
            case .draft: .init(kind: "none", symbol: "empty", word: t("polls.draft"))
            case .open: .init(kind: "warn", symbol: "vote", word: t("polls.open"))
            case .closed: .init(kind: "ok", symbol: "check", word: poll.verdict.map { p.outcome($0.outcome, of: poll).word } ?? t("polls.closed"))
            case .annulled: .init(kind: "none", symbol: "cross", word: t("polls.annulled"))
            }
        pollId = poll.id.text
        number = scene.item(poll.item).map { "\($0.label)" } ?? ""
        question = poll.title
        pollNote = p.line(
            scene.round(of: poll, p), poll.secrecy == .secret ? t("ballot.secret") : nil,
            poll.method == .approval ? nil : t("ballot.method.\(poll.method.rawValue)"), poll.taking == .devices ? nil : t("count.taking.\(poll.taking.rawValue)"),
            poll.amends.flatMap { id in scene.polls.first { $0.id == id } }.map { t("round.amends", ["question": $0.title]) },
            poll.durationS.map { t("round.duration", ["n": "\($0)"]) }, poll.options.isEmpty ? nil : poll.options.map(\.title).joined(separator: ", "),
            t(poll.show == .live ? "polls.showLive" : "polls.showAtClose"),
            poll.state == .annulled ? poll.annulReason : nil)
        subjectTitle = poll.subject == nil ? t("polls.noSubject") : poll.subjectTitle ?? ""
        subjectLine = poll.subject.map { t("polls.subjectLine", ["version": "\($0.version)", "digest": p.short($0.sha256)]) } ?? ""
        ruleLine = scene.ruleLine(poll, p)
        stateClass = poll.verdict?.outcome == .notAdopted && poll.state == .closed ? "bad" : sign.kind
        stateSymbol = sign.symbol
        stateWord = sign.word
        again = scene.again(poll, p, tone: "btn quiet compact")
        annulUrl = scene.annulUrl(poll)
        let isDraft = poll.state == .draft && scene.standing.conducts && scene.allows(.polls)
        edit = isDraft ? PollFields(poll, scene, p) : nil
        drop =
            isDraft
            ? ActionModel(label: t("polls.drop"), method: "DELETE", url: "/api/v1/polls/\(poll.id)", confirmation: t("polls.dropConfirm", ["question": poll.title]), symbol: "remove")
            : nil
    }
}
