import Foundation
import Rules
import Testing

@Suite("Up to leadership and back")
struct ReportLeadershipTests {
    let now = City.monday

    private func refusal(_ report: Report, _ command: ReportCommand, _ actor: ReportActor, _ law: ReportLaw, at instant: Timestamp? = nil) throws -> ReportRefusal {
        try #require(throws: ReportRefusal.self) { try report.applying(command, by: actor, at: instant ?? now + 8000, under: law) }
    }

    @Test("T11: the head sends it up; the unit's clock is suspended, the citizen's is not")
    func escalate() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        let escalate = ReportCommand.escalate(.init(escalation: EscalationID(trusted: "e1"), form: .full(City.dossier)))
        #expect(try refusal(report, escalate, City.officer(City.lang), law).code == .forbidden)
        #expect(try refusal(report, .escalate(.init(escalation: EscalationID(trusted: "e1"), form: .full(Dossier()))), City.head(City.lang), law).fields.count == 11)
        let step = try report.applying(escalate, by: City.head(City.lang), at: now + 3600, under: law)
        #expect(step.transitions.map(\.to) == [.beyondAuthority, .awaitingLeadership] && step.hops.map(\.kind) == [.escalate, .forward])
        #expect(step.report.holder == law.forest.leadership && step.report.handler == City.lang && step.report.bucket() == .processing)
        #expect(step.report.clock(.process)?.isPaused == true && step.report.clock(.citizenAnswer)?.isPaused == false)
        #expect(step.report.standing?.clock == .leaderDecide && step.report.clock(.leaderDecide)?.owner == law.forest.office)
        #expect(step.report.counters.hierarchical == 1 && step.report.counters.functional == 0)
        #expect(step.messages.map(\.code) == [.escalated])
    }

    @Test("T11: where the Office reads first, it forwards or asks for more")
    func office() throws {
        var policy = ReportPolicy()
        policy.officeForwards = true
        let law = try City.law(policy)
        let report = try City.escalated(under: law)
        #expect(report.state == .beyondAuthority && report.holder == law.forest.office)
        #expect(try refusal(report, .decide(.init(kind: .decline, text: "Không")), City.leader, law).code == .wrongState)
        #expect(try report.after(.forward, City.office, now + 8000, law).state == .awaitingLeadership)
        let back = try report.after(.officeReturn(.init("Bổ sung dự toán chi tiết")), City.office, now + 8000, law)
        #expect(back.state == .inProgress && back.holder == City.lang && back.clock(.process)?.isPaused == false)
    }

    @Test("an urgent report goes up with four lines; the rest is owed in one working day")
    func short() throws {
        let law = try City.law()
        let report = try City.inProgress(urgency: .urgent, under: law)
        let short = ShortDossier(what: "Sập cống", place: "Đường Láng", done: "Đã rào chắn", ask: .direction)
        let up = try report.after(.escalate(.init(escalation: EscalationID(trusted: "e1"), form: .short(short))), City.head(City.lang), now + 3600, law)
        #expect(up.clock(.dossier)?.due == WorkingCalendars.at("2026-11-24 17:00") && up.clock(.dossier)?.owner == City.lang)
        #expect(try refusal(up, .completeDossier(Dossier()), City.officer(City.lang), law).code == .incomplete)
        let directed = try up.after(.decide(.init(kind: .instruct, text: "Khắc phục ngay", leadUnit: City.construction)), City.leader, now + 4000, law)
        let complete = try directed.after(.completeDossier(City.dossier), City.officer(City.lang), now + 5000, law)
        #expect(complete.state == .directed && complete.clock(.dossier)?.ending == .done)
        #expect(try refusal(complete, .completeDossier(City.dossier), City.officer(City.lang), law).code == .wrongState, "once")
        let late = try up.applying(.tick, by: .clock, at: WorkingCalendars.at("2026-11-24 17:00"), under: law)
        #expect(late.hops.contains { $0.reason == "dossier.head" } && late.report.counters.hierarchical == 1)
    }

    @Test("T13: direction and assignment give the lead unit a clock and end the ward's", arguments: [DecisionKind.instruct, .assign, .referOutside])
    func direct(kind: DecisionKind) throws {
        let law = try City.law()
        let report = try City.escalated(under: law)
        let due = WorkingCalendars.at("2026-12-15 17:00")
        let decision = Decision(
            kind: kind, text: "Giao Sở Xây dựng", publicText: "Sở Xây dựng thay cống.", leadUnit: City.construction, due: kind == .instruct ? nil : due,
            outsideBody: kind == .referOutside ? "Bộ Xây dựng" : nil)
        #expect(try refusal(report, .decide(decision), City.head(City.lang), law).code == .forbidden)
        let step = try report.applying(.decide(decision), by: City.leader, at: now + 8000, under: law)
        #expect(step.report.state == .directed && step.report.holder == City.construction && !step.report.isReturnable)
        #expect(step.report.clock(.process)?.ending == .superseded && step.report.clock(.leaderDecide)?.ending == .done)
        #expect(step.report.standing?.clock == .conclusionTask)
        if kind != .instruct { #expect(step.report.standing?.due == due) }
        let started = try step.report.after(.start(UserID(trusted: "canbo-sxd")), City.officer(City.construction), now + 9000, law)
        #expect(started.state == .inProgress && started.handler == City.construction && started.standing?.clock == .conclusionTask)
    }

    @Test("decisions that send it back resume the ward's clock", arguments: [(DecisionKind.returnForMore, CitizenMessage.Code.returnedForMore), (.decline, .declined)])
    func back(kind: DecisionKind, code: CitizenMessage.Code) throws {
        let law = try City.law()
        let report = try City.escalated(under: law)
        let step = try report.applying(.decide(.init(kind: kind, text: "Phường làm rõ")), by: City.leader, at: now + 172_800, under: law)
        #expect(step.report.state == .inProgress && step.report.holder == City.lang && step.messages.map(\.code) == [code])
        #expect(step.report.clock(.process)?.isPaused == false && step.report.clock(.process)?.due == WorkingCalendars.at("2026-12-01 17:00"))
        let again = try step.report.after(.escalate(.init(escalation: EscalationID(trusted: "e2"), form: .full(City.dossier))), City.head(City.lang), now + 180_000, law)
        #expect(again.escalation?.text == "e2" && again.counters.hierarchical == 2)
    }

    @Test("deferred: still in the inbox, due on the day named")
    func deferred() throws {
        let law = try City.law()
        let until = WorkingCalendars.at("2026-12-10 17:00")
        let report = try City.escalated(under: law).after(.decide(.init(kind: .defer, text: "Chờ kết quả khảo sát", due: until)), City.leader, now + 8000, law)
        #expect(report.state == .awaitingLeadership && report.standing?.due == until)
    }

    @Test("T14: on an agenda the meeting is the due instant", arguments: [DecisionKind.agenda, .circulate])
    func agenda(kind: DecisionKind) throws {
        let law = try City.law()
        let meeting = WorkingCalendars.at("2026-11-30 09:00")
        let report = try City.escalated(under: law).after(
            .decide(.init(kind: kind, text: "Đưa ra họp", agendaItem: AgendaItemID(trusted: "i1"), meetingAt: meeting)), City.leader, now + 8000, law)
        #expect(report.state == .onAgenda && report.standing?.due == meeting && report.agendaItem?.text == "i1")
        #expect(report.clock(.leaderDecide)?.nextAlarm.map { $0 <= meeting } == true)
    }

    @Test("(v) whatever keeps the meeting from deciding leaves state, holder, clock and sentence", arguments: ReportCommand.AgendaEnding.Reason.allCases)
    func endings(reason: ReportCommand.AgendaEnding.Reason) throws {
        let law = try City.law()
        let report = try City.onAgenda(under: law)
        let instant = WorkingCalendars.at("2026-11-30 10:00")
        let step = try report.applying(.agendaEnded(.init(reason: reason)), by: City.secretariat, at: instant, under: law)
        #expect(step.report.state == (reason == .awaitingChairman ? .onAgenda : .awaitingLeadership))
        #expect(step.report.holder == law.forest.leadership && step.messages.count == 1 && step.hops.first?.reason == reason.rawValue)
        let clock = try #require(step.report.clock(.leaderDecide))
        #expect(clock.isOpen && !clock.isPaused && clock.nextAlarm != nil)
        if reason != .awaitingChairman {
            // Three working days, of which the wait for the meeting took none.
            #expect(clock.due == WorkingCalendars.at("2026-12-03 17:00") && clock.fixedDue == nil && step.report.agendaItem == nil, "\(clock.due.rfc3339)")
        } else {
            #expect(clock.due == WorkingCalendars.at("2026-12-03 17:00"))
        }
    }

    @Test("a deferred item with a date stays on an agenda")
    func deferredItem() throws {
        let law = try City.law()
        let next = WorkingCalendars.at("2026-12-07 09:00")
        let report = try City.onAgenda(under: law).after(
            .agendaEnded(.init(reason: .itemDeferred, nextItem: AgendaItemID(trusted: "i2"), nextAt: next)), City.secretariat, WorkingCalendars.at("2026-11-30 10:00"), law)
        #expect(report.state == .onAgenda && report.agendaItem?.text == "i2" && report.standing?.due == next)
    }

    @Test("T15: a conclusion is signed, has closed polls and tasks, each with one lead unit and a date")
    func conclude() throws {
        let law = try City.law()
        let report = try City.onAgenda(under: law)
        let instant = WorkingCalendars.at("2026-11-30 11:00")
        var bad = City.concluding()
        bad.isSigned = false
        bad.openPolls = 1
        bad.tasks[0].leadUnit = nil
        bad.tasks[1].due = nil
        bad.tasks[1].id = bad.tasks[0].id
        #expect(try refusal(report, .conclude(bad), City.secretariat, law, at: instant).fields.map(\.pointer) == ["/conclusion", "/openPolls", "/tasks/0/leadUnit", "/tasks/1/id", "/tasks/1/due"])
        bad.tasks = []
        #expect(try refusal(report, .conclude(bad), City.secretariat, law, at: instant).fields.map(\.pointer) == ["/conclusion", "/openPolls", "/tasks"])
        let concluded = try report.after(.conclude(City.concluding()), City.secretariat, instant, law)
        #expect(concluded.state == .concluded && concluded.holder == City.construction && concluded.openTasks.count == 2)
        #expect(concluded.clocks.filter { $0.kind == .conclusionTask && $0.isOpen }.count == 2)
        let started = try concluded.after(.start(UserID(trusted: "canbo-so-xay-dung")), City.officer(City.construction), instant + 60, law)

        // (iii) not "resolved" while tasks are open, but "partly".
        #expect(try refusal(started, .answer(.init(draft: City.answer)), City.officer(City.construction), law, at: instant + 120).code == .tasksOpen)
        var partly = City.answer
        partly.outcome = .partlyResolved
        #expect(try started.after(.answer(.init(draft: partly)), City.officer(City.construction), instant + 120, law).state == .answerPending)

        // (iv) the last task asks for the answer, with the public text.
        let one = try started.applying(.closeTask(ActionItemID(trusted: "t1"), publicText: "x"), by: .clock, at: instant + 200, under: law)
        #expect(one.prompts.isEmpty)
        let all = try one.report.applying(.closeTask(ActionItemID(trusted: "t2"), publicText: "Đã thay cống"), by: .clock, at: instant + 300, under: law)
        #expect(all.prompts == [.draftAnswer(handler: City.construction, publicText: "Đã thay cống")] && all.messages.map(\.code) == [.tasksDone])
        #expect(try all.report.after(.answer(.init(draft: City.answer)), City.officer(City.construction), instant + 400, law).pending?.secondApproval == [.escalated])
    }
}
