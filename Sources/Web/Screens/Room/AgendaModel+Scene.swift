import Cabinet
import PaperWire
import Rules

extension AgendaModel {
    /// - Parameter open: the paper in the reader.
    init(_ scene: MeetingScene, open: DocumentID?, _ p: Phrases) {
        closedNow = scene.isInClosedPart ? p.t("itemAccess.elsewhere") : nil
        presented = scene.presented.map { Presented(presentedDocument: $0.document.id.text, presentedPage: $0.page, presentedBy: $0.presenter.text) }
        items = scene.items.map { Item($0, scene, open: open, p) }
        loose = scene.documents(of: nil).map { Paper($0, scene, open: open, p) }
        loosePapers = !loose.isEmpty
    }
}

extension AgendaModel.Item {
    init(_ item: AgendaItemView, _ scene: MeetingScene, open: DocumentID?, _ p: Phrases) {
        let t = p.t
        let documents = scene.documents(of: item.id)
        let polls = scene.polls.filter { $0.item == item.id }
        let isNow = scene.meeting.currentItem == item.id && !scene.isOver
        let isDone = scene.isOver || scene.current.map { item.number < $0.number } ?? false
        let (state, symbol, word) = isNow ? ("now", "play", "now") : isDone ? ("done", "check", "done") : ("to-come", "empty", "toCome")
        itemId = item.id.text
        number = "\(item.label)"
        itemTitle = item.title
        itemAsk = p.line(
            item.ask.isEmpty ? t("kind.\(item.kind.rawValue)") : item.ask, item.submitter,
            documents.isEmpty ? nil : t("home.paperCount", ["n": "\(documents.count)"]))
        itemClass = documents.contains { $0.id == open } ? "\(state) reading depth-\(item.depth)" : "\(state) depth-\(item.depth)"
        itemSymbol = symbol
        itemStateWord = t("agendaItem.\(word)")
        isCurrent = isNow
        firstHref = (documents.first { $0.id == polls.first { $0.state == .open }?.subject?.document } ?? documents.first).map { "\(scene.path)?doc=\($0.id)" }
        let mine = polls.first { $0.state == .open && !$0.hasVoted && $0.whyNot == nil && scene.caller.person != nil }
        itemBadge = mine == nil ? nil : t("agendaItem.voteNow")
        itemSigns = Self.signs(item, scene, p)
        itemPart = ItemPartModel(item, scene, p)
        itemResults = polls.compactMap { AgendaModel.Result($0, asked: mine != nil, p) }
        dossierHref = scene.dossiers.contains(item.id) ? "\(scene.path)/items/\(item.id)" : nil
        papers = documents.map { AgendaModel.Paper($0, scene, open: open, p) }
    }
}

extension AgendaModel.Item {
    private static func signs(_ item: AgendaItemView, _ scene: MeetingScene, _ p: Phrases) -> [AgendaModel.ItemSign] {
        var signs: [AgendaModel.ItemSign] = []
        if item.isClosed { signs.append(.init(signClass: "warn", signSymbol: "lock", signText: p.t("itemAccess.closed"))) }
        if item.visibility != .public { signs.append(.init(signClass: "none", signSymbol: "lock", signText: item.visibility.name[p.language])) }
        if item.late {
            signs.append(
                .init(
                    signClass: item.awaitsChair ? "warn" : "none", signSymbol: item.awaitsChair ? "clock" : "plus",
                    signText: p.t(item.awaitsChair ? "late.waiting" : "agendaItem.late")))
        }
        let objections = scene.standing.conducts ? scene.positions.count { $0.item == item.id && $0.stance == .object } : 0
        if objections > 0, !scene.isOver { signs.append(.init(signClass: "warn", signSymbol: "warning", signText: p.t("position.objections", ["n": "\(objections)"]))) }
        let recused = scene.recusals.filter { $0.item == item.id }
        if !recused.isEmpty {
            signs.append(
                .init(
                    signClass: "none", signSymbol: "dash",
                    signText: p.t("recusal.line", ["names": recused.map(\.name).joined(separator: ", ")])))
        }
        return signs
    }
}

extension MeetingScene {
    /// The session is at an item that the viewer may not read.
    var isInClosedPart: Bool { meeting.state == .open && meeting.currentItem != nil && current == nil }
}

extension AgendaModel.Result {
    init?(_ poll: PollView, asked: Bool, _ p: Phrases) {
        if poll.state == .open, !asked {
            self.init(resultClass: "accent", resultSymbol: "vote", resultText: p.t("agendaItem.pollOpen"))
        } else if poll.state == .closed, let result = poll.result {
            let said = p.outcome(result.outcome)
            let kind = result.outcome == .adopted ? "ok" : result.outcome == .notAdopted ? "bad" : result.outcome == .awaitingChairman ? "warn" : "none"
            let text = p.t("agendaItem.\(result.outcome.rawValue)", ["count": "\(result.tally.for)/\(result.base)"])
            self.init(resultClass: kind, resultSymbol: said.symbol, resultText: text)
        } else if poll.state == .closed, let result = poll.election {
            let said = p.outcome(result.outcome, method: poll.method)
            let elected = p.titles(result.elected, of: poll)
            self.init(
                resultClass: result.outcome == .adopted ? "ok" : result.outcome == .notAdopted ? "bad" : "none", resultSymbol: said.symbol,
                resultText: p.line(said.word, result.elected.isEmpty ? nil : elected))
        } else {
            return nil
        }
    }
}

extension AgendaModel.Paper {
    init(_ document: DocumentView, _ scene: MeetingScene, open: DocumentID?, _ p: Phrases) {
        documentId = document.id.text
        href = "\(scene.path)?doc=\(document.id)"
        paperTitle = document.title
        isOpen = document.id == open
        (paperNote, paperNoteClass) = Self.note(document, scene, p)
    }

    /// What is wrong with it, the worst first.
    private static func note(_ document: DocumentView, _ scene: MeetingScene, _ p: Phrases) -> (String?, String?) {
        if document.indication == .failed { return (p.t("paper.badSignature"), "bad") }
        switch document.state {
        case .unreadable, .refused: return (p.t("paper.unreadable"), "warn")
        case .processing: return (p.t("paper.processing"), "")
        case .ready: return document.releasedAt == nil
                ? (p.t("paper.unreleased"), "")
                : (scene.delivery(document).flatMap { $0.isLate ? $0.sentence[p.language] : nil }, "warn")
        }
    }
}
