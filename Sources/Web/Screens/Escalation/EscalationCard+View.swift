import Cabinet
import Rules

extension EscalationCard {
    /// - Parameter isForm: with the forms by which the reader decides.
    init(_ view: EscalationView, at now: Timestamp, meetings: [MeetingView] = [], _ lists: Lists) {
        let p = lists.p
        let urgency = p.urgency(view.urgency)
        let unknown = p.t("inbox.notGiven")
        escalationId = view.id.text
        dossierHref = "/escalations/\(view.id)"
        title = Self.title(view, lists)
        (urgencyClass, urgencySymbol, urgencyWord) = (urgency.kind, urgency.symbol, urgency.word)
        fromLine = p.t("inbox.from", ["unit": lists.name(view.from), "time": view.submittedAt.text(.day, in: p.language)])
        standing = view.standing(lists)
        askWord = view.ask?.name[p.language] ?? unknown
        waitingWord = p.waiting(since: view.submittedAt, until: now)
        peopleWord = p.line(
            view.peopleAffected.map { p.t("inbox.peopleCount", ["n": Digits.grouped($0, in: p.language)]) }, p.t("inbox.reportCount", ["n": "\(view.reportCount)"]))
        costWord = view.costVND.map { p.t("inbox.costWord", ["n": Digits.grouped($0, in: p.language)]) } ?? unknown
        recommended = view.proposal.map { p.t("inbox.optionWord", ["label": $0.label, "text": p.beginning($0.text, limit: 200)]) } ?? view.short?.what ?? unknown
        risk = p.line(view.proposal?.risk, view.risks.map { p.t("inbox.risk.\($0.rawValue)") }.joined(separator: ", ")).nonEmpty ?? unknown
        owed = view.dossierDue.map { p.t("raise.shortOnly", ["time": $0.text(.day, in: p.language)]) }
        decide = Decide(view, meetings: meetings, lists)
    }

    /// What it is about, by category and place of its first report.
    static func title(_ view: EscalationView, _ lists: Lists) -> String {
        guard let first = view.reports.first else { return lists.name(view.from) }
        return lists.p.line(lists.name(first.category), first.address.nonEmpty, first.place.map(lists.name))
    }
}

extension EscalationView {
    func standing(_ lists: Lists) -> StandingModel? {
        guard let holder, let due else { return reports.first.flatMap { $0.standing(lists) } }
        return StandingModel(holder: holder, name: lists.name(holder), due: due, light: light ?? .onTime, lists.p)
    }
}

extension ReportLine {
    func standing(_ lists: Lists) -> StandingModel? {
        due.map { StandingModel(holder: holder, name: lists.name(holder), due: $0, light: light ?? .onTime, lists.p) }
    }
}

extension EscalationCard.Decide {
    /// In front what is decided most often; the rest one press further.
    private static let first: [DecisionKind] = [.instruct, .assign, .agenda, .returnForMore, .decline]
    private static let further: [DecisionKind] = [.circulate, .defer, .referOutside]

    init?(_ view: EscalationView, meetings: [MeetingView], _ lists: Lists) {
        guard view.may.contains("forward") || view.may.contains("decide") else { return nil }
        api = "/api/v1/escalations/\(view.id)"
        version = "\(view.version)"
        mayForward = view.may.contains("forward")
        let decides = view.may.contains("decide")
        kinds = decides ? Self.first.map { EscalationCard.Kind($0, view, meetings, lists) } : []
        moreKinds = decides ? Self.further.map { EscalationCard.Kind($0, view, meetings, lists) } : []
        hasMore = !moreKinds.isEmpty
    }
}

extension EscalationCard.Kind {
    init(_ kind: DecisionKind, _ view: EscalationView, _ meetings: [MeetingView], _ lists: Lists) {
        let p = lists.p
        kindCode = kind.rawValue
        kindName = kind.name[p.language]
        kindTone = kind == .instruct ? "first" : ""
        doneWord = p.t("inbox.done")
        needsLead = kind == .instruct || kind == .assign
        leadGroups = needsLead ? lists.handlers(selected: view.proposal?.leadUnit ?? view.from) : []
        needsDue = [.instruct, .assign, .defer, .referOutside].contains(kind)
        dueOptional = kind == .instruct
        dueLabel = p.t(kind == .defer ? "inbox.deferUntil" : kind == .referOutside ? "inbox.replyBy" : kind == .instruct ? "inbox.dueOptional" : "inbox.due")
        dueValue = ""
        needsMeeting = kind == .agenda || kind == .circulate
        let fitting = meetings.filter { ($0.type == .circulated) == (kind == .circulate) }
        self.meetings = needsMeeting ? fitting.map { OptionModel(value: $0.id.text, label: p.line($0.startsAt.text(.day, in: p.language), $0.title)) } : []
        needsOutside = kind == .referOutside
        textLabel = p.t("inbox.text.\(kind.rawValue)")
        let isPositive = [.instruct, .assign, .agenda, .circulate].contains(kind)
        textValue = isPositive ? view.proposal.map { p.t("inbox.proposal", ["label": $0.label, "text": $0.text]) } ?? "" : ""
    }
}
