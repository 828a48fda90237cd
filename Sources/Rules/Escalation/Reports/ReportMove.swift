/// A report on its way through one command: what it becomes, and what happened. Each group of commands stands in a file of its own.
struct ReportMove {
    var report: Report
    let actor: ReportActor
    let now: Timestamp
    let law: ReportLaw
    var transitions: [ReportTransition] = []
    var prompts: [ReportPrompt] = []

    init(_ report: Report, by actor: ReportActor, at now: Timestamp, under law: ReportLaw) {
        self.report = report
        self.actor = actor
        self.now = now
        self.law = law
    }

    var step: ReportStep { ReportStep(report: report, transitions: transitions, prompts: prompts) }

    mutating func perform(_ command: ReportCommand) throws(ReportRefusal) {
        let verb = command.verb
        switch command {
        case .accept(let acceptance): try accept(acceptance, verb)
        case .reject(let rejection): try reject(rejection, verb)
        case .assign(let assignment): try assign(assignment, verb)
        case .start(let officer): try start(officer, verb)
        case .return(let back): try giveBack(back, verb)
        case .ask(let question): try ask(question.text, verb)
        case .reply: try reply(verb)
        case .coordinate(let consultation): try coordinate(consultation, verb)
        case .opinion(let number): try endSubRequest(number, isWithdrawn: false, verb)
        case .withdraw(let number): try endSubRequest(number, isWithdrawn: true, verb)
        case .askExtension(let wish): try askExtension(wish, verb)
        case .decideExtension(let granted): try decideExtension(granted, verb)
        case .escalate(let escalating): try escalate(escalating, verb)
        case .completeDossier(let dossier): try completeDossier(dossier, verb)
        case .forward: try forward(verb)
        case .officeReturn(let note): try officeReturn(note.text, verb)
        case .decide(let decision): try decide(decision, verb)
        case .agendaEnded(let ending): try endAgenda(ending, verb)
        case .conclude(let concluding): try conclude(concluding, verb)
        case .closeTask(let task, let publicText): try closeTask(task, publicText, verb)
        case .answer(let answering): try answer(answering, verb)
        case .approve: try approve(verb)
        case .sendBack(let reason): try sendBack(reason.text, verb)
        case .rate(let rating): try rate(rating, verb)
        case .reopen(let reopening): try reopen(reopening.reason, verb)
        case .merge(let merging): try merge(merging, verb)
        case .unmerge(let reason): try unmerge(reason.text, verb)
        case .redact(let reason): try redact(reason.text, verb)
        case .tick: try tick(verb)
        case .recount: try recount(verb)
        }
    }
}

// MARK: - What every command needs

extension ReportMove {
    var forest: UnitForest { law.forest }

    func forbid(unless isAllowed: Bool, _ verb: String) throws(ReportRefusal) {
        if !isAllowed { throw ReportRefusal(.forbidden, ["action": verb, "unit": report.holder.text]) }
    }

    func expect(_ states: ReportState..., verb: String) throws(ReportRefusal) {
        if !states.contains(report.state) { throw ReportRefusal(.wrongState, ["action": verb, "state": report.state.rawValue]) }
    }

    /// Whether the actor is of a unit that takes in reports.
    var isReception: Bool {
        actor.works(at: forest.serviceCentre) || actor.works(at: forest.office)
    }

    /// Fields for a text that is blank, too short or too long.
    func textFaults(_ text: String, _ pointer: String, syllables needed: Int? = nil) -> [Refusal.Field] {
        if Syllables.isBlank(text) { return [.init(pointer: pointer, reason: "field.required")] }
        let count = Syllables.count(text)
        let needed = needed ?? law.policy.minimumReasonSyllables
        if count < needed { return [.init(pointer: pointer, reason: "report.too-short", parameters: ["count": "\(count)", "needed": "\(needed)"])] }
        if text.count > law.policy.maximumText { return [.init(pointer: pointer, reason: "field.too-long", parameters: ["limit": "\(law.policy.maximumText)"])] }
        return []
    }

    func unitFaults(_ unit: UnitID, _ pointer: String) -> [Refusal.Field] {
        forest[unit]?.kind.handles == true ? [] : [.init(pointer: pointer, reason: "unit.unknown", parameters: ["unit": unit.text])]
    }

    /// Asked of the competence rules for this report.
    func question() -> CompetenceQuestion? {
        report.category.map { CompetenceQuestion(category: $0, place: report.place, date: now.inVietnam.date) }
    }

    func nextLevel(above unit: UnitID) -> UnitID {
        guard let category = report.category else { return forest.office }
        return law.competence.nextLevel(above: unit, category: category, place: report.place, date: now.inVietnam.date)
    }
}

// MARK: - Noting what happened

extension ReportMove {
    /// Which instant a message names: its own, or the one by which the report is due from then on.
    enum Named { case itsOwn, due }

    /// - Parameter naming: the message names the instant by which the report is due once it has the new state: what every screen shows then.
    mutating func go(
        to state: ReportState, _ kind: HopKind, from: UnitID? = nil, to unit: UnitID? = nil, reason: String? = nil, rule: CompetenceRuleID? = nil, tell message: CitizenMessage,
        naming: Named = .itsOwn
    ) {
        let before = report.state
        report.state = state
        var message = message
        if naming == .due { message.at = report.currentClock?.due }
        note(before, state, kind, from: from ?? report.holder, to: unit ?? report.holder, reason: reason, rule: rule, notice: .tell(message))
    }

    mutating func go(
        to state: ReportState, _ kind: HopKind, from: UnitID? = nil, to unit: UnitID? = nil, reason: String? = nil, rule: CompetenceRuleID? = nil,
        silent: CitizenNotice.Silence
    ) {
        let before = report.state
        report.state = state
        note(before, state, kind, from: from ?? report.holder, to: unit ?? report.holder, reason: reason, rule: rule, notice: .silent(silent))
    }

    mutating func note(_ before: ReportState?, _ after: ReportState, _ kind: HopKind, from: UnitID?, to: UnitID?, tell message: CitizenMessage) {
        note(before, after, kind, from: from, to: to, reason: nil, rule: nil, notice: .tell(message))
    }

    private mutating func note(
        _ before: ReportState?, _ after: ReportState, _ kind: HopKind, from: UnitID?, to: UnitID?, reason: String?, rule: CompetenceRuleID?, notice: CitizenNotice
    ) {
        report.hopCount += 1
        let hop = Hop(seq: report.hopCount, kind: kind, from: from, to: to, actor: actor.person, reason: reason, rule: rule, at: now)
        transitions.append(ReportTransition(from: before, to: after, hop: hop, notice: notice))
    }
}
