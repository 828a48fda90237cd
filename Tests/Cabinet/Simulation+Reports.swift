import Foundation
import Rules
import Store
import Testing
@testable import Cabinet

extension Simulation {
    static let reportCommands = Catalogue.commands.map { $0.name.text }.filter { name in
        ["report.", "escalation.", "task."].contains { name.hasPrefix($0) } || ["conclusion.sign", "conclusion.release", "agenda.defer"].contains(name)
    }

    /// Each step more often than the one before it, so that some reports get far.
    private static let wayUp = [
        "report.submit", "report.accept", "report.accept", "report.assign", "report.assign", "report.start", "report.start", "report.start", "escalation.open", "escalation.decide",
    ]

    /// Random commands on reports alone; the sum and the chain are asked after each.
    func runReports(steps: Int) async throws {
        for _ in 0..<steps {
            try await performOnReport(pick(chance(3) ? Self.reportCommands : Self.wayUp))
            if chance(10) { kit.clock.advance(seconds: Int64.random(in: 60...40_000, using: &random)) }
            try await askOfReports()
        }
        try await Laws(simulation: self).ask()
    }

    /// Buckets add up and are those of the rows; every report has one hop a transition, and the chain around every item is whole.
    func askOfReports() async throws {
        let (place, vault) = (place, kit.cabinet.vault)
        let law = try kit.cabinet.law()
        let slipKeys = kit.cabinet.slipKeys
        try await kit.read { tx in
            let count = try Reports.buckets(in: tx)
            var rows = BucketCount()
            for row in try tx.rows("SELECT value, bucket, master FROM report ORDER BY id") {
                let report = try Canonical.decode(Report.self, from: row.text("value"))
                let master = try row.optionalText("master").map { try tx.row("SELECT state FROM report WHERE id = \($0)")!.choice("state", ReportState.self) }
                let bucket = report.bucket(master: master) ?? .waiting
                rows[bucket] += 1
                #expect(row.text("bucket") == bucket.rawValue, "\(place) \(report.code)")
                #expect(try tx.row("SELECT COUNT(*) AS n FROM report_hop WHERE report = \(report.id.text)")!.int("n") == report.hopCount, "\(place) \(report.code)")
                #expect(try tx.row("SELECT COUNT(*) AS n FROM report_rating WHERE report = \(report.id.text)")!.int("n") == report.ratings.count, "\(place) \(report.code)")
                #expect(try tx.row("SELECT COUNT(*) AS n FROM report_rating_reason WHERE report = \(report.id.text)")!.int("n") == report.ratings.flatMap(\.reasons).count, "\(place) \(report.code)")
                if report.state.isOpen { #expect(report.standing != nil, "\(place) \(report.code) is nobody's") }
            }
            #expect(count == rows && count.total == rows.total, "\(place) \(count) but \(rows)")
            let act = Act(caller: .clock, at: Timestamp(ms: 0), vault: vault, slipKeys: slipKeys, random: { _ in [] }, seededLaw: law)
            for row in try tx.rows("SELECT DISTINCT item FROM escalation WHERE item IS NOT NULL") {
                let faults = try ChainCheck.links(around: row.id("item"), act, in: tx).faults
                #expect(faults.isEmpty, "\(place) \(faults)")
            }
        }
    }

    func performOnReport(_ name: String) async throws {
        let town = try await town()
        let reports = try await kit.read { tx in try tx.rows("SELECT id FROM report ORDER BY received_at DESC, id LIMIT 8").map { $0.id("id", OfReport.self) } }
        let escalations = try await kit.read { tx in try tx.rows("SELECT id FROM escalation ORDER BY submitted_at DESC, id LIMIT 5").map { $0.id("id", OfEscalation.self) } }
        let (id, escalation) = (pickID(reports), pickID(escalations))
        let files = try await kit.read { tx in try tx.rows("SELECT id FROM report_file WHERE report = \(id.text) ORDER BY id LIMIT 5").map { $0.id("id", OfDocument.self) } }
        let units = [ReportCity.lang, ReportCity.construction, ReportCity.office, ReportCity.centre, UnitID(trusted: "none")]
        let who: Caller = pick(town.people + [town.leader, town.head, town.officer, town.reception, .clock, .reporter(id), .visitor, caller])
        let words = pick(["", "Lý do rõ ràng như vậy", "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này", "\(Self.personal) \(step)"])
        let official = pick(["", "Lý do rõ ràng như vậy", "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"])
        let later = kit.clock.now + Int64.random(in: -1000...900_000, using: &random)
        let sealed = kit.newText()
        switch name {
        case SubmitReport.name.text:
            let report = NewReport(
                text: pick([ReportCity.text, ReportCity.text, ""]), category: pick([nil, ReportCity.flooding]),
                place: pick([nil, ReportCity.lang]), address: "Đường Láng", contact: pick([nil, ReporterContact(name: Self.personal, phone: "0900000000")]))
            try await attempt(SubmitReport(id: kit.newID(), report: report, linkHash: nil, sealedText: sealed, sealedContact: kit.newText()), as: chance(3) ? who : .visitor)
        case AcceptReport.name.text:
            let acceptance = ReportCommand.Acceptance(category: ReportCity.flooding, urgency: pick(Urgency.allCases), legalKind: .onTheSpot, place: ReportCity.lang, urgencyReason: official)
            try await attempt(AcceptReport(id: id, acceptance: acceptance), as: chance(3) ? who : town.reception)
        case RejectReport.name.text: try await attempt(RejectReport(id: id, rejection: .init(reason: pick(RejectionReason.allCases), explanation: official, goInstead: official)), as: who)
        case AssignReport.name.text: try await attempt(AssignReport(id: id, assignment: .init(unit: chance(2) ? ReportCity.lang : pick(units), overrideReason: official)), as: chance(3) ? who : town.reception)
        case StartReport.name.text: try await attempt(StartReport(id: id, officer: pick([nil, nil, town.officer.id])), as: chance(3) ? who : town.officer)
        case ReturnReport.name.text:
            try await attempt(ReturnReport(id: id, back: .init(reason: .otherField, unit: ReportCity.construction, rule: CompetenceRuleID(trusted: "SXD-DS"), note: official)), as: who)
        case AskReporter.name.text: try await attempt(AskReporter(id: id, question: official), as: who)
        case ReplyToQuestion.name.text: try await attempt(ReplyToQuestion(id: id, text: words, sealedID: sealed), as: who)
        case AddToReport.name.text: try await attempt(AddToReport(id: id, text: words, sealedID: sealed), as: who)
        case ConsultUnit.name.text: try await attempt(ConsultUnit(id: id, consultation: .init(unit: pick(units), request: official)), as: who)
        case GiveOpinion.name.text: try await attempt(GiveOpinion(id: id, number: 1, text: official), as: who)
        case WithdrawConsultation.name.text: try await attempt(WithdrawConsultation(id: id, number: pick([1, 2])), as: who)
        case AskExtension.name.text: try await attempt(AskExtension(id: id, wish: .init(until: later, reason: official)), as: who)
        case DecideExtension.name.text: try await attempt(DecideExtension(id: id, isGranted: chance(2)), as: who)
        case AnswerReport.name.text:
            let text = pick(["", "Phường Láng đã nạo vét các hố ga trên đường Láng gần cầu Cót vào sáng nay và đã đặt máy bơm, nước đang rút dần."])
            let draft = AnswerDraft(outcome: pick([nil, .resolved, .partlyResolved]), text: text, evidence: files.map { Evidence(kind: .photo, document: $0) })
            try await attempt(AnswerReport(id: id, draft: draft), as: who)
        case ApproveAnswer.name.text: try await attempt(ApproveAnswer(id: id), as: who)
        case SendBackAnswer.name.text: try await attempt(SendBackAnswer(id: id, reason: official), as: who)
        case RateReport.name.text: try await attempt(RateReport(id: id, level: pick(RatingLevel.allCases), reasons: pick([[], ["late"], ["late", "noProof"], ["none"]]).map { RatingReasonID(trusted: $0) }, text: words, sealedID: sealed), as: who)
        case ReopenReport.name.text: try await attempt(ReopenReport(id: id, reason: who == .reporter(id) ? words : official, sealedID: sealed), as: who)
        case MergeReport.name.text: try await attempt(MergeReport(id: id, master: pick([nil, pickID(reports)]), explanation: pick([nil, official]), intoClosed: chance(2)), as: who)
        case UnmergeReport.name.text: try await attempt(UnmergeReport(id: id, reason: who == .reporter(id) ? words : official, sealedID: sealed), as: who)
        case RedactReport.name.text: try await attempt(RedactReport(id: id, reason: official, publicText: pick([nil, official])), as: who)
        case TickReport.name.text: try await attempt(TickReport(id: id), as: pick([who, .clock]))
        case RecountReport.name.text: try await attempt(RecountReport(id: id), as: pick([who, .clock]))
        case SaveAnswerDraft.name.text: try await attempt(SaveAnswerDraft(id: id, draft: AnswerDraft(outcome: nil, text: official)), as: who)
        case OpenContact.name.text: try await attempt(OpenContact(id: id), as: who)
        case HoldReport.name.text: try await attempt(HoldReport(id: id, isHeld: chance(2)), as: who)
        case AttachFile.name.text:
            let photo = CleanedPhoto(sha256: String(repeating: "\(step % 10)", count: 64), bytes: 1, mediaType: "image/jpeg", widthPx: 1, heightPx: 1)
            try await attempt(AttachFile(id: kit.newID(), report: id, side: pick(ReportSide.allCases), file: .photo(photo)), as: who)
        case EscalateReports.name.text:
            let form: ReportCommand.Escalating.Form = files.isEmpty ? .short(.init(what: official, place: "Đường Láng", done: official, ask: .direction)) : .full(town.dossier(files[0]))
            try await attempt(EscalateReports(id: kit.newID(), reports: [id], form: form), as: chance(3) ? who : town.head)
        case CompleteDossier.name.text: try await attempt(CompleteDossier(id: escalation, dossier: town.dossier(files.first ?? kit.newID())), as: who)
        case ForwardEscalation.name.text: try await attempt(ForwardEscalation(id: escalation), as: pick([who, town.office]))
        case ReturnEscalation.name.text: try await attempt(ReturnEscalation(id: escalation, note: official), as: who)
        case DecideEscalation.name.text:
            let placing: AgendaPlacing? = meetings.isEmpty ? nil : .newItem(kit.newID(), of: pickID(meetings), title: nil)
            let decision = Decision(kind: pick(DecisionKind.allCases), text: official, leadUnit: pick([nil, ReportCity.construction]), due: pick([nil, later]), outsideBody: pick([nil, "Bộ Xây dựng"]))
            try await attempt(DecideEscalation(id: escalation, decision: decision, placing: placing), as: pick([who, town.leader]))
        case EndAgenda.name.text: try await attempt(EndAgenda(id: escalation, ending: .init(reason: pick(ReportCommand.AgendaEnding.Reason.allCases))), as: pick([who, .clock]))
        case RunErrand.name.text: try await attempt(RunErrand(report: id), as: pick([who, .clock]))
        case DeferAgendaItem.name.text, ConcludeItem.name.text, ReleaseConclusion.name.text, CloseActionItem.name.text: try await performOnChain(name, town, who, official)
        default: Issue.record("\(name) is in the catalogue and not in the simulation")
        }
    }

    private func performOnChain(_ name: String, _ town: ReportCity, _ who: Caller, _ text: String) async throws {
        let items = try await kit.read { tx in try tx.rows("SELECT id, meeting FROM agenda_item WHERE id IN (SELECT item FROM escalation) ORDER BY id LIMIT 5").map { ($0.id("id", OfAgendaItem.self), $0.id("meeting", OfMeeting.self)) } }
        let (item, meeting) = items.isEmpty || chance(5) ? (kit.newID(), kit.newID()) : pick(items)
        switch name {
        case DeferAgendaItem.name.text:
            try await attempt(DeferAgendaItem(meeting: meeting, item: item, next: meetings.isEmpty ? nil : pick([nil, pickID(meetings)]), nextItem: kit.newID()), as: pick([who, city.admin]))
        case ConcludeItem.name.text:
            let tasks = chance(3) ? [] : [town.task()]
            try await attempt(ConcludeItem(id: kit.newID(), meeting: meeting, item: item, text: text, publicText: text, isReleased: chance(2), tasks: tasks), as: pick([who, city.admin]))
        case ReleaseConclusion.name.text:
            let all = try await kit.read { tx in try tx.rows("SELECT id FROM conclusion ORDER BY id LIMIT 5").map { $0.id("id", OfConclusion.self) } }
            try await attempt(ReleaseConclusion(id: pickID(all), publicText: text), as: pick([who, city.admin]))
        default:
            let all = try await kit.read { tx in try tx.rows("SELECT id FROM action_item ORDER BY id LIMIT 5").map { $0.id("id", OfActionItem.self) } }
            try await attempt(CloseActionItem(id: pickID(all), result: text), as: pick([who, city.admin, town.builder]))
        }
    }
}
