import Cabinet
import Rules

extension BarModel {
    /// The one next step of whoever conducts the meeting; nil for everyone else.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        guard scene.standing.conducts else { return nil }
        let steps = ConductSteps(scene: scene, p: p)
        let next = steps.next
        hint = next.hint
        primary = next.action
        primaryLink = next.link
        more = steps.others(besides: next.action)
        moreLinks = steps.links
        hasMore = !(more.isEmpty && moreLinks.isEmpty)
    }
}

/// What the person who conducts a meeting can do, and which of it comes next. The door asks again; here it is only offered.
struct ConductSteps: Sendable {
    struct Next: Sendable {
        var hint: String
        var action: ActionModel?
        var link: BarModel.Link?
    }

    let scene: MeetingScene
    let p: Phrases
    private var t: Words { p.t }
    private var meeting: MeetingView { scene.meeting }
    private var quorum: [String: String] { meeting.quorum.parameters }
    private var hasQuorum: Bool { meeting.type == .circulated || meeting.quorum.isMet }

    var next: Next {
        switch meeting.state {
        case .draft: Next(hint: t("bar.conveneHint"), action: scene.standing.secretary ? convene : nil)
        case .convened where meeting.type != .circulated: Next(hint: t(hasQuorum ? "bar.startHint" : "bar.startShort", quorum), action: start)
        case .convened, .open: running
        case .paused: Next(hint: t("bar.resumeHint"), action: transition(.resume, symbol: "play"))
        case .closed, .minutesApproved, .archived: Next(hint: t("bar.minutesHint"), link: link("\(scene.path)/minutes", "bar.minutes", "paper"))
        case .cancelled: Next(hint: t("bar.cancelledHint"))
        }
    }

    /// Closes all that run together; how many ballots are missing over all of them.
    private func closeTogether(_ polls: [PollView]) -> Next {
        let missing = polls.reduce(0) { $0 + ($1.outstanding?.count ?? 0) }
        let action = ActionModel(
            label: t("consent.closeAll", ["n": "\(polls.count)"]), url: "\(scene.api)/consent-list/close",
            confirmation: missing == 0 ? nil : t("bar.closePollConfirm", ["n": "\(missing)"]), symbol: "square", tone: "btn primary")
        return Next(hint: t("consent.closeHint", ["n": "\(polls.count)", "missing": "\(missing)"]), action: action)
    }

    private var running: Next {
        let together = scene.together.filter { $0.state == .open }
        if together.count > 1 { return closeTogether(together) }
        // Slips run side by side: the next one may be opened while others are out.
        if meeting.type == .circulated, let poll = scene.polls.first(where: { $0.state == .draft }) { return Next(hint: poll.title, action: open(poll)) }
        if scene.openPolls.count > 1, let poll = scene.openPoll {
            return Next(hint: t("bar.openPolls", ["n": "\(scene.openPolls.count)", "question": poll.title]), action: close(poll))
        }
        if let poll = scene.openPoll {
            if poll.taking != .devices { return Next(hint: poll.title, action: close(poll)) }
            let hint = poll.earlyClosing?.isCertain == true ? "slip.certainHint" : "bar.closePollHint"
            return Next(hint: t(hint, ["returned": "\(poll.returned)", "of": "\(poll.entitled)"]), action: close(poll))
        }
        if let poll = scene.polls.first(where: { $0.state == .draft && $0.item == meeting.currentItem }) {
            return Next(hint: poll.title, action: open(poll))
        }
        if let waiting = scene.polls.first(where: { $0.verdict?.outcome == .awaitingChairman && $0.state == .closed }) {
            return Next(hint: t(waiting.rules.tie.decidedBy == .presiding ? "bar.awaitingPresiding" : "bar.awaiting", ["question": waiting.title]), action: scene.next.map(go) ?? end)
        }
        if meeting.state == .open, let item = scene.next { return Next(hint: t("bar.nextItemHint", ["title": item.title]), action: go(to: item)) }
        return Next(hint: t("bar.closeHint"), action: end)
    }

