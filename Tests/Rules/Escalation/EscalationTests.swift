import Foundation
import Rules
import Testing

@Suite("An escalation and what it asks of its reports")
struct EscalationTests {
    let now = City.monday
    let reports = [ReportID(trusted: "r1"), ReportID(trusted: "r2")]

    private func escalation(_ law: ReportLaw, form: ReportCommand.Escalating.Form = .full(City.dossier), urgency: Urgency = .normal) throws -> Escalation {
        try Escalation(id: EscalationID(trusted: "e1"), from: City.lang, reports: reports, urgency: urgency, form: form, at: now, under: law)
    }

    private func refusal(_ body: () throws -> some Any) throws -> ReportRefusal { try #require(throws: ReportRefusal.self) { _ = try body() } }

    @Test("one proposal may carry several reports, each once")
    func submitting() throws {
        let law = try City.law()
        #expect(try escalation(law).state == .inbox)
        #expect(
            try refusal { try Escalation(id: EscalationID(trusted: "e"), from: City.lang, reports: [], urgency: .normal, form: .full(City.dossier), at: now, under: law) }.fields.map(\.pointer) == [
                "/reports"
            ])
        #expect(
            try refusal { try Escalation(id: EscalationID(trusted: "e"), from: City.lang, reports: [reports[0], reports[0]], urgency: .normal, form: .full(City.dossier), at: now, under: law) }.fields
                .map(\.reason) == ["field.twice"])
        let empty = try refusal { try escalation(law, form: .full(Dossier())) }
        #expect(empty.code == .escalationIncomplete && empty.code.status == 422 && empty.fields.count == 11)
        let short = try escalation(law, form: .short(ShortDossier(what: "Sập cống", place: "Đường Láng", done: "Rào chắn", ask: .direction)), urgency: .urgent)
        #expect(short.dossierDue == WorkingCalendars.at("2026-11-24 17:00"))
        #expect(try short.completing(City.dossier, by: City.officer(City.lang), under: law).escalation.dossierDue == nil)
        #expect(try refusal { try short.completing(City.dossier, by: City.officer(City.finance), under: law) }.code == .escalationForbidden)
    }

    @Test("only a leader decides, once, and the decision fans out", arguments: DecisionKind.allCases)
    func deciding(kind: DecisionKind) throws {
        let law = try City.law()
        let due = WorkingCalendars.at("2026-12-15 17:00")
        let decision = Decision(kind: kind, text: "Quyết định", leadUnit: City.construction, due: due, agendaItem: AgendaItemID(trusted: "i1"), meetingAt: due, outsideBody: "Bộ Xây dựng")
        let escalation = try escalation(law)
        #expect(try refusal { try escalation.deciding(decision, by: City.office, at: now, under: law) }.code == .escalationForbidden)
        let step = try escalation.deciding(decision, by: City.leader, at: now, under: law)
        #expect(step.fanOut == .decide(decision) && step.escalation.decisions.map(\.kind) == [kind] && step.escalation.version == 2)
        let states: [DecisionKind: EscalationState] = [
            .instruct: .decided, .assign: .decided, .referOutside: .decided, .agenda: .onAgenda, .circulate: .onAgenda, .defer: .inbox, .returnForMore: .returned, .decline: .returned,
        ]
        #expect(step.escalation.state == states[kind])
        if kind == .defer {
            #expect(step.escalation.deferredUntil == due)
        } else {
            #expect(try refusal { try step.escalation.deciding(decision, by: City.leader, at: now, under: law) }.code == .escalationWrongState)
        }
        // The fan-out is what each report accepts.
        let report = try City.escalated(under: law).applying(step.fanOut, by: .clock, at: now + 8000, under: law).report
        #expect(report.state != .beyondAuthority)
        #expect(try JSONDecoder().decode(Escalation.self, from: JSONEncoder().encode(step.escalation)) == step.escalation)
        #expect(try JSONDecoder().decode(ReportCommand.self, from: JSONEncoder().encode(step.fanOut)) == step.fanOut)
    }

    @Test("the meeting ends it, or gives it back", arguments: ReportCommand.AgendaEnding.Reason.allCases)
    func meeting(reason: ReportCommand.AgendaEnding.Reason) throws {
        let law = try City.law()
        let due = WorkingCalendars.at("2026-12-15 17:00")
        let onAgenda = try escalation(law).deciding(
            Decision(kind: .agenda, text: "Đưa ra họp", agendaItem: AgendaItemID(trusted: "i1"), meetingAt: due), by: City.leader, at: now, under: law
        ).escalation
        let ended = try onAgenda.agendaEnded(.init(reason: reason)).escalation
        #expect(ended.state == (reason == .awaitingChairman ? .onAgenda : .inbox) && (ended.agendaItem == nil) == (reason != .awaitingChairman))
        let concluded = try onAgenda.concluding(City.concluding(), at: now, under: law)
        #expect(concluded.escalation.state == .concluded && concluded.fanOut == .conclude(City.concluding()))
        #expect(try refusal { try concluded.escalation.agendaEnded(.init(reason: reason)) }.code == .escalationWrongState)
    }

    @Test("where the Office gathers first")
    func office() throws {
        var policy = ReportPolicy()
        policy.officeForwards = true
        let law = try City.law(policy)
        let escalation = try escalation(law)
        #expect(escalation.state == .gathering)
        #expect(try escalation.forwarding(by: City.office, under: law).escalation.state == .inbox)
        #expect(try refusal { try escalation.forwarding(by: City.head(City.lang), under: law) }.code == .escalationForbidden)
        let returned = try escalation.officeReturning("Bổ sung dự toán chi tiết", by: City.office, under: law)
        #expect(returned.escalation.state == .returned && returned.fanOut == .officeReturn(.init("Bổ sung dự toán chi tiết")))
    }
}
