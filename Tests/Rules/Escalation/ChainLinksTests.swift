import Rules
import Testing

@Suite("The links of the chain")
struct ChainLinksTests {
    let item = AgendaItemID(trusted: "i1")
    let conclusion = ConclusionID(trusted: "k1")
    let task = ActionItemID(trusted: "t1")

    private func onAgenda() throws -> Escalation {
        let law = try City.law()
        let escalation = try Escalation(id: EscalationID(trusted: "e1"), from: City.lang, reports: [ReportID(trusted: "r1")], urgency: .normal, form: .full(City.dossier), at: City.monday, under: law)
        return try escalation.deciding(
            Decision(kind: .agenda, text: "Đưa ra họp", agendaItem: item, meetingAt: WorkingCalendars.at("2026-11-30 09:00")), by: City.leader, at: City.monday, under: law
        ).escalation
    }

    private func concluded(_ change: (inout ChainLinks.Conclusion) -> Void = { _ in }) -> ChainLinks.Conclusion {
        var value = ChainLinks.Conclusion(
            id: conclusion, item: item, isSigned: true, privateText: "Giao Sở, lưu ý nhà thầu", publicText: "Thay cống", isPublicTextReleased: true, isPublicTextShown: true)
        change(&value)
        return value
    }

    private func work(_ change: (inout ChainLinks.Task) -> Void = { _ in }) -> ChainLinks.Task {
        var value = ChainLinks.Task(id: task, leadUnits: [City.construction], due: City.monday, sources: [conclusion], isDone: false)
        change(&value)
        return value
    }

    @Test("a whole chain has no fault")
    func whole() throws {
        #expect(ChainLinks(items: [item], escalations: [try onAgenda()]).faults.isEmpty)
        let law = try City.law()
        let done = try onAgenda().concluding(City.concluding(1), at: City.monday, under: law).escalation
        #expect(ChainLinks(items: [item], escalations: [done], conclusions: [concluded()], tasks: [work()], papers: [.init(id: "p", text: "Phản ánh HN2611-…")]).faults.isEmpty)
    }

    @Test("(i) a signed conclusion leaves no escalation of its item undecided")
    func first() throws {
        #expect(ChainLinks(items: [item], escalations: [try onAgenda()], conclusions: [concluded()]).faults == [LinkFault(.escalationUndecided, "e1")])
        #expect(ChainLinks(items: [item], escalations: [try onAgenda()], conclusions: [concluded { $0.isSigned = false }]).faults.isEmpty)
    }

    @Test("(ii) a task has one lead unit, a due instant and a source")
    func second() {
        func faults(_ change: (inout ChainLinks.Task) -> Void) -> [LinkFault.Kind] { ChainLinks(conclusions: [concluded()], tasks: [work(change)]).faults.map(\.kind) }
        #expect(faults { $0.leadUnits = [] } == [.taskWithoutLead])
        #expect(faults { $0.leadUnits = [City.construction, City.finance] } == [.taskWithoutLead])
        #expect(faults { $0.due = nil } == [.taskWithoutDue])
        #expect(faults { $0.sources = [] } == [.taskWithoutSource])
        #expect(faults { $0.sources = [ConclusionID(trusted: "other")] } == [.taskWithoutSource])
    }

    @Test("(iv) every task done and nobody asked to answer")
    func fourth() throws {
        let law = try City.law()
        let report = try City.onAgenda(under: law).after(.conclude(City.concluding(1)), City.secretariat, WorkingCalendars.at("2026-11-30 11:00"), law)
        let links = ChainLinks(reports: [report], conclusions: [concluded()], tasks: [work { $0.isDone = true }])
        #expect(links.faults == [LinkFault(.answerNotAskedFor, "r1")])
        var asked = links
        asked.answersAskedFor = [report.id]
        #expect(asked.faults.isEmpty)
    }

    @Test("(v) an item taken off leaves nothing on an agenda")
    func fifth() throws {
        #expect(ChainLinks(escalations: [try onAgenda()]).faults == [LinkFault(.escalationOnNoAgenda, "e1")])
        #expect(ChainLinks(reports: [try City.escalated(under: City.law())]).faults.isEmpty)
    }

    @Test(
        "(vi) papers hold tracking codes, never the reporter",
        arguments: [
            ("Phản ánh của ông Nguyễn Văn Bình", true), ("phan anh cua nguyen van binh", true), ("Gọi 0912.345.678 để hỏi", true), ("Gọi 09 12 345678", true), ("binh@vi.du.vn gửi", true),
            ("Phản ánh HN2611-7K3QX9MD-R tại phường Láng", false), ("Nguyễn Văn An, 0912 345 679", false),
        ])
    func sixth(text: String, isNamed: Bool) {
        let links = ChainLinks(papers: [.init(id: "p1", text: text)], identities: ["Nguyễn Văn Bình", "0912345678", "binh@vi.du.vn", ""])
        #expect(links.faults == (isNamed ? [LinkFault(.reporterNamed, "p1")] : []))
    }

    @Test("(vii) the public text is released, and is not the private one by accident")
    func seventh() {
        #expect(ChainLinks(conclusions: [concluded { $0.isPublicTextReleased = false }]).faults.map(\.kind) == [.publicTextNotReleased])
        #expect(
            ChainLinks(conclusions: [
                concluded {
                    $0.isPublicTextReleased = false
                    $0.publicText = $0.privateText
                }
            ]).faults.map(\.invariant) == ["vii", "vii"])
        #expect(
            ChainLinks(conclusions: [
                concluded {
                    $0.isPublicTextReleased = false
                    $0.isPublicTextShown = false
                }
            ]).faults.isEmpty)
    }
}