    /// Everything else that the state allows, behind the menu.
    func others(besides primary: ActionModel?) -> [ActionModel] {
        var actions: [ActionModel] = []
        if scene.isRunning {
            actions += scene.openPolls.map { close($0, named: true) } + scene.polls.filter { $0.state == .draft }.map { open($0, named: true) }
            if meeting.state == .open {
                if let next = scene.next { actions.append(go(to: next)) }
                if let previous = scene.previous { actions.append(go(to: previous, key: "bar.previousItem")) }
                actions.append(transition(.pause, symbol: "pause", asking: "bar.pauseConfirm"))
            }
        }
        actions += floorSteps + reopeningSteps
        if [.open, .paused].contains(meeting.state) || (meeting.type == .circulated && meeting.state == .convened) { actions.append(end) }
        return actions.filter { $0.url != primary?.url || $0.payload != primary?.payload }.map { action in
            var action = action
            action.tone = action.url.hasSuffix("/close") && action.url.hasPrefix("/api/v1/meetings/") ? "danger" : ""
            return action
        }
    }

    /// The next speaker, one tap away; who speaks can be stopped.
    private var floorSteps: [ActionModel] {
        guard scene.allows(.floor) else { return [] }
        var actions: [ActionModel] = []
        if let next = scene.floor.waiting.first(where: { $0.item == nil || $0.item == meeting.currentItem }) {
            actions.append(ActionModel(label: t("bar.nextSpeaker", ["name": next.name]), url: "\(scene.api)/floor/\(next.id)/grant", symbol: "hand"))
        }
        if let speaker = scene.floor.speaker {
            actions.append(ActionModel(label: t("bar.endSpeech", ["name": speaker.name]), url: "\(scene.api)/floor/\(speaker.id)/end", symbol: "square"))
        }
        return actions
    }

    /// A second person agrees to open a closed meeting again, or does not.
    var reopeningSteps: [ActionModel] {
        guard scene.allows(.reopening), let asked = scene.reopenings.first(where: { $0.state == "asked" }) else { return [] }
        let blocked = asked.isMine ? t("reopen.waiting") : nil
        return [
            ActionModel(
                label: t("reopen.approve"), url: "\(scene.api)/reopening/approve", confirmation: t("reopen.approveConfirm"), symbol: "play", blockedBecause: blocked),
            ActionModel(label: t("reopen.refuse"), url: "\(scene.api)/reopening/refuse", symbol: "cross", blockedBecause: blocked),
        ]
    }

    var links: [BarModel.Link] {
        var links = [link("\(scene.path)/screen", "room.bigScreen", "screen", newWindow: true)]
        if !scene.isOver { links.append(link("\(scene.path)/brief", "room.brief", "paper")) }
        if scene.standing.secretary { links.append(link("\(scene.path)/prepare", "room.prepare", "edit")) }
        if scene.standing.secretary, scene.allows(.minutes) { links.append(link("\(scene.path)/minutes", "room.minutes", "text")) }
        return links
    }

    var convene: ActionModel {
        let papers = "\(scene.documents.count)"
        return ActionModel(
            label: t("bar.convene"), url: "\(scene.api)/convene", confirmation: t("prepare.conveneConfirm", ["title": meeting.title, "papers": papers]),
            tone: "btn primary", blockedBecause: scene.groundMissing ? t("convening.missing") : nil)
    }

    var start: ActionModel {
        ActionModel(
            label: t("bar.start"), url: "\(scene.api)/open", confirmation: t("bar.startConfirm", quorum), symbol: "play", tone: "btn primary",
            blockedBecause: hasQuorum ? nil : p.short("bar.startShort", meeting.quorum))
    }

