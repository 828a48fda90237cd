import Foundation
import Rules
import Testing

@Suite("Handling in the unit")
struct ReportHandlingTests {
    let now = City.monday

    private func refusal(_ report: Report, _ command: ReportCommand, _ actor: ReportActor, _ law: ReportLaw, at instant: Timestamp? = nil) throws -> ReportRefusal {
        try #require(throws: ReportRefusal.self) { try report.applying(command, by: actor, at: instant ?? now + 3000, under: law) }
    }

    private func back(_ unit: UnitID, _ rule: String) -> ReportCommand {
        .return(.init(reason: .otherField, unit: unit, rule: CompetenceRuleID(trusted: rule), note: "Thuộc lĩnh vực của sở"))
    }

    @Test("T5: the unit names its officer")
    func start() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        #expect(report.state == .inProgress && report.bucket() == .processing && report.officer?.text == "canbo-hn-00199" && report.standing?.clock == .process)
        #expect(try refusal(City.assigned(under: law), .start(UserID(trusted: "x")), City.officer(City.finance), law).code == .forbidden)
    }

    @Test("T6: the head returns it with the right unit and its rule; the clock runs on")
    func giveBack() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        #expect(try refusal(report, back(City.construction, "SXD-DS"), City.officer(City.lang), law).code == .forbidden)
        #expect(try refusal(report, back(City.construction, "TNHN"), City.head(City.lang), law).fields.map(\.reason) == ["competence.rule-does-not-fit"])
        #expect(try refusal(report, back(City.construction, "none"), City.head(City.lang), law).fields.map(\.reason) == ["competence.unknown-rule"])
        #expect(try refusal(report, back(City.lang, "P-TN"), City.head(City.lang), law).fields.map(\.reason) == ["unit.own"])
        #expect(
            try refusal(report, .return(.init(reason: .otherField, unit: City.construction, rule: CompetenceRuleID(trusted: "SXD-DS"), note: "")), City.head(City.lang), law).fields.map(\.pointer) == [
                "/note"
            ])
        let due = report.clock(.process)?.due
        let step = try report.applying(back(City.construction, "SXD-DS"), by: City.head(City.lang), at: now + 3000, under: law)
        #expect(step.report.state == .accepted && step.report.bucket() == .waiting && step.report.holder == law.forest.serviceCentre && step.report.officer == nil)
        #expect(step.report.clock(.process)?.due == due && step.report.clock(.process)?.isPaused == false && step.report.counters.functional == 1)
        #expect(step.messages.first?.sentence(in: .vietnamese, name: law.forest.name) == "Phường Láng trả lại phản ánh và đề nghị chuyển cho Sở Xây dựng. Thời hạn vẫn tiếp tục tính.")
    }

    @Test("T7: the second return goes to the arbiter, whose choice is final")
    func arbiter() throws {
        let law = try City.law()
        let once = try City.inProgress(under: law).after(back(City.construction, "SXD-DS"), City.head(City.lang), now + 3000, law)
        let again = try once.after(.assign(.init(unit: City.construction)), City.reception, now + 3600, law)
        let step = try again.applying(back(City.drainage, "TNHN"), by: City.head(City.construction), at: now + 4000, under: law)
        #expect(step.report.isInDispute && step.report.holder == law.forest.office && step.hops.map(\.kind) == [.return, .arbitrate] && step.messages.last?.code == .inDispute)
        #expect(
            step.report.counters
                == {
                    var c = Report.Counters()
                    c.functional = 2
                    return c
                }())
        #expect(try refusal(step.report, .assign(.init(unit: City.lang)), City.reception, law).code == .forbidden)
        let final = try step.report.after(.assign(.init(unit: City.lang)), City.office, now + 5000, law)
        #expect(!final.isReturnable && !final.isInDispute)
        #expect(try refusal(final, back(City.construction, "SXD-DS"), City.head(City.lang), law, at: now + 6000).code == .notReturnable)
        #expect(final.clocks.filter { $0.kind == .process }.count == 1, "one clock however often it bounced")
    }

    @Test("T8: questions pause the unit's clock, not the citizen's; two at most; silence ends them")
    func questions() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        let question = ReportCommand.ask(.init("Xin ông bà cho biết chính xác vị trí cống bị nghẹt ở trước số nhà nào"))
        #expect(try refusal(report, .ask(.init("Ở đâu ạ?")), City.officer(City.lang), law).fields.map(\.reason) == ["report.too-short"])
        let asked = try report.after(question, City.officer(City.lang), WorkingCalendars.at("2026-11-23 10:00"), law)
        #expect(asked.state == .awaitingInformation && asked.clock(.process)?.isPaused == true && asked.clock(.citizenAnswer)?.isPaused == false)
        #expect(asked.standing?.isPaused == true && asked.questionEndsAt == WorkingCalendars.at("2026-11-30 17:00"))
        let replied = try asked.after(.reply, .reporter, WorkingCalendars.at("2026-11-25 10:00"), law)
        #expect(replied.clock(.process)?.due == WorkingCalendars.at("2026-12-02 17:00") && replied.state == .inProgress, "two working days later")
        let second = try replied.after(question, City.officer(City.lang), WorkingCalendars.at("2026-11-25 11:00"), law)
        #expect(try second.after(.tick, .clock, WorkingCalendars.at("2026-12-02 16:59"), law).state == .awaitingInformation)
        let expired = try second.applying(.tick, by: .clock, at: WorkingCalendars.at("2026-12-02 17:00"), under: law)
        #expect(expired.report.state == .inProgress && expired.messages.contains { $0.code == .questionExpired })
        #expect(try refusal(expired.report, question, City.officer(City.lang), law, at: WorkingCalendars.at("2026-12-03 08:00")).code == .questionLimit)
        #expect(try refusal(asked, question, City.officer(City.lang), law).code == .wrongState, "one open at a time")
    }

    @Test("T9: a consulted unit has a clock of its own, and is late for itself")
    func consultation() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        let asked = try report.after(.coordinate(.init(unit: City.construction, request: "Cho ý kiến về kích thước cống")), City.officer(City.lang), now + 3000, law)
        #expect(asked.state == .coordinating && asked.clock(.coordinate)?.owner == City.construction && asked.clock(.process)?.isPaused == false)
        #expect(try refusal(asked, .coordinate(.init(unit: City.construction, request: "Cho ý kiến thêm")), City.officer(City.lang), law).fields.map(\.reason) == ["unit.asked-already"])
        let both = try asked.after(.coordinate(.init(unit: City.finance, request: "Cho ý kiến về kinh phí")), City.officer(City.lang), now + 3100, law)
        #expect(try refusal(both, .opinion(1), City.officer(City.finance), law).code == .forbidden)
        let one = try both.after(.opinion(1), City.officer(City.construction), now + 4000, law)
        #expect(one.state == .coordinating)
        let late = try one.applying(.tick, by: .clock, at: WorkingCalendars.at("2026-11-26 17:00"), under: law)
        #expect(late.hops.contains { $0.kind == .late && $0.reason == "coordinate.head" && $0.to == City.finance })
        #expect(late.report.clock(.process)?.breachedAt == nil)
        let done = try one.after(.withdraw(2), City.officer(City.lang), now + 5000, law)
        #expect(done.state == .inProgress && done.subRequests.allSatisfy { $0.endedAt != nil } && done.counters.functional == 2)
        #expect(try refusal(done, .withdraw(2), City.officer(City.lang), law).code == .wrongState)
    }

    @Test("T10: an extension is asked before the due instant, granted above, once, and keeps the original date")
    func extending() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        let until = WorkingCalendars.at("2026-12-04 17:00")
        let ask = ReportCommand.askExtension(.init(until: until, reason: "Chờ vật tư thay cống"))
        #expect(try refusal(report, ask, City.officer(City.lang), law).code == .forbidden)
        #expect(
            try refusal(report, .askExtension(.init(until: WorkingCalendars.at("2027-12-04 17:00"), reason: "Chờ vật tư thay cống")), City.head(City.lang), law).fields.map(\.reason) == [
                "report.extension-too-long"
            ])
        #expect(try refusal(report, ask, City.head(City.lang), law, at: WorkingCalendars.at("2026-11-30 17:00")).code == .extensionLate)
        let asked = try report.after(ask, City.head(City.lang), now + 3000, law)
        #expect(try refusal(asked, .decideExtension(granted: true), City.head(City.lang), law).code == .forbidden)
        #expect(try refusal(asked, .decideExtension(granted: true), City.head(City.construction), law, at: WorkingCalendars.at("2026-12-01 08:00")).code == .extensionLate)
        let granted = try asked.after(.decideExtension(granted: true), City.head(City.construction), now + 4000, law)
        #expect(granted.clock(.process)?.due == until && granted.clock(.process)?.originalDue == WorkingCalendars.at("2026-11-30 17:00"))
        #expect(try refusal(granted, ask, City.head(City.lang), law, at: now + 5000).code == .extensionLimit)
        // A question moves the extended date by what it takes.
        let question = ReportCommand.ask(.init("Xin ông bà cho biết chính xác vị trí cống bị nghẹt ở trước số nhà nào"))
        let paused = try granted.after(question, City.officer(City.lang), WorkingCalendars.at("2026-11-25 08:00"), law)
        #expect(try paused.after(.reply, .reporter, WorkingCalendars.at("2026-11-26 08:00"), law).clock(.process)?.due == WorkingCalendars.at("2026-12-07 17:00"))
        let refused = try asked.applying(.decideExtension(granted: false), by: City.leader, at: now + 4000, under: law)
        #expect(refused.report.extensions == 0 && refused.messages.isEmpty)
    }

    @Test("T12: alarms ring once each, level by level, and are never 'beyond authority'")
    func alarms() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        var current = report
        var levels: [String] = []
        for _ in 0..<60 {
            guard let next = current.wakesAt, current.counters.late < 20 else { break }
            let step = try current.applying(.tick, by: .clock, at: next, under: law)
            levels += step.hops.filter { $0.reason?.hasPrefix("process") == true }.compactMap(\.reason)
            #expect(step.hops.allSatisfy { $0.kind == .late } && step.report.state == .inProgress)
            #expect(try step.report.applying(.tick, by: .clock, at: next, under: law).transitions.isEmpty, "nothing twice")
            current = step.report
        }
        #expect(levels == ["process.reminder", "process.head", "process.parent", "process.office"])
        #expect(current.counters.hierarchical == 0 && current.counters.late == 4 && current.clock(.process)?.breachedAt == WorkingCalendars.at("2026-11-30 17:00"))
        #expect(current.wakesAt == nil)
        #expect(TrafficLight(try #require(current.clock(.process)), at: WorkingCalendars.at("2026-12-01 08:00")) == .late)
        #expect(TrafficLight(try #require(report.clock(.process)), at: now + 3000) == .onTime)
    }

    @Test("a new calendar moves open clocks only, and says so")
    func recount() throws {
        let law = try City.law()
        let report = try City.inProgress(at: WorkingCalendars.at("2026-11-20 08:00"), under: law)
        var version = try WorkingCalendars.version("vn-public-2411")
        version.id = CalendarID(trusted: "vn-public")
        version.version = 2
        let next = try ReportLaw(
            profiles: Array(law.profiles.values), defaultProfile: law.defaultProfile.id, calendars: [WorkClock(version), WorkingCalendars.clock("24x7")], competence: law.competence)
        let step = try report.applying(.recount, by: .clock, at: now, under: next)
        #expect(report.clock(.process)?.due == WorkingCalendars.at("2026-11-27 17:00") && step.report.clock(.process)?.due == WorkingCalendars.at("2026-11-30 17:00"))
        #expect(step.report.clock(.receive) == report.clock(.receive), "closed history stays")
        #expect(step.hops.map(\.kind) == [.recount] && step.messages.map(\.code) == [.dueMoved] && step.prompts.count == 2)
        #expect(try step.report.applying(.recount, by: .clock, at: now, under: next).transitions.isEmpty)
    }
}
