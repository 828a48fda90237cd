import Foundation
import Rules
import Testing

/// A city of a few reports in which anybody tries anything; after every step the law is checked.
private struct Simulation {
    let law: ReportLaw
    var random: Seeded
    var reports: [Report] = []
    var ledger = BucketCount()
    var now = City.monday
    var done: [String: Int] = [:]
    var refused: [ReportRefusal.Code: Int] = [:]
    var hops: [ReportID: [Hop]] = [:]
    /// How meetings ended and what leadership decided, as far as the dice have reached.
    var endings: Set<ReportCommand.AgendaEnding.Reason> = []
    var decisions: Set<DecisionKind> = []

    static let units = [City.lang, City.construction, City.finance, City.drainage, UnitID(trusted: "van-phong-ubnd-tp")]

    init(seed: UInt64, law: ReportLaw) {
        random = Seeded(seed)
        self.law = law
    }

    // MARK: Dice

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }
    mutating func future() -> Timestamp { now + Int64.random(in: -10_000...2_000_000, using: &random) }

    mutating func text() -> String {
        pick(["", "x", "Lý do rõ ràng", "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này", "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này", "\u{200B}"])
    }

    /// Somebody who may, or anybody.
    mutating func actor(for report: Report) -> ReportActor {
        if chance(70) {
            var roles: Set<ReportActor.Role> = [
                .head(report.holder), .officer(report.holder), .officer(law.forest.serviceCentre), .officer(law.forest.office), .leader, .secretariat, .moderator, .clock,
            ]
            if chance(50) { roles.insert(.reporter) }
            if let unit = report.subRequests.last?.unit { roles.insert(.officer(unit)) }
            return ReportActor(person: UserID(trusted: pick(["p1", "p2"])), roles: roles)
        }
        let unit = pick(Self.units)
        return pick([
            City.reception, City.office, City.leader, City.secretariat, City.moderator, .clock, .reporter, City.officer(unit), City.head(unit), City.officer(report.holder), City.head(report.holder),
        ])
    }

    /// What fits the state, often enough for reports to get anywhere; else anything.
    mutating func command(for report: Report) -> ReportCommand {
        let fitting: [Int] =
            switch report.state {
            case .received: [0, 0, 0, 1]
            case .accepted: [2]
            case .assigned: [3, 3, 4, 10, 11]
            case .inProgress: [3, 4, 5, 7, 10, 11, 12, 12, 12, 20, 20, 13, 19]
            case .awaitingInformation: [6]
            case .coordinating: [7, 8, 8, 9, 10, 11]
            case .beyondAuthority: [14]
            case .awaitingLeadership: [13, 15, 15, 15]
            case .onAgenda: [17, 18, 18]
            case .directed, .concluded: [3, 3, 13, 19]
            case .answerPending: [21, 21, 21, 19]
            case .answered, .closed: [22, 23, 23, 19]
            case .rejected: [23]
            case .duplicate: [25]
            case .draft: []
            }
        let number = chance(75) && !fitting.isEmpty ? pick(fitting) : Int.random(in: 0..<27, using: &random)
        switch number {
        case 0:
            return .accept(
                .init(
                    category: pick([City.flooding, City.waste, CategoryID(trusted: "none")]), urgency: pick(Urgency.allCases), legalKind: pick([.onTheSpot, .onTheSpot, .complaint]),
                    urgencyReason: text(), legalKindReason: text()))
        case 1: return .reject(.init(reason: pick(RejectionReason.allCases), explanation: text(), goInstead: text()))
        case 2: return .assign(.init(unit: pick(Self.units), overrideReason: text()))
        case 3: return .start(UserID(trusted: "canbo"))
        case 4: return .return(.init(reason: pick(ReturnReason.allCases), unit: pick(Self.units), rule: CompetenceRuleID(trusted: pick(["P-TN", "SXD-DS", "TNHN", "none"])), note: text()))
        case 5: return .ask(.init(text()))
        case 6: return .reply
        case 7: return .coordinate(.init(unit: pick(Self.units), request: text()))
        case 8: return .opinion(Int.random(in: 1...4, using: &random))
        case 9: return .withdraw(Int.random(in: 1...4, using: &random))
        case 10: return .askExtension(.init(until: future(), reason: text()))
        case 11: return .decideExtension(granted: chance(50))
        case 12:
            let short = ShortDossier(what: text(), place: "Đường Láng", done: "Đã rào chắn", ask: chance(80) ? .direction : nil)
            return .escalate(.init(escalation: EscalationID(trusted: "e\(Int.random(in: 1...99, using: &random))"), form: chance(70) ? .full(chance(80) ? City.dossier : Dossier()) : .short(short)))
        case 13: return .completeDossier(chance(80) ? City.dossier : Dossier())
        case 14: return chance(50) ? .forward : .officeReturn(.init(text()))
        case 15, 16:
            return .decide(
                Decision(
                    kind: pick(DecisionKind.allCases), text: text(), leadUnit: chance(80) ? pick(Self.units) : nil, due: chance(70) ? future() : nil,
                    agendaItem: chance(80) ? AgendaItemID(trusted: "i1") : nil, meetingAt: chance(80) ? future() : nil, outsideBody: chance(80) ? "Bộ Xây dựng" : nil))
        case 17: return .agendaEnded(.init(reason: pick(ReportCommand.AgendaEnding.Reason.allCases), nextItem: chance(50) ? AgendaItemID(trusted: "i2") : nil, nextAt: chance(50) ? future() : nil))
        case 18:
            var concluding = City.concluding(Int.random(in: 1...3, using: &random))
            for index in concluding.tasks.indices {
                concluding.tasks[index].id = ActionItemID(trusted: "t\(Int.random(in: 1...1_000_000, using: &random))")
                concluding.tasks[index].due = future()
            }
            concluding.isSigned = chance(90)
            return .conclude(concluding)
        case 19: return .closeTask(report.openTasks.first ?? ActionItemID(trusted: "none"), publicText: "Đã xong")
        case 20:
            var draft = City.answer
            draft.outcome = pick([.resolved, .resolved, .partlyResolved, .planned, nil])
            if chance(20) { draft.evidence = [] }
            return .answer(.init(draft: draft, flags: chance(20) ? [AnswerFlag(.hasty, figure: 0)] : []))
        case 21: return chance(80) ? .approve : .sendBack(.init(text()))
        case 22: return .rate(.init(pick(RatingLevel.allCases), reasons: chance(10) ? [RatingReasonID(trusted: "none")] : []))
        case 23: return .reopen(.init(reason: text()))
        case 24:
            let master = root(of: pick(reports))
            return .merge(.init(master: chance(80) ? .init(id: master.id, code: master.code, state: master.state) : nil, explanation: text(), intoClosed: chance(50)))
        case 25: return .unmerge(.init(text()))
        default: return .redact(.init(text()))
        }
    }

    // MARK: Running

    func root(of report: Report) -> Report {
        var report = report
        while report.state == .duplicate, let master = reports.first(where: { $0.id == report.master }) { report = master }
        return report
    }

    func bucket(of report: Report) -> Bucket? {
        guard report.state == .duplicate else { return report.bucket() }
        let root = root(of: report)
        return report.bucket(master: root.id == report.id ? nil : root.state)
    }

    mutating func receive() throws {
        let number = reports.count
        let step = try City.step(City.submission(City.flooding, urgency: pick(Urgency.allCases)), id: "r\(number)", at: now, under: law)
        reports.append(step.report)
        ledger.move(from: nil, to: try #require(step.report.bucket()))
        hops[step.report.id] = step.hops
    }

    mutating func run(steps: Int) throws {
        for _ in 0..<steps {
            now = now + Int64.random(in: 0...12_000, using: &random)
            if reports.count < 4 || (reports.count < 20 && chance(5)) { try receive() }
            let index = Int.random(in: 0..<reports.count, using: &random)
            let report = reports[index]
            let isTick = chance(15)
            let command = isTick ? .tick : command(for: report)
            let actor = isTick ? .clock : actor(for: report)
            do {
                let step = try report.applying(command, by: actor, at: now, under: law)
                try accept(step, of: command, by: actor, at: index)
            } catch let refusal as ReportRefusal {
                refused[refusal.code, default: 0] += 1
                #expect(refusal.code != .incomplete || !refusal.fields.isEmpty, "a guard that is not met is named")
                #expect(refusal.fields.allSatisfy { $0.pointer.hasPrefix("/") && !$0.reason.isEmpty })
            }
        }
    }

    mutating func accept(_ step: ReportStep, of command: ReportCommand, by actor: ReportActor, at index: Int) throws {
        let before = reports[index]
        done[command.verb, default: 0] += 1

        // Buckets: the ledger moves the report and everything that hangs on it; the count over all reports must agree.
        let buckets = reports.map { bucket(of: $0) }
        reports[index] = step.report
        for prompt in step.prompts {
            // What hung on the merged report follows the root by the chain; a circle would never end.
            if case .repointDuplicates(let master) = prompt { #expect(root(of: try #require(reports.first { $0.id == master })).state != .duplicate) }
        }
        for (report, old) in zip(reports, buckets) {
            guard let new = bucket(of: report) else { continue }
            if old != new { ledger.move(from: old, to: new) }
        }
        var counted = BucketCount()
        for report in reports { counted.move(from: nil, to: try #require(bucket(of: report), "a received report is always in a bucket")) }
        #expect(counted == ledger && ledger.total == reports.count)

        check(step, before: before, command: command, actor: actor)
        let decoded = try JSONDecoder().decode(Report.self, from: JSONEncoder().encode(step.report))
        #expect(decoded == step.report)
    }

    mutating func check(_ step: ReportStep, before: Report, command: ReportCommand, actor: ReportActor) {
        let report = step.report
        let policy = law.policy
        let what = "\(command.verb): \(before.state) → \(report.state)"

        // One hop and one notice for each transition, in a row without gaps; a state never changes without.
        #expect(step.transitions.map(\.hop.seq) == Array(before.hopCount..<report.hopCount).map { $0 + 1 }, "\(what)")
        #expect(report.version == before.version + 1)
        #expect(step.transitions.first.map { $0.from == before.state } ?? (before.state == report.state), "\(what)")
        #expect(step.transitions.last.map { $0.to == report.state } ?? true)
        for (a, b) in zip(step.transitions, step.transitions.dropFirst()) { #expect(a.to == b.from) }
        hops[report.id, default: []] += step.hops

        // Someone has it, until a known instant, while anything is owed.
        #expect(report.state.isOpen == (report.standing != nil), "\(what)")
        #expect(law.forest[report.holder] != nil)
        if report.state.isOpen { #expect(report.clocks.contains { $0.kind == .citizenAnswer && $0.isOpen && !$0.isPaused }, "the citizen's time never stops: \(what)") }

        // Guards.
        #expect(report.questionsAsked <= policy.maximumQuestions && report.extensions <= policy.maximumExtensions)
        #expect(report.bouncesInRound <= policy.bouncesToArbiter + 1)
        #expect(!(command.verb == "return" && !before.isReturnable))
        #expect(!(report.outcome == .resolved && step.transitions.last?.hop.kind == .answer && !report.openTasks.isEmpty), "(iii)")
        if command.verb == "approve", let pending = before.pending, !pending.secondApproval.isEmpty { #expect(pending.author != actor.person) }
        if command.verb == "reopen" { #expect(report.round <= before.round + 1) }
        #expect(Set(report.ratings.map(\.round)).count == report.ratings.count, "one rating a round")
        #expect((report.master != nil || report.stateBeforeMerge != nil) == (report.state == .duplicate))
        #expect(report.master != report.id)
        #expect((report.pending != nil) == (report.state == .answerPending || report.stateBeforeMerge == .answerPending), "\(what)")

        #expect(Ways.from[command.verb]?.contains(before.state) ?? true, "\(what) is no way of §1.2")
        #expect(Ways.mayGo(command, by: actor, before, law), "\(what) by \(actor.roles)")
        checkEffects(step, before: before, command: command, actor: actor, what)
        checkClocks(report, what)
        checkTrail(report, what)
    }

    /// What §1.2 says of single commands.
    mutating func checkEffects(_ step: ReportStep, before: Report, command: ReportCommand, actor: ReportActor, _ what: String) {
        let report = step.report
        if report.state != .duplicate { #expect(report.bucket().map { Ways.buckets[$0]!.contains(report.state) } == true, "\(what)") }

        // What the citizen reads is what every screen shows.
        for transition in step.transitions {
            guard case .tell(let message) = transition.notice, Ways.namingDue.contains(message.code) else { continue }
            #expect(message.at == report.currentClock?.due, "\(message.code): \(what)")
        }

        // T12: every level of every clock rings once, one after the other.
        let rung = step.prompts.count { if case .alarm = $0 { true } else { false } }
        let climbed = zip(before.clocks, report.clocks).map { ($1.rung?.rawValue ?? 0) - ($0.rung?.rawValue ?? 0) }
        #expect(climbed.allSatisfy { $0 >= 0 } && climbed.reduce(0, +) == rung, "\(what)")
        if command.verb != "tick" { #expect(rung == 0, "\(what)") }

        // The citizen's time: the instant promised first stays for statistics.
        for (old, new) in zip(before.clocks, report.clocks) where command.verb != "accept" { #expect(old.originalDue == new.originalDue && old.startedAt == new.startedAt, "\(what)") }

        switch command {
        case .decideExtension(granted: true):
            let clock = before.clocks.first { $0.kind == .process && $0.isOpen }
            #expect(clock.map { now < $0.due && $0.breachedAt == nil } == true, "granted before the due instant, never after: \(what)")
        case .reopen:
            guard before.state != .rejected else { break }
            #expect(report.round == before.round + 1 && report.state == .inProgress)
            if before.round >= 3 { #expect(report.holder == law.forest.office, "the third reopening goes to the City Office") }
            if actor.roles.contains(.reporter) {
                #expect(before.rating == nil || before.rating == .dissatisfied)
                if let answeredAt = before.answeredAt { #expect(now.ms <= answeredAt.ms + Int64(law.policy.reopenDays) * 86_400_000) }
            }
        case .agendaEnded(let ending):
            endings.insert(ending.reason)
            let stays = ending.reason == .awaitingChairman || (ending.reason == .itemDeferred && ending.nextItem != nil && ending.nextAt != nil)
            #expect(report.state == (stays ? .onAgenda : .awaitingLeadership), "(v) \(what)")
            #expect(report.clocks.contains { $0.kind == .leaderDecide && $0.isOpen && !$0.isPaused }, "(v) its clock runs: \(what)")
            #expect(stays || report.agendaItem == nil)
            if case .tell = step.transitions.last?.notice {} else { Issue.record("the citizen is told: \(what)") }
        case .decide(let decision): decisions.insert(decision.kind)
        case .conclude:
            #expect(!report.openTasks.isEmpty && report.conclusion != nil && report.agendaItem == nil, "(i), (ii) \(what)")
        case .closeTask:
            let asks = step.prompts.contains { if case .draftAnswer = $0 { true } else { false } }
            #expect(asks == report.openTasks.isEmpty, "(iv) \(what)")
        case .return:
            // T6, T7: the unit's clock runs on while units disagree.
            #expect(before.clocks.count { $0.kind == .process && $0.isOpen } == report.clocks.count { $0.kind == .process && $0.isOpen })
            if report.bouncesInRound >= law.policy.bouncesToArbiter { #expect(report.isInDispute && report.holder == law.forest.office) }
        case .merge(let merging):
            // T21: a master, or words for the public; never a closed one unasked.
            #expect(merging.master != nil || merging.explanation?.isEmpty == false)
            if let master = merging.master, !master.state.isOpen { #expect(merging.intoClosed) }
        default: break
        }
    }

    func checkClocks(_ report: Report, _ what: String) {
        let leadership: Set<ReportState> = [.beyondAuthority, .awaitingLeadership, .onAgenda]
        for clock in report.clocks {
            #expect(clock.due >= clock.startedAt)
            #expect((clock.stoppedAt == nil) == (clock.ending == nil))
            if !clock.isOpen || clock.isPaused { #expect(clock.nextAlarm == nil) }
            guard clock.isOpen else { continue }
            switch clock.kind {
            case .process:
                #expect(clock.isPaused == (leadership.contains(report.state) || report.state == .awaitingInformation || report.state == .duplicate), "\(what)")
            case .receive: #expect(report.state == .received || report.state == .duplicate, "\(what)")
            case .leaderDecide: #expect(leadership.contains(report.state) || report.state == .duplicate, "\(what)")
            case .coordinate: #expect(report.state == .coordinating || report.state == .duplicate, "\(what)")
            case .conclusionTask, .citizenAnswer, .dossier: break
            }
        }
        for kind in ClockKind.allCases where kind != .coordinate && kind != .conclusionTask {
            #expect(report.clocks.filter { $0.kind == kind && $0.isOpen }.count <= 1, "one \(kind) at a time: \(what)")
        }
        // (ii) every open task has one clock, and none rings for a task that is done.
        let tasks = report.clocks.filter { $0.isOpen }.compactMap(\.task)
        #expect(Set(tasks) == Set(report.openTasks) && tasks.count == report.openTasks.count, "\(what)")
    }

    func checkTrail(_ report: Report, _ what: String) {
        let trail = hops[report.id] ?? []
        #expect(report.counters.hierarchical == trail.filter { $0.kind == .escalate }.count, "late never counts as beyond authority: \(what)")
        #expect(report.counters.functional == trail.filter { $0.kind == .return || $0.kind == .coordinate }.count)
        #expect(report.counters.late == trail.filter { $0.kind == .late && ($0.reason?.hasSuffix("parent") == true || $0.reason?.hasSuffix("office") == true) }.count)
        for clock in report.clocks where clock.breachedAt != nil { #expect(clock.rung.map { $0 >= .head } == true) }
    }
}

@Suite("Random commands never break the law")
struct ReportPropertyTests {
    @Test("guards, invariants, clocks and the buckets' sum", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func run(seed: UInt64) throws {
        var policy = ReportPolicy()
        policy.officeForwards = seed.isMultiple(of: 2)
        policy.minimumReasonSyllables = 1
        var simulation = Simulation(seed: seed, law: try City.law(policy))
        try simulation.run(steps: 2500)
        // The dice must reach everything, or they prove nothing.
        for verb in ["accept", "assign", "start", "ask", "reply", "coordinate", "escalate", "decide", "answer", "approve", "merge", "unmerge", "tick"] {
            #expect(simulation.done[verb, default: 0] > 0, "seed \(seed) never did \(verb): \(simulation.done)")
        }
    }

    @Test("between them the dice reach every command and every state")
    func coverage() throws {
        var done: Set<String> = []
        var states: Set<ReportState> = []
        var refused: Set<ReportRefusal.Code> = []
        var endings: Set<ReportCommand.AgendaEnding.Reason> = []
        var decisions: Set<DecisionKind> = []
        for seed in 100..<104 as Range<UInt64> {
            var policy = ReportPolicy()
            policy.officeForwards = seed.isMultiple(of: 2)
            policy.minimumReasonSyllables = 1
            policy.maximumQuestions = 3
            var simulation = Simulation(seed: seed, law: try City.law(policy))
            for _ in 0..<200 {
                try simulation.run(steps: 15)
                states.formUnion(simulation.reports.map(\.state))
            }
            done.formUnion(simulation.done.keys)
            refused.formUnion(simulation.refused.keys)
            endings.formUnion(simulation.endings)
            decisions.formUnion(simulation.decisions)
        }
        let verbs = [
            "accept", "reject", "assign", "start", "return", "ask", "reply", "coordinate", "opinion", "withdraw", "extend", "escalate", "complete", "forward", "office-return", "decide",
            "agenda-ended", "conclude", "close-task", "answer", "approve", "send-back", "rate", "reopen", "merge", "unmerge", "redact", "tick",
        ]
        #expect(verbs.filter { !done.contains($0) }.isEmpty)
        #expect(ReportState.allCases.filter { $0 != .draft && !states.contains($0) }.isEmpty)
        #expect(refused.isSuperset(of: [.forbidden, .wrongState, .incomplete, .masterCircle]))
        #expect(endings == Set(ReportCommand.AgendaEnding.Reason.allCases))
        #expect(decisions == Set(DecisionKind.allCases))
    }
}
