import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

@Suite("Reports through the door")
struct EscalationTests {
    @Test("the whole chain: a ward's report to the city's decision and back")
    func chain() async throws {
        let town = try await ReportCity.built()
        let kit = town.kit
        let (escalation, reports, meeting, item) = try await town.onAgenda(2)
        let id = reports[0]
        #expect(try await town.state(id) == .onAgenda)
        try await town.open(meeting)
        let poll = try await town.city.openPoll(meeting, item: item)
        try await town.city.vote(poll, .for, by: town.city.seats)
        let early = ConcludeItem(id: kit.newID(), meeting: meeting, item: item, text: "Thống nhất phương án A", tasks: [town.task()])
        #expect(try await kit.refusal(early, as: town.city.clerk)?.fields.map(\.pointer) == ["/openPolls"])
        try await kit.perform(ClosePoll(id: poll), as: town.city.chair)
        try await town.follow()
        #expect(try await town.state(id) == .onAgenda)
        let without = ConcludeItem(id: kit.newID(), meeting: meeting, item: item, text: "Thống nhất phương án A", tasks: [])
        #expect(try await kit.refusal(without, as: town.city.clerk)?.fields.map(\.pointer) == ["/tasks"])
        let task = town.task()
        let conclusion = try await kit.perform(
            ConcludeItem(
                id: kit.newID(), meeting: meeting, item: item, text: "Giao Sở Xây dựng, trao đổi riêng về giá", publicText: "Thành phố giao Sở Xây dựng thay cống", isReleased: true,
                tasks: [task]), as: town.city.clerk)
        #expect(try await town.escalation(escalation).state == .concluded)
        for report in reports { #expect(try await town.state(report) == .concluded) }
        #expect(try await town.report(id).holder == ReportCity.construction)
        try await kit.perform(StartReport(id: id), as: town.builder)
        let photo = try await kit.perform(
            AttachFile(
                id: kit.newID(), report: id, side: .after, file: .photo(.init(sha256: String(repeating: "9", count: 64), bytes: 1, mediaType: "image/jpeg", widthPx: 1, heightPx: 1))),
            as: town.builder).id
        let draft = AnswerDraft(
            outcome: .resolved, text: "Sở Xây dựng đã thay xong 400 mét cống trên đường Láng gần cầu Cót, nước đã rút hết sau trận mưa hôm qua, mặt đường đã được hoàn trả.",
            evidence: [Evidence(kind: .document, document: photo)])
        #expect(try await kit.refusal(AnswerReport(id: id, draft: draft), as: town.builder)?.code == .reportTasksOpen)
        try await kit.perform(CloseActionItem(id: task.id, result: "Đã thay xong"), as: town.builder)
        let view = try await town.view(id, for: town.builder)
        #expect(view.answerHint == "Thành phố giao Sở Xây dựng thay cống")
        #expect(view.links.conclusion == conclusion.id && view.links.actionItems.map(\.isDone) == [true])
        try await kit.perform(AnswerReport(id: id, draft: draft), as: town.builder)
        try await kit.perform(ApproveAnswer(id: id), as: town.buildersHead)
        try await kit.perform(RateReport(id: id, level: .satisfied, sealedID: kit.newText()), as: .reporter(id))
        #expect(try await town.state(id) == .closed)
        #expect(
            try await town.told(id) == [
                .received, .accepted, .assigned, .started, .escalated, .onAgenda, .concluded, .started, .tasksDone, .answeredResolved, .rated,
            ])
        #expect(try await kit.finding().fault == nil)
    }

    // MARK: Links

