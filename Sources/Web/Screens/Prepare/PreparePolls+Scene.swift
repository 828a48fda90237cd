import Cabinet
import Rules

extension PreparePolls {
    init(_ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        pollRows = scene.polls.map { PollRow($0, scene, p) }
        addUrl = scene.allows(.polls) ? "\(scene.api)/polls" : nil
        itemOptions =
            [OptionModel(value: "", label: t("polls.noItem"))] + scene.items.map { OptionModel(value: $0.id.text, label: "\($0.label). \($0.title)") }
        subjectOptions =
            [OptionModel(value: "", label: t("polls.noSubject"))]
            + scene.documents.map { document in
                let subject = Subject(documentId: document.id.text, version: document.version, sha256: document.sha256)
                let number = scene.item(document.item).map { "\($0.label). " } ?? ""
                return OptionModel(value: JSONLine.of(subject), label: "\(number)\(document.title), \(t("paper.version", ["version": "\(document.version)"]))")
            }
        methodOptions = PollMethod.allCases.map { OptionModel(value: $0.rawValue, label: t("ballot.method.\($0.rawValue)")) }
        secrecyOptions = PollSecrecy.allCases.map { OptionModel(value: $0.rawValue, label: t("ballot.secrecy.\($0.rawValue)")) }
        slipForm = scene.meeting.type == .circulated && scene.allows(.polls) ? PreparePolls.SlipForm(scene, p) : nil
        takingOptions = PollTaking.allCases.map { OptionModel(value: $0.rawValue, label: t("count.taking.\($0.rawValue)")) }
        amendsOptions =
            [OptionModel(value: "", label: t("round.amendsNone"))]
            + scene.polls.filter { $0.state == .draft && $0.amends == nil }.map { OptionModel(value: $0.id.text, label: $0.title) }
        showOptions = [OptionModel(value: PollShow.atClose.rawValue, label: t("polls.showAtClose")), OptionModel(value: PollShow.live.rawValue, label: t("polls.showLive"))]
    }

    /// The exact bytes that will be voted on.
    private struct Subject: Encodable {
        var documentId: String
        var version: Int
        var sha256: String
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
            poll.round > 1 ? t("polls.round", ["round": "\(poll.round)"]) : nil, poll.secrecy == .secret ? t("ballot.secret") : nil,
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
        let mayAnnul = scene.standing.conducts && scene.allows(.polls) && (poll.state == .open || poll.state == .closed)
        let undecided = poll.state == .annulled || (poll.state == .closed && [.noQuorum, .tie].contains(poll.verdict?.outcome))
        again =
            scene.standing.conducts && scene.allows(.polls) && undecided && !scene.polls.contains { $0.repeats == poll.id }
            ? ActionModel(label: t("round.again"), url: "/api/v1/polls/\(poll.id)/repeat", confirmation: t("round.againConfirm", ["question": poll.title]), symbol: "vote")
            : nil
        annulUrl = mayAnnul ? "/api/v1/polls/\(poll.id)/annul" : nil
    }
}
