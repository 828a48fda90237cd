import Cabinet
import Rules

extension DeskAct {
    init(_ open: DeskOpen, _ lists: Lists) {
        let p = lists.p
        let (view, report, may) = (open.view, open.report, open.view.may)
        reportId = open.id.text
        api = "/api/v1/reports/\(open.id)"
        version = "\(view.version)"
        if may.contains("accept") { accept = Accept(open, lists) }
        if may.contains("assign") { assign = Assign(open, lists) }
        if may.contains("start") { start = Start(open, lists) }
        opinions = report.subRequests.filter { $0.endedAt == nil }.compactMap { Opinion($0, open, lists) }
        if report.state == .answerPending { approve = Approve(open, lists) }
        if may.contains("answer") { answer = Answer(open, lists) }
        if answer == nil, let draft = view.draft, !Text.clean(draft.text).isEmpty {
            kept = Kept(keptLine: report.pending == nil ? p.t("desk.kept") : p.t("desk.keptBehind", ["name": open.author ?? p.t("desk.person")]), keptText: draft.text)
        }
        if may.contains("decide-extension"), let until = report.extensionAskedUntil {
            self.extension = Extension(extensionLine: p.t("desk.extensionLine", ["time": until.text(.full, in: p.language)]))
        }
        if open.isHandler, report.state.isOpen, report.state != .received, let question = open.question {
            limits = lists.law.competence.ownLimits(of: report.holder, question).map { Limit(limitText: $0.sentence[p.language]) }
            hasLimits = !limits.isEmpty
        }
        if may.contains("escalate") { escalateHref = "/desk/\(open.id)/escalate" }
        if may.contains("ask") { ask = Simple() }
        if may.contains("coordinate") { coordinate = Units(unitGroups: lists.handlers(without: report.holder)) }
        if may.contains("extend") { extend = Simple() }
        if may.contains("return") { giveBack = Return(open, lists) }
        if may.contains("reject") { reject = Reject(lists) }
        if may.contains("merge") { merge = Simple() }
        if may.contains("unmerge") { unmerge = Simple() }
        if may.contains("reopen") { reopen = Simple() }
        if may.contains("redact") { redact = Redact(publicText: view.publicText) }
        if may.isSubset(of: ["add"]), approve == nil, opinions.isEmpty {
            blocked = p.t("desk.nothingToDo", ["unit": lists.name(report.holder), "state": report.state.name[p.language]])
        }
    }
}

extension DeskOpen {
    var question: CompetenceQuestion? { report.category.map { CompetenceQuestion(category: $0, place: report.place, date: now.inVietnam.date) } }
}

extension DeskAct.Accept {
    init(_ open: DeskOpen, _ lists: Lists) {
        let report = open.report
        let guess = report.category == nil ? lists.guess(open.view.text) : nil
        let category = report.category ?? guess
        hasCategory = category != nil
        fields = lists.categories(selected: category)
        self.guess = guess.flatMap { lists.name($0) }.map { lists.p.t("desk.guess", ["category": $0]) }
        urgencyWas = report.urgency.rawValue
        urgencies = lists.urgencies(selected: report.urgency)
        kindWas = report.legalKind.rawValue
        kinds = lists.kinds(selected: report.legalKind)
        wards = lists.wards(selected: report.place)
    }
}

extension Lists {
    /// The category most of whose words stand in a text; nil where none does.
    func guess(_ text: String) -> CategoryID? {
        let text = " " + Folding.key(text) + " "
        let scored = law.categories.categories.values.map { category in (category, category.keywords.count { text.contains(Folding.key($0)) }) }.filter { $0.1 > 0 }
        // The narrower one first: what stands under another says more.
        return scored.max { a, b in (a.1, a.0.parent == nil ? 0 : 1, b.0.code.text) < (b.1, b.0.parent == nil ? 0 : 1, a.0.code.text) }?.0.code
    }

    func suggestions(_ question: CompetenceQuestion?, levels: Set<CompetenceRule.Level>, without: UnitID? = nil, picksFirst: Bool) -> [DeskAct.Suggestion] {
        guard let question else { return [] }
        let found = law.competence.competent(question).filter { levels.contains($0.level) && $0.unit != without }
        return found.enumerated().map { index, competent in
            DeskAct.Suggestion(
                value: competent.unit.text, rule: competent.rule.text, label: name(competent.unit), why: competent.why[p.language], selected: picksFirst && index == 0)
        }
    }
}

extension DeskAct.Assign {
    init(_ open: DeskOpen, _ lists: Lists) {
        suggested = lists.suggestions(open.question, levels: [.handle], picksFirst: true)
        unitGroups = lists.handlers()
    }
}

extension DeskAct.Start {
    init(_ open: DeskOpen, _ lists: Lists) {
        let again = open.report.state == .inProgress
        startHeading = lists.p.t(again ? "desk.startAgain" : "desk.start")
        startLabel = startHeading
        startTone = again ? "quiet" : "primary"
        let chosen = open.report.officer ?? open.caller.person?.id
        officers = open.people.map { OptionModel(value: $0.id.text, label: $0.name, selected: $0.id == chosen) }
    }
}

