import Cabinet
import PaperWire
import Rules

extension AgendaModel {
    /// - Parameter open: the paper in the reader.
    init(_ scene: MeetingScene, open: DocumentID?, _ p: Phrases) {
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
        number = "\(item.number)"
        itemTitle = item.title
        itemAsk = p.line(
            item.ask.isEmpty ? t("kind.\(item.kind.rawValue)") : item.ask, item.submitter, item.late ? t("agendaItem.late") : nil,
            documents.isEmpty ? nil : t("home.paperCount", ["n": "\(documents.count)"]))
        itemClass = documents.contains { $0.id == open } ? "\(state) reading" : state
        itemSymbol = symbol
        itemStateWord = t("agendaItem.\(word)")
        isCurrent = isNow
        firstHref = (documents.first { $0.id == polls.first { $0.state == .open }?.subject?.document } ?? documents.first).map { "\(scene.path)?doc=\($0.id)" }
        let mine = polls.first { $0.state == .open && $0.mine == nil && $0.whyNot == nil && scene.caller.person != nil }
        itemBadge = mine == nil ? nil : t("agendaItem.voteNow")
        itemResults = polls.compactMap { AgendaModel.Result($0, asked: mine != nil, p) }
        papers = documents.map { AgendaModel.Paper($0, scene, open: open, p) }
    }
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
        (paperNote, paperNoteClass) = Self.note(document, p)
    }

    /// What is wrong with it, the worst first.
    private static func note(_ document: DocumentView, _ p: Phrases) -> (String?, String?) {
        if document.indication == .failed { return (p.t("paper.badSignature"), "bad") }
        switch document.state {
        case .unreadable, .refused: return (p.t("paper.unreadable"), "warn")
        case .processing: return (p.t("paper.processing"), "")
        case .ready: return document.releasedAt == nil ? (p.t("paper.unreleased"), "") : (nil, nil)
        }
    }
}