    @Test("a vote that is not adopted, a tie, a meeting without quorum, cancelled or put off each leave a state, a holder and a sentence")
    func endings() async throws {
        let town = try await ReportCity.built()
        let kit = town.kit
        func check(_ id: EscalationID, _ report: ReportID, _ state: EscalationState, _ told: CitizenMessage.Code) async throws {
            try await town.follow()
            try await town.follow()
            let found = try await town.report(report)
            let (reached, heard) = (try await town.escalation(id).state, try await town.told(report).last)
            #expect(reached == state && heard == told, "\(told)")
            #expect(found.standing != nil && found.holder == UnitID(trusted: "lanh-dao-ubnd-tp"), "\(told)")
            #expect(found.clocks.contains { $0.kind == .leaderDecide && $0.isOpen && !$0.isPaused })
        }
        let (first, reports, meeting, item) = try await town.onAgenda()
        try await town.open(meeting)
        let poll = try await town.city.openPoll(meeting, item: item)
        try await town.city.vote(poll, .against, by: town.city.seats)
        try await kit.perform(ClosePoll(id: poll), as: town.city.chair)
        try await check(first, reports[0], .inbox, .notAdopted)

        let again = try await town.place(first, in: meeting)
        let tied = try await town.city.openPoll(meeting, item: again)
        try await town.city.vote(tied, .for, by: Array(town.city.seats[1...3]))
        try await town.city.vote(tied, .against, by: Array(town.city.seats[4...6]))
        try await kit.perform(ClosePoll(id: tied), as: town.city.chair)
        try await check(first, reports[0], .onAgenda, .awaitingChairman)
        try await kit.perform(GiveCastingVote(id: tied, vote: .init(choice: .against, basis: .cast)), as: town.city.chair)
        try await check(first, reports[0], .inbox, .notAdopted)

        let third = try await town.place(first, in: meeting)
        let lonely = try await town.city.openPoll(meeting, item: third)
        try await town.city.attend(meeting, Array(town.city.seats.dropFirst()), .absent, reason: "Có việc")
        try await kit.perform(ClosePoll(id: lonely), as: town.city.chair)
        try await check(first, reports[0], .inbox, .noQuorum)

        let cancelled = try await town.city.meeting("Họp 2")
        _ = try await town.place(first, in: cancelled)
        try await town.city.advance(cancelled, .cancel)
        try await check(first, reports[0], .inbox, .meetingCancelled)

        let postponed = try await town.city.meeting("Họp 3")
        _ = try await town.place(first, in: postponed)
        let later = CabinetKit.start + 86_400 * 3
        try await kit.perform(
            EditMeeting(id: postponed, particulars: .init(title: "Họp 3", type: .regular, form: .inRoom, startsAt: later, endsAt: later + 7200, place: "P1")), as: town.city.clerk)
        try await check(first, reports[0], .inbox, .meetingPostponed)

        let removed = try await town.place(first, in: postponed)
        try await kit.perform(RemoveAgendaItem(id: removed, meeting: postponed), as: town.city.clerk)
        try await check(first, reports[0], .inbox, .itemRemoved)

        let deferred = try await town.place(first, in: postponed)
        try await kit.perform(DeferAgendaItem(meeting: postponed, item: deferred, next: nil, nextItem: kit.newID()), as: town.city.clerk)
        try await check(first, reports[0], .inbox, .itemDeferred)

        let moved = try await town.place(first, in: postponed)
        let next = try await town.city.meeting("Họp 4", startsIn: 86_400 * 5)
        try await kit.perform(DeferAgendaItem(meeting: postponed, item: moved, next: next, nextItem: kit.newID()), as: town.city.clerk)
        try await check(first, reports[0], .onAgenda, .itemDeferredTo)
        #expect(try await town.report(reports[0]).standing?.due == CabinetKit.start + 86_400 * 5)
        try await town.city.advance(next, .cancel)
        try await check(first, reports[0], .inbox, .meetingCancelled)
    }

    @Test("a fact is followed once, however often the log is read")
    func onceOnly() async throws {
        let town = try await ReportCity.built()
        let (_, reports, meeting, _) = try await town.onAgenda()
        try await town.city.advance(meeting, .cancel)
        try await town.follow()
        let before = try await town.report(reports[0])
        try await town.kit.store.write { tx in _ = try tx.execute("DELETE FROM follower") }
        try await town.follow()
        #expect(try await town.report(reports[0]) == before)
    }