    private var end: ActionModel {
        ActionModel(
            label: t("bar.close"), url: "\(scene.api)/close", confirmation: t("bar.closeConfirm"), symbol: "square", tone: "btn primary",
            blockedBecause: scene.openPoll.map { t("bar.closeBlocked", ["poll": $0.title]) })
    }

    private func open(_ poll: PollView, named: Bool = false) -> ActionModel {
        let item = scene.item(poll.item)
        let label =
            named
            ? t("bar.openPollNamed", ["question": poll.title])
            : item.map { t("bar.openPoll", ["number": "\($0.label)"]) } ?? t("bar.openPollPlain")
        let other = meeting.type == .circulated ? nil : scene.openPoll
        let blocked = other.map { t("bar.closeBlocked", ["poll": $0.title]) } ?? (hasQuorum ? nil : p.short("bar.openPollShort", meeting.quorum)) ?? unapproved(poll)
        return ActionModel(
            label: label, url: "/api/v1/polls/\(poll.id)/open", confirmation: t("bar.openPollConfirm", ["question": poll.title]), symbol: "vote",
            tone: "btn primary", blockedBecause: blocked)
    }

    /// Slips wait for the chairman; where he opens one himself, that is his approval.
    private func unapproved(_ poll: PollView) -> String? {
        guard meeting.type == .circulated, scene.circulation?.approvedAt == nil, !poll.rules.circulation.opensUnapproved(isDescribed: scene.circulation != nil) else { return nil }
        if scene.circulation == nil { return t("slip.notDescribed") }
        return meeting.presiding == scene.caller.person?.id ? nil : t("slip.notApproved")
    }

    private func close(_ poll: PollView, named: Bool = false) -> ActionModel {
        let name = named ? t("bar.closePollNamed", ["question": poll.title]) : nil
        // Counted by two, it closes by itself when both agree.
        if poll.taking != .devices {
            return ActionModel(label: name ?? t("bar.closePollAll"), url: "/api/v1/polls/\(poll.id)/close", tone: "btn primary", blockedBecause: t("refusal.poll.count-first"))
        }
        let missing = poll.outstanding?.count ?? 0
        return ActionModel(
            label: name ?? (missing == 0 ? t("bar.closePollAll") : t("bar.closePoll", ["n": "\(missing)"])), url: "/api/v1/polls/\(poll.id)/close",
            confirmation: confirmation(of: poll, missing: missing), tone: "btn primary", blockedBecause: poll.earlyClosing?.barred.map { t("slip.\($0.parameters["reason"] == "rule" ? "toDeadlineShort" : "uncertainShort")") })
    }

    private func confirmation(of poll: PollView, missing: Int) -> String? {
        if poll.earlyClosing?.isCertain == true { return t(missing == 0 ? "slip.closeCertainAll" : "slip.closeCertain", ["n": "\(missing)"]) }
        return missing == 0 ? nil : t("bar.closePollConfirm", ["n": "\(missing)"])
    }

    private func go(to item: AgendaItemView) -> ActionModel { go(to: item, key: "bar.nextItem") }

    private func go(to item: AgendaItemView, key: String) -> ActionModel {
        ActionModel(
            label: t(key, ["number": "\(item.label)"]), url: "\(scene.api)/current-item", payload: #"{"itemId":"\#(item.id)"}"#,
            symbol: key == "bar.nextItem" ? "right" : "left", tone: "btn primary")
    }

    private func transition(_ transition: MeetingTransition, symbol: String, asking: String? = nil) -> ActionModel {
        ActionModel(
            label: t("bar.\(transition.verb)"), url: "\(scene.api)/\(transition.verb)", confirmation: asking.map { t($0) }, symbol: symbol, tone: "btn primary")
    }

    private func link(_ href: String, _ key: String, _ symbol: String, newWindow: Bool = false) -> BarModel.Link {
        BarModel.Link(href: href, label: t(key), linkSymbol: symbol, newWindow: newWindow)
    }
}
