import Foundation
import Rules
import Testing

@Suite("Receipt and assignment")
struct ReportReceptionTests {
    let now = City.monday

    @Test("T1: receipt starts the clocks and tells code and due instant")
    func receive() throws {
        let law = try City.law()
        let step = try City.step(City.submission(), under: law)
        #expect(step.report.state == .received && step.report.bucket() == .waiting && step.report.holder == law.forest.serviceCentre)
        #expect(step.report.clock(.receive)?.due == WorkingCalendars.at("2026-11-23 17:00"))
        #expect(step.report.clock(.citizenAnswer) != nil && step.report.tree.text == "hn-2025-07-01")
        #expect(step.hops.map(\.kind) == [.receive] && step.hops[0].seq == 1 && step.transitions[0].from == nil)
        #expect(
            step.messages.first?.sentence(in: .vietnamese, name: law.forest.name)
                == "Phản ánh đã được gửi đến Trung tâm Phục vụ hành chính công Thành phố; sẽ được tiếp nhận trước 17:00, thứ Hai 23/11/2026.")
    }

    @Test("T1: every guard that is not met is named")
    func guards() throws {
        let law = try City.law()
        func faults(_ change: (inout Submission) -> Void) -> [String] {
            var submission = City.submission()
            change(&submission)
            return submission.faults(under: law).map { "\($0.pointer) \($0.reason)" }
        }
        #expect(faults { _ in }.isEmpty)
        #expect(faults { $0.text = "Ngập quá" } == ["/text report.too-short"])
        #expect(
            faults {
                $0.text = ""
                $0.hasPhoto = true
            }.isEmpty)
        #expect(faults { $0.text = "\u{200B}\u{200B}" } == ["/text field.required"])
        #expect(faults { $0.address = nil } == ["/address report.place-needed"])
        #expect(
            faults {
                $0.address = nil
                $0.hasPoint = true
            }.isEmpty)
        #expect(faults { $0.legalKind = .complaint } == ["/legalKind report.other-door"])
        #expect(faults { $0.duplicatesShown = false } == ["/duplicatesShown report.duplicates-not-shown"])
        #expect(faults { $0.place = City.construction } == ["/place unit.unknown"])
        #expect(faults { $0.category = CategoryID(trusted: "nothing") } == ["/category category.unknown"])
        // Decomposed text counts like composed.
        #expect(faults { $0.text = $0.text.decomposedStringWithCanonicalMapping }.isEmpty)
        for kind in LegalKind.allCases { #expect((kind.rightDoor == nil) == kind.isInScope) }
    }

    @Test("T2: acceptance confirms category, kind and urgency; changes need reasons")
    func accept() throws {
        let law = try City.law()
        let report = try City.received(under: law)
        let whole = try #require(report.clock(.citizenAnswer)?.due)
        let accepted = try report.after(.accept(.init(category: City.waste, urgency: .normal, legalKind: .onTheSpot)), City.reception, now + 60, law)
        #expect(accepted.state == .accepted && accepted.bucket() == .waiting && accepted.clock(.receive)?.ending == .done && accepted.version == 2)
        #expect(accepted.clock(.citizenAnswer)?.due == whole)
        let change = ReportCommand.accept(.init(category: City.waste, urgency: .urgent, legalKind: .waste))
        #expect(try refusal(report, change, City.reception, law).fields.map(\.pointer) == ["/urgencyReason", "/legalKindReason"])
        let urgent = try report.after(
            .accept(.init(category: City.waste, urgency: .urgent, legalKind: .onTheSpot, urgencyReason: "Có nguy cơ cháy nổ")), City.reception, now + 60, law)
        #expect(urgent.urgency == .urgent && urgent.clock(.citizenAnswer)?.due == WorkingCalendars.at("2026-11-25 17:00"))
        #expect(
            try refusal(report, .accept(.init(category: City.waste, urgency: .normal, legalKind: .denunciation, legalKindReason: "Nội dung tố cáo cán bộ")), City.reception, law).fields.map(\.reason)
                == ["report.other-door"])
    }

    @Test("T3: a rejection has a reason, a sentence and the right door")
    func reject() throws {
        let law = try City.law()
        let report = try City.received(under: law)
        #expect(try refusal(report, .reject(.init(reason: .complaint, explanation: "", goInstead: " ")), City.reception, law).fields.map(\.pointer) == ["/explanation", "/goInstead"])
        let step = try report.applying(
            .reject(.init(reason: .secret, explanation: "Nội dung có bí mật nhà nước.", goInstead: "Liên hệ trực tiếp Công an Thành phố.")), by: City.reception, at: now + 60, under: law)
        #expect(step.report.state == .rejected && step.report.bucket() == .rejected && step.report.legalKind == .secret)
        #expect(step.report.clocks.allSatisfy { !$0.isOpen } && step.prompts == [.purgePublicStore] && step.report.standing == nil)
        let back = try step.report.after(.reopen(.init(reason: "Từ chối nhầm phản ánh")), City.reception, now + 120, law)
        #expect(back.state == .received && back.standing?.clock == .receive)
        #expect(try refusal(step.report, .reopen(.init(reason: "Tôi không đồng ý")), .reporter, law).code == .forbidden)
    }

    @Test("T4: a unit with competence, or a reason")
    func assign() throws {
        let law = try City.law()
        let report = try City.received(under: law).after(.accept(.init(category: City.flooding, urgency: .normal, legalKind: .onTheSpot)), City.reception, now + 60, law)
        let step = try report.applying(.assign(.init(unit: City.lang)), by: City.reception, at: now + 120, under: law)
        #expect(step.report.state == .assigned && step.report.holder == City.lang && step.hops.first?.rule?.text == "P-TN")
        #expect(step.report.clock(.process)?.due == WorkingCalendars.at("2026-11-30 17:00") && step.report.bucket() == .waiting)
        #expect(try refusal(report, .assign(.init(unit: City.finance)), City.reception, law).fields.map(\.pointer) == ["/overrideReason"])
        #expect(try report.after(.assign(.init(unit: City.finance, overrideReason: "Theo chỉ đạo của lãnh đạo")), City.reception, now + 120, law).holder == City.finance)
        #expect(try refusal(report, .assign(.init(unit: law.forest.leadership)), City.reception, law).fields.map(\.reason) == ["unit.unknown"])
        #expect(try refusal(report, .assign(.init(unit: City.lang)), City.officer(City.lang), law).code == .forbidden)
    }

    @Test("T4: a machine assigns only where it may, is sure and the rule is unique")
    func machine() throws {
        let off = try City.law()
        var policy = ReportPolicy()
        policy.autoAssignPercent = 90
        let on = try City.law(policy)
        let accepted = try City.received(City.submission(CategoryID(trusted: "chay-no")), under: on)
            .after(.accept(.init(category: CategoryID(trusted: "chay-no"), urgency: .normal, legalKind: .onTheSpot)), City.reception, now + 60, on)
        let police = UnitID(trusted: "cong-an-tp")
        #expect(try refusal(accepted, .assign(.init(unit: police, confidencePercent: 99)), .clock, off).code == .forbidden)
        #expect(try refusal(accepted, .assign(.init(unit: police, confidencePercent: 89)), .clock, on).code == .forbidden)
        #expect(try accepted.after(.assign(.init(unit: police, confidencePercent: 95)), .clock, now + 120, on).state == .assigned)
        let ambiguous = try City.received(under: on).after(.accept(.init(category: City.flooding, urgency: .normal, legalKind: .onTheSpot)), City.reception, now + 60, on)
        #expect(try refusal(ambiguous, .assign(.init(unit: City.lang, confidencePercent: 100)), .clock, on).code == .forbidden)
    }

    private func refusal(_ report: Report, _ command: ReportCommand, _ actor: ReportActor, _ law: ReportLaw) throws -> ReportRefusal {
        try #require(throws: ReportRefusal.self) { try report.applying(command, by: actor, at: now + 120, under: law) }
    }
}