    @Test("a wide escalation moves every report, the later ones by the clock")
    func wide() async throws {
        let town = try await ReportCity.built()
        let (id, reports) = try await town.escalated(EscalationMoving.atOnce + 3)
        let clockwork = Clockwork(cabinet: town.kit.cabinet, signingKey: town.kit.signingKey, logger: .quiet)
        try await town.kit.perform(DecideEscalation(id: id, decision: Decision(kind: .instruct, text: "Làm ngay", leadUnit: ReportCity.construction)), as: town.leader)
        for _ in 0..<6 { try await clockwork.tick(at: town.kit.clock.now) }
        for report in reports { #expect(try await town.state(report) == .directed) }
        #expect(try await town.kit.number("SELECT COUNT(*) FROM escalation_errand") == 0)
    }

    @Test("no title of an item names the reporter")
    func unnamed() async throws {
        let town = try await ReportCity.built()
        let (id, _) = try await town.inInbox()
        let meeting = try await town.city.meeting()
        let named = DecideEscalation(id: id, decision: Decision(kind: .agenda, text: "Họp"), placing: .newItem(town.kit.newID(), of: meeting, title: "Đơn của ông Hoàng Văn Thịnh"))
        #expect(try await town.kit.refusal(named, as: town.leader)?.parameters["invariant"] == "vi")
        #expect(try await town.escalation(id).state == .inbox)
    }

    // MARK: Guards

    @Test("an escalation names every field it lacks")
    func incomplete() async throws {
        let town = try await ReportCity.built()
        let id = try await town.inProgress()
        let refusal = try await town.kit.refusal(EscalateReports(id: town.kit.newID(), reports: [id], form: .full(Dossier())), as: town.head)
        #expect(refusal?.code == .escalationIncomplete)
        let pointers = Set(refusal?.fields.map(\.pointer) ?? [])
        #expect(pointers.isSuperset(of: ["/reason", "/side", "/cause", "/options", "/recommended", "/ask", "/holdingText", "/legalBasis", "/stage", "/done"]))
        #expect(try await town.kit.refusal(EscalateReports(id: town.kit.newID(), reports: [id], form: .full(Dossier())), as: town.officer)?.code == .reportForbidden)
    }

    @Test("two officers answering at once: one of them is told")
    func twice() async throws {
        let town = try await ReportCity.built()
        let id = try await town.inProgress()
        let draft = AnswerDraft(
            outcome: .partlyResolved, text: "Phường Láng đã nạo vét các hố ga trên đường Láng gần cầu Cót vào sáng nay và đã đặt máy bơm, nước đang rút dần.")
        let version = Int64(try await town.report(id).version)
        let seen = Expectation(.report(id), in: [version])
        for who in [town.officer, town.second] { try await town.kit.perform(SaveAnswerDraft(id: id, draft: draft), as: who) }
        _ = try await town.kit.cabinet.perform(AnswerReport(id: id, draft: draft), as: town.officer, expecting: seen)
        #expect(try await town.view(id, for: town.officer).draft == nil)
        #expect(try await town.view(id, for: town.second).draft != nil, "a colleague keeps what he wrote")
        await #expect(throws: Refusal(.versionStale)) { try await town.kit.cabinet.perform(AnswerReport(id: id, draft: draft), as: town.second, expecting: seen) }
        #expect(try await town.kit.refusal(AnswerReport(id: id, draft: draft), as: town.second)?.code == .reportWrongState)
    }

    @Test("duplicates are in their master's bucket, and the sum stays what was received")
    func buckets() async throws {
        let town = try await ReportCity.built()
        let (a, b, c) = (try await town.inProgress(), try await town.inProgress(), try await town.submit())
        try await town.kit.perform(MergeReport(id: b, master: a), as: town.officer)
        try await town.kit.perform(MergeReport(id: c, master: b), as: town.reception)
        let count = try await town.kit.read { tx in try Reports.buckets(in: tx) }
        #expect(count == BucketCount(waiting: 0, processing: 3, answered: 0, rejected: 0))
        try await town.kit.perform(UnmergeReport(id: c, reason: "Không phải cùng một việc", sealedID: "w"), as: .reporter(c))
        #expect(try await town.kit.read { tx in try Reports.buckets(in: tx) } == BucketCount(waiting: 1, processing: 2, answered: 0, rejected: 0))
    }

    @Test("ratings are counted by level and reason, for the unit that answered; what the reporter wrote beside them is sealed")
    func ratings() async throws {
        let town = try await ReportCity.built()
        let kit = town.kit
        func answered() async throws -> ReportID {
            let id = try await town.inProgress()
            let text = "Phường Láng đã nạo vét các hố ga trên đường Láng gần cầu Cót vào sáng nay và đã đặt máy bơm, nước đang rút dần."
            try await kit.perform(AnswerReport(id: id, draft: AnswerDraft(outcome: .partlyResolved, text: text)), as: town.second)
            try await kit.perform(ApproveAnswer(id: id), as: town.head)
            return id
        }
        let (late, proof) = (RatingReasonID(trusted: "late"), RatingReasonID(trusted: "noProof"))
        let (a, b, c) = (try await answered(), try await answered(), try await answered())
        try await kit.perform(RateReport(id: a, level: .dissatisfied, reasons: [proof, late], text: "Nhà tôi vẫn ngập", sealedID: kit.newText()), as: .reporter(a))
        try await kit.perform(RateReport(id: b, level: .acceptable, reasons: [late], sealedID: kit.newText()), as: .reporter(b))
        try await kit.perform(ReopenReport(id: c, reason: "Hôm nay lại ngập", sealedID: kit.newText()), as: .reporter(c))
        let wrong = try await kit.refusal(RateReport(id: c, level: .satisfied, reasons: [RatingReasonID(trusted: "none")], sealedID: "w"), as: .reporter(c))
        #expect(wrong?.code == .reportWrongState)
        let expected = RatingCount(levels: [.dissatisfied: 2, .acceptable: 1], reasons: [late: 2, proof: 1])
        #expect(try await kit.read { tx in try Ratings.count(in: tx) } == expected)
        #expect(try await kit.read { tx in try Ratings.count(of: ReportCity.lang, in: tx) } == expected)
        #expect(try await kit.read { tx in try Ratings.count(of: ReportCity.construction, in: tx) } == RatingCount())
        #expect(try await kit.number("SELECT COUNT(*) FROM report WHERE value LIKE '%vẫn ngập%'") == 0)
    }

    @Test("an external code is one report, however often it is sent")
    func external() async throws {
        let town = try await ReportCity.built()
        let report = NewReport(text: ReportCity.text, place: ReportCity.lang, address: "Đường Láng", externalCode: "PA-1")
        let first = try await town.submit(report, as: town.integration)
        #expect(try await town.submit(report, as: town.integration) == first)
        #expect(try await town.kit.number("SELECT COUNT(*) FROM report") == 1)
    }

    // MARK: Visibility

    @Test("who sees what: handlers everything, an auditor no contact, the public a masked text, strangers nothing")
    func visibility() async throws {
        let town = try await ReportCity.built()
        let id = try await town.inProgress()
        let handler = try await town.view(id, for: town.officer)
        #expect(handler.text == ReportCity.text && handler.contact == nil && handler.mayOpenContact && handler.may.contains("answer"))
        let leader = try await town.view(id, for: town.leader)
        #expect(leader.text == ReportCity.text && leader.contact == nil && !leader.may.contains("answer"))
        let auditor = try await town.view(id, for: town.city.auditor)
        #expect(auditor.isMasked && auditor.contact == nil && !auditor.text.contains("0912"))
        for stranger in [town.builder, town.city.outsider, town.city.admin] {
            await #expect(throws: Refusal(.notFound)) { try await town.view(id, for: stranger) }
        }
        let (law, now, code) = (try town.kit.cabinet.law(), town.kit.clock.now, try await town.report(id).code)
        let shown = try await town.kit.read { tx in try Reports.publicReport(code, at: now, law: law, in: tx) }
        #expect(!shown.text.contains("0912") && shown.text.contains(PublicText.cover) && shown.address == "Số \(PublicText.cover) đường Láng")
        #expect(shown.may.isEmpty && shown.timeline.allSatisfy { $0.note == nil && $0.actor == nil })
    }

    @Test("a contact is shown to who opened it, for a quarter of an hour, and that he did stands in the log and in the list of his head")
    func contact() async throws {
        let town = try await ReportCity.built()
        let kit = town.kit
        let id = try await town.inProgress()
        for who in [town.leader, town.city.auditor] { #expect(try await kit.refusal(OpenContact(id: id), as: who)?.code == .reportForbidden) }
        for who in [town.builder, town.city.admin, .visitor] { #expect(try await kit.refusal(OpenContact(id: id), as: who)?.code == .notFound) }
        #expect(try await town.view(id, for: town.officer).contact == nil)
        try await kit.perform(OpenContact(id: id), as: town.officer)
        #expect(try await town.view(id, for: town.officer).contact == ReportCity.contact)
        #expect(try await town.view(id, for: town.second).contact == nil, "a colleague opens it himself")
        let fact = try #require(try await kit.events(of: .report(id)).last)
        #expect(fact.kind == EventKind.reportContactOpened.rawValue && fact.actor == town.officer.actor && !fact.body.contains("0912"))
        kit.clock.advance(seconds: OpenContact.shownSeconds)
        #expect(try await town.view(id, for: town.officer).contact == nil)

        func seen(by caller: Caller) async throws -> [UserID] { try await kit.read { tx in try ContactAccesses.list(for: caller, in: tx).items.map(\.person) } }
        for who in [town.city.admin, town.city.auditor, town.head] { #expect(try await seen(by: who) == [town.officer.id]) }
        #expect(try await seen(by: town.buildersHead).isEmpty)
        for who in [town.officer, town.city.outsider, .visitor] { await #expect(throws: Refusal.self) { try await seen(by: who) } }
        let bare = try await town.submit(NewReport(text: ReportCity.text, place: ReportCity.lang, address: "Đường Láng"))
        #expect(try await kit.refusal(OpenContact(id: bare), as: town.reception)?.code == .notFound)
    }

    @Test("the private link opens its report and no other")
    func link() async throws {
        let town = try await ReportCity.built()
        let id = try await town.submit(link: "bí mật")
        let other = try await town.report(try await town.submit(link: "khác")).code
        let code = try await town.report(id).code
        #expect(try await town.kit.read { tx in try Reports.linked(PrivateLink.hash("bí mật"), code: code, in: tx) } == id)
        #expect(try await town.kit.read { tx in try Reports.linked(PrivateLink.hash("bí mật"), code: other, in: tx) } == nil)
        #expect(try await town.kit.read { tx in try Reports.linked(PrivateLink.hash("sai"), code: code, in: tx) } == nil)
        #expect(try await town.kit.refusal(RateReport(id: id, level: .satisfied, sealedID: "w"), as: .visitor)?.code == .notFound)
    }

    // MARK: The clock

    @Test("a breach rings level by level, each once, and is never beyond authority")
    func late() async throws {
        let town = try await ReportCity.built()
        let id = try await town.submit()
        let clockwork = Clockwork(cabinet: town.kit.cabinet, signingKey: town.kit.signingKey, logger: .quiet)
        town.kit.clock.advance(seconds: 86_400 * 20)
        for _ in 0..<3 { try await clockwork.tick(at: town.kit.clock.now) }
        let report = try await town.report(id)
        // Two clocks run, the reception's and the citizen's; each rings for the parent and for the City Office.
        #expect(report.counters.late == 4)
        #expect(report.counters.hierarchical == 0 && report.state == .received)
        let told = try await town.told(id)
        #expect(told.first == .received && told.count > 1 && told.dropFirst().allSatisfy { $0 == .overdue })
    }

    @Test("random commands by random callers never break a guard, an invariant or the sum", arguments: [3, 11] as [UInt64])
    func random(seed: UInt64) async throws {
        let simulation = try await Simulation(seed: seed)
        try await simulation.runReports(steps: 300)
        for name in ["report.submit", "report.accept", "report.assign", "report.start"] { #expect(simulation.done[name, default: 0] > 0, "seed \(seed): \(name) never succeeded") }
    }
}
