import Foundation
import Rules
import Testing

@Suite("Answer, rating, reopening, merging")
struct ReportAnsweringTests {
    let now = City.monday
    let later = WorkingCalendars.at("2026-11-24 09:00")

    private func refusal(_ report: Report, _ command: ReportCommand, _ actor: ReportActor, _ law: ReportLaw, at instant: Timestamp? = nil) throws -> ReportRefusal {
        try #require(throws: ReportRefusal.self) { try report.applying(command, by: actor, at: instant ?? later, under: law) }
    }

    private func answered(_ report: Report, by unit: UnitID = City.lang, at instant: Timestamp, _ law: ReportLaw) throws -> Report {
        try report.after(.answer(.init(draft: City.answer)), City.officer(unit), instant, law).after(.approve, City.head(unit), instant + 600, law)
    }

    @Test("T16–T17: the answer passes the gate, the head approves")
    func answer() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        #expect(try refusal(report, .answer(.init(draft: AnswerDraft(outcome: nil, text: ""))), City.officer(City.lang), law).fields.map(\.pointer) == ["/text", "/outcome"])
        let pending = try report.after(.answer(.init(draft: City.answer)), City.officer(City.lang), later, law)
        #expect(pending.state == .answerPending && pending.bucket() == .processing && pending.pending?.secondApproval == [])
        #expect(try refusal(pending, .approve, City.officer(City.lang), law).code == .forbidden)
        let step = try pending.applying(.approve, by: City.head(City.lang), at: later + 600, under: law)
        #expect(step.report.state == .answered && step.report.bucket() == .answered && step.report.standing == nil)
        #expect(step.report.clocks.allSatisfy { !$0.isOpen } && step.messages.map(\.code) == [.answeredResolved])
        #expect(step.report.closesAt == WorkingCalendars.at("2026-12-03 17:00"), "seven working days")
        // Two officers at once: the second finds another state.
        #expect(try refusal(pending, .answer(.init(draft: City.answer)), City.officer(City.lang), law).code == .wrongState)
    }

    @Test("the message follows the outcome", arguments: AnswerOutcome.allCases)
    func outcomes(outcome: AnswerOutcome) throws {
        let law = try City.law()
        var draft = City.answer
        draft.outcome = outcome
        draft.plannedFor = CivilDate(iso: "2026-12-01")
        let step = try City.inProgress(under: law).after(.answer(.init(draft: draft)), City.officer(City.lang), later, law).applying(.approve, by: City.head(City.lang), at: later, under: law)
        let sentence = try #require(step.messages.first).sentence(in: .vietnamese, name: law.forest.name)
        #expect(sentence.contains("đã xử lý xong") == (outcome == .resolved), "\(sentence)")
    }

    @Test("T17: a second pair of eyes for urgent, escalated, flagged, reopened and collective reports")
    func secondEyes() throws {
        let law = try City.law()
        let head = City.head(City.lang)
        let plain = try City.inProgress(under: law).after(.answer(.init(draft: City.answer)), head, later, law)
        #expect(try plain.after(.approve, head, later, law).state == .answered, "a head may approve what he wrote himself")
        let flagged = try City.inProgress(under: law).after(.answer(.init(draft: City.answer, flags: [AnswerFlag(.hasty, figure: 1)])), head, later, law)
        #expect(try refusal(flagged, .approve, head, law).code == .secondApprover)
        let deputy = ReportActor(person: UserID(trusted: "pho"), roles: [.head(City.lang)])
        #expect(try flagged.after(.approve, deputy, later, law).state == .answered)
        let urgent = try City.inProgress(urgency: .urgent, under: law).after(.answer(.init(draft: City.answer)), head, later, law)
        #expect(urgent.pending?.secondApproval == [.urgent])
        var collective = City.submission()
        collective.isCollective = true
        let signed = try City.received(collective, under: law).after(.accept(.init(category: City.flooding, urgency: .normal, legalKind: .onTheSpot)), City.reception, now + 60, law)
            .after(.assign(.init(unit: City.lang)), City.reception, now + 120, law).after(.start(UserID(trusted: "a")), head, now + 180, law).after(
                .answer(.init(draft: City.answer)), head, later, law)
        #expect(signed.pending?.secondApproval == [.collective])
    }

    @Test("T18: the head sends it back with a reason")
    func sendBack() throws {
        let law = try City.law()
        let pending = try City.inProgress(under: law).after(.answer(.init(draft: City.answer)), City.officer(City.lang), later, law)
        #expect(try refusal(pending, .sendBack(.init("")), City.head(City.lang), law).fields.map(\.pointer) == ["/reason"])
        let back = try pending.after(.sendBack(.init("Thiếu ảnh hiện trường")), City.head(City.lang), later, law)
        #expect(back.state == .inProgress && back.pending == nil && back.clock(.process)?.isOpen == true)
    }

    @Test("T19: rating or seven working days of silence close it")
    func closing() throws {
        let law = try City.law()
        let report = try answered(City.inProgress(under: law), at: later, law)
        let rated = try report.after(.rate(.init(.satisfied)), .reporter, later + 3600, law)
        #expect(rated.state == .closed && rated.rating == .satisfied && rated.bucket() == .answered)
        #expect(try refusal(rated, .rate(.init(.dissatisfied)), .reporter, law).code == .alreadyRated)
        #expect(try refusal(report, .rate(.init(.satisfied)), City.officer(City.lang), law).code == .forbidden)
        #expect(try report.applying(.tick, by: .clock, at: Timestamp(ms: try #require(report.closesAt).ms - 1), under: law).transitions.isEmpty)
        let closed = try report.after(.tick, .clock, try #require(report.closesAt), law)
        #expect(closed.state == .closed && closed.wakesAt == nil)
        #expect(try closed.after(.rate(.init(.acceptable)), .reporter, WorkingCalendars.at("2026-12-04 09:00"), law).rating == .acceptable)
    }

    @Test("T19: reasons are codes of the policy, each kept once and in its order; one there is not is named")
    func reasons() throws {
        func code(_ text: String) -> RatingReasonID { RatingReasonID(trusted: text) }
        let known = ["late", "generic", "noProof"].map { RatingReason(code: code($0), name: BilingualText(vi: $0, en: $0)) }
        let law = try City.law(ReportPolicy(ratingReasons: known))
        let report = try answered(City.inProgress(under: law), at: later, law)
        let wrong = try refusal(report, .rate(.init(.dissatisfied, reasons: [code("late"), code("none")])), .reporter, law)
        #expect(wrong.code == .incomplete && wrong.fields.map(\.pointer) == ["/reasons/1"])
        let rated = try report.after(.rate(.init(.dissatisfied, reasons: [code("noProof"), code("late"), code("late")])), .reporter, later + 3600, law)
        #expect(rated.ratingReasons == [code("late"), code("noProof")])
        let again = try rated.after(.reopen(.init(reason: "Đường vẫn còn ngập sâu")), .reporter, later + 7200, law)
        #expect(again.ratingReasons.isEmpty && again.ratings.first?.reasons.count == 2, "another round, another rating")
    }

    @Test("T20: the second reopening climbs to the department, the third to the Office; half the time each")
    func reopening() throws {
        let law = try City.law()
        let reason = ReportCommand.reopen(.init(reason: "Đường vẫn còn ngập sâu"))
        var report = try answered(City.inProgress(under: law), at: later, law)
        #expect(try refusal(report, .reopen(.init(reason: "")), .reporter, law).fields.map(\.pointer) == ["/reason"])
        report = try report.after(reason, .reporter, later + 3600, law)
        #expect(report.state == .inProgress && report.holder == City.lang && report.round == 2 && report.ratings.map(\.level) == [.dissatisfied])
        #expect(report.clock(.process)?.budget == .days(3) && report.standing?.clock == .process && report.bucket() == .processing)
        report = try answered(report, at: later + 7200, law)
        report = try report.after(reason, .reporter, later + 10_000, law)
        #expect(report.holder == City.construction && report.round == 3 && report.officer == nil)
        report = try answered(report, by: City.construction, at: later + 20_000, law)
        report = try report.after(reason, .reporter, later + 30_000, law)
        #expect(report.holder == law.forest.office && report.round == 4)
    }

    @Test("T20: fifteen days for the reporter, any time for the reception, never against one's own rating")
    func reopeningLimits() throws {
        let law = try City.law()
        let reason = ReportCommand.reopen(.init(reason: "Đường vẫn còn ngập sâu"))
        let report = try answered(City.inProgress(under: law), at: later, law)
        let end = try #require(report.answeredAt).ms + 15 * 86_400_000
        #expect(try report.after(reason, .reporter, Timestamp(ms: end), law).round == 2)
        #expect(try refusal(report, reason, .reporter, law, at: Timestamp(ms: end + 1)).code == .reopenLate)
        #expect(try report.after(reason, City.reception, Timestamp(ms: end + 1), law).ratings.isEmpty)
        #expect(try report.after(reason, City.officer(City.lang), later + 700, law).state == .inProgress, "an error of the staff")
        let content = try report.after(.rate(.init(.satisfied)), .reporter, later + 3600, law)
        #expect(try refusal(content, reason, .reporter, law).code == .reopenContent)
        let sad = try report.after(.rate(.init(.dissatisfied)), .reporter, later + 3600, law)
        #expect(try sad.after(reason, .reporter, later + 7200, law).ratings.count == 1)
    }

    @Test("T21–T22: a duplicate follows its master and can be parted again with its time")
    func merging() throws {
        let law = try City.law()
        let report = try City.inProgress(under: law)
        let code = try City.received(id: "r2", under: law).code
        func merge(_ state: ReportState, knowing: Bool = false, id: String = "r2") -> ReportCommand {
            .merge(.init(master: .init(id: ReportID(trusted: id), code: code, state: state), explanation: nil, intoClosed: knowing))
        }
        #expect(try refusal(report, merge(.inProgress, id: "r1"), City.officer(City.lang), law).code == .masterCircle)
        #expect(try refusal(report, merge(.closed), City.officer(City.lang), law).code == .masterClosed)
        #expect(try report.after(merge(.closed, knowing: true), City.officer(City.lang), later, law).state == .duplicate)
        #expect(try refusal(report, .merge(.init(master: nil, explanation: nil)), City.officer(City.lang), law).fields.map(\.reason) == ["report.master-or-explanation"])
        #expect(try refusal(report, merge(.duplicate), City.officer(City.lang), law).code == .incomplete)

        let merged = try report.applying(merge(.inProgress), by: City.officer(City.lang), at: WorkingCalendars.at("2026-11-23 17:00"), under: law)
        #expect(merged.report.state == .duplicate && merged.report.master?.text == "r2" && merged.report.wakesAt == nil && merged.report.standing == nil)
        #expect(merged.prompts == [.repointDuplicates(to: ReportID(trusted: "r2"))] && merged.messages.first?.text == code.description)
        #expect(merged.report.bucket(master: .accepted) == .waiting && merged.report.bucket(master: .closed) == .answered && merged.report.bucket(master: nil) == .rejected)
        #expect(try refusal(merged.report, .unmerge(.init("")), .reporter, law).fields.map(\.pointer) == ["/reason"])
        let parted = try merged.report.after(.unmerge(.init("Hai chỗ ngập khác nhau")), .reporter, WorkingCalendars.at("2026-11-25 17:00"), law)
        #expect(parted.state == .inProgress && parted.master == nil && parted.clock(.process)?.due == WorkingCalendars.at("2026-12-02 17:00"))
        #expect(try refusal(answered(report, at: later, law), merge(.inProgress), City.officer(City.lang), law).code == .wrongState)
    }

    @Test("T23: hiding changes nothing but the trail, in every state")
    func redact() throws {
        let law = try City.law()
        let reports = try [City.received(under: law), City.assigned(under: law), City.inProgress(under: law), City.escalated(under: law), answered(City.inProgress(under: law), at: later, law)]
        for report in reports {
            #expect(try refusal(report, .redact(.init("Lộ số điện thoại")), .reporter, law).code == .forbidden)
            let step = try report.applying(.redact(.init("Lộ số điện thoại")), by: City.moderator, at: later, under: law)
            #expect(step.report.state == report.state && step.report.clocks == report.clocks && step.messages.map(\.code) == [.redacted])
        }
    }
}