extension DeskAct.Opinion {
    init?(_ part: Report.SubRequest, _ open: DeskOpen, _ lists: Lists) {
        let p = lists.p
        let isAsked = open.view.standing.unit == part.unit
        guard isAsked || open.isHandler else { return nil }
        let due = open.report.clocks.first { $0.subRequest == part.number && $0.isOpen }?.due
        number = part.number
        opinionHeading = p.t("desk.opinionOf", ["unit": lists.name(part.unit)])
        opinionLine = p.line(
            p.t("desk.opinionSince", ["time": part.askedAt.text(.day, in: p.language)]), due.map { "\(p.t("track.due")) \($0.text(.day, in: p.language))" })
        request = open.timeline.last { $0.kind == .coordinate && $0.toUnit == part.unit }?.note
        mayReply = isAsked && open.view.may.contains("opinion")
        mayWithdraw = open.isHandler && open.view.may.contains("withdraw")
        withdrawUrl = "/api/v1/reports/\(open.id)/withdraw"
        withdrawPayload = "{\"number\":\(part.number)}"
    }
}

extension DeskAct.Approve {
    init?(_ open: DeskOpen, _ lists: Lists) {
        guard let pending = open.report.pending, let draft = open.view.answer else { return nil }
        let p = lists.p
        let sign = p.outcome(pending.outcome)
        outcomeClass = sign.kind
        outcomeSymbol = sign.symbol
        outcomeWord = sign.word
        plannedText = draft.plannedFor.map { p.t("track.plannedFor", ["date": p.date($0)]) }
        answerText = draft.text
        author = p.t("desk.writtenBy", ["name": open.author ?? p.t("desk.person")])
        let evidence = Set(draft.evidence.map(\.document))
        photos = open.view.files.filter { evidence.contains($0.id) && $0.kind == .photo }.enumerated().map { index, file in
            PhotoModel(photoHref: "/desk/photo/\(open.id)/\(file.id)", photoAlt: p.t("track.resultAlt", ["number": "\(index + 1)"]))
        }
        hasPhotos = !photos.isEmpty
        files = open.view.files.filter { evidence.contains($0.id) && $0.kind != .photo }.map { FileModel(fileHref: "/desk/photo/\(open.id)/\($0.id)", fileName: $0.name) }
        looks = pending.flags.map { .init(lookText: $0.sentence[p.language]) }
        mayApprove = open.view.may.contains("approve")
        let reasons = pending.secondApproval.map { p.t("desk.second.\($0.rawValue)") }.joined(separator: ", ")
        let isOwn = pending.author == open.caller.person?.id
        secondWhy = reasons.isEmpty ? nil : p.t("desk.second", ["reasons": reasons]) + (isOwn && !mayApprove ? " " + p.t("desk.secondYou") : "")
    }
}

extension DeskAct.Answer {
    init(_ open: DeskOpen, _ lists: Lists) {
        let p = lists.p
        let draft = open.view.draft ?? open.view.answer
        let base = "/api/v1/reports/\(open.id)"
        draftUrl = "\(base)/draft"
        checkUrl = "/desk/check/\(open.id)"
        photoUrl = "\(base)/files?side=after"
        fileUrl = "\(base)/files?side=after"
        prompted = open.view.answerHint.map { $0.isEmpty ? p.t("desk.answerPromptPlain") : p.t("desk.answerPrompt", ["text": $0]) }
        tasksOpen = open.report.openTasks.isEmpty ? nil : p.t("desk.tasksOpen", ["n": "\(open.report.openTasks.count)"])
        answerText = draft?.text ?? open.view.answerHint ?? ""
        outcomes = AnswerOutcome.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[p.language], selected: $0 == draft?.outcome) }
        plannedFor = draft?.plannedFor?.description ?? ""
        let files = Dictionary(open.view.files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        evidence = (draft?.evidence ?? []).map { piece in
            let file = files[piece.document]
            return EvidenceModel(
                evidenceId: piece.document.text, evidenceKind: piece.kind.rawValue, evidenceNumber: piece.number ?? "", evidenceName: file?.name.nonEmpty ?? piece.document.text,
                photoHref: file?.kind == .photo ? "/desk/photo/\(open.id)/\(piece.document)" : nil)
        }
    }
}

extension DeskAct.Return {
    init(_ open: DeskOpen, _ lists: Lists) {
        returnReasons = ReturnReason.allCases.map { OptionModel(value: $0.rawValue, label: $0.name[lists.p.language]) }
        candidates = lists.suggestions(open.question, levels: [.handle, .decide], without: open.report.holder, picksFirst: false)
    }
}

extension DeskAct.Reject {
    init(_ lists: Lists) {
        let language = lists.p.language
        rejectReasons = RejectionReason.allCases.map { reason in
            DeskAct.Reason(value: reason.rawValue, label: reason.name[language], door: reason.legalKind?.rightDoor?[language] ?? "")
        }
        firstDoor = rejectReasons.first?.door ?? ""
    }
}
