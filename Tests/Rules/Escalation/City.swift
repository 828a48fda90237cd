import Foundation
import Rules
import Testing

/// The law as seeded, people of the demo city's units, and reports brought to where a test begins.
enum City {
    static let lang = UnitID(trusted: "hn-00199")
    static let construction = UnitID(trusted: "so-xay-dung")
    static let finance = UnitID(trusted: "so-tai-chinh")
    static let drainage = UnitID(trusted: "thoat-nuoc-ha-noi")
    static let flooding = CategoryID(trusted: "thoat-nuoc")
    static let waste = CategoryID(trusted: "rac-thai")

    /// Monday 23 November 2026, 08:00.
    static let monday = WorkingCalendars.at("2026-11-23 08:00")

    static func seed<Seed: Decodable>(_ path: String) throws -> Seed { try JSONDecoder().decode(Seed.self, from: Chamber.file("Storage/Seeds/\(path).json")) }

    static func forest() throws -> UnitForest {
        let seed: UnitSeed = try seed("units/hanoi-2025-07-01")
        return try UnitForest(seed.tree, units: seed.units)
    }

    /// The tree before the reform: what was abolished, with the city's own units of both times.
    static func oldForest() throws -> UnitForest {
        let old: UnitSeed = try seed("units/hanoi-2025-03")
        let new: UnitSeed = try seed("units/hanoi-2025-07-01")
        return try UnitForest(old.tree, units: (old.units + new.units).filter { $0.exists(on: old.tree.validFrom) })
    }

    static func competence(_ forest: UnitForest) throws -> CompetenceTable {
        let rules: CompetenceSeed = try seed("units/competence")
        let categories: CategorySeed = try seed("categories/categories")
        return CompetenceTable(rules: rules.rules, forest: forest, categories: try CategoryTree(categories.categories))
    }

    static func law(_ policy: ReportPolicy = .init()) throws -> ReportLaw {
        try ReportLaw(
            policy: policy, profiles: [seed("sla/mac-dinh"), seed("sla/quy-dinh-hanh-chinh")], defaultProfile: ServiceProfileID(trusted: "mac-dinh"),
            calendars: ["vn-public", "vn-public-2411", "24x7"].map(WorkingCalendars.clock), competence: competence(forest()))
    }

    // MARK: People

    static let reception = ReportActor(person: UserID(trusted: "tiepnhan"), roles: [.officer(UnitID(trusted: "trung-tam-pvhcc"))])
    static let office = ReportActor(person: UserID(trusted: "vanphong"), roles: [.officer(UnitID(trusted: "van-phong-ubnd-tp"))])
    static let leader = ReportActor(person: UserID(trusted: "chutich"), roles: [.leader])
    static let secretariat = ReportActor(person: UserID(trusted: "thuky"), roles: [.secretariat])
    static let moderator = ReportActor(person: UserID(trusted: "kiemduyet"), roles: [.moderator])
    static func officer(_ unit: UnitID) -> ReportActor { ReportActor(person: UserID(trusted: "canbo-\(unit)"), roles: [.officer(unit)]) }
    static func head(_ unit: UnitID) -> ReportActor { ReportActor(person: UserID(trusted: "truong-\(unit)"), roles: [.head(unit)]) }

    // MARK: Texts

    static let text = "Đường Láng đoạn gần số 12 bị ngập sâu sau mỗi trận mưa lớn, nước tràn vào nhà dân từ chiều hôm qua"
    static let answerText =
        "Sáng nay đơn vị đã nạo vét hố ga trước số 12 đường Láng, nước đã rút hết và mặt đường đã được rửa sạch, có ảnh kèm theo"

    static func submission(_ category: CategoryID? = flooding, urgency: Urgency = .normal, text: String = text) -> Submission {
        Submission(channel: .web, legalKind: .onTheSpot, category: category, urgency: urgency, text: text, address: "Số 12 đường Láng", place: lang, duplicatesShown: true)
    }

    static let answer = AnswerDraft(
        outcome: .resolved, text: answerText, evidence: [Evidence(kind: .photo, document: DocumentID(trusted: "anh1"))])

    static let dossier = Dossier(
        reason: .resources, rule: CompetenceRuleID(trusted: "P-TN"), legalBasis: "Luật Đầu tư công 58/2024/QH15", side: .government, stage: "Bố trí kinh phí",
        cause: "Cống thoát nước hư hỏng trên 400 mét", done: "Đã nạo vét, đã lấy ý kiến Sở Xây dựng",
        options: [
            DossierOption(label: "A", text: "Thay mới đoạn cống", costVND: 2_000_000_000, time: "30 ngày", leadUnit: construction, risk: "Ùn tắc khi thi công"),
            DossierOption(label: "B", text: "Bơm hút khi mưa", costVND: 200_000_000, time: "7 ngày", leadUnit: drainage, risk: "Không xử lý gốc"),
        ], recommended: "A", ask: .meeting, attachments: [DossierAttachment(kind: .photo, document: DocumentID(trusted: "anh1"))],
        holdingText: "Phường đã báo cáo Thành phố bố trí kinh phí", peopleAffected: 300)

    // MARK: Reports on their way

    static func received(_ submission: Submission = submission(), id: String = "r1", at now: Timestamp = monday, under law: ReportLaw) throws -> Report {
        try step(submission, id: id, at: now, under: law).report
    }

    static func step(_ submission: Submission, id: String = "r1", at now: Timestamp = monday, under law: ReportLaw) throws -> ReportStep {
        try Report.receiving(
            submission, id: ReportID(trusted: id), code: TrackingCode(receivedOn: now.inVietnam.date, random: [1, 2, 3, 4, UInt8(id.utf8.reduce(0, &+))]), by: .reporter, at: now,
            under: law)
    }

    static func assigned(to unit: UnitID = lang, urgency: Urgency = .normal, at now: Timestamp = monday, under law: ReportLaw) throws -> Report {
        try received(submission(urgency: urgency), at: now, under: law)
            .after(.accept(.init(category: flooding, urgency: urgency, legalKind: .onTheSpot)), reception, now + 600, law)
            .after(.assign(.init(unit: unit, overrideReason: "Theo phân công của lãnh đạo")), reception, now + 900, law)
    }

    static func inProgress(_ unit: UnitID = lang, urgency: Urgency = .normal, at now: Timestamp = monday, under law: ReportLaw) throws -> Report {
        try assigned(to: unit, urgency: urgency, at: now, under: law).after(.start(UserID(trusted: "canbo-\(unit)")), officer(unit), now + 1800, law)
    }

    static func escalated(urgency: Urgency = .normal, at now: Timestamp = monday, under law: ReportLaw) throws -> Report {
        try inProgress(urgency: urgency, at: now, under: law)
            .after(.escalate(.init(escalation: EscalationID(trusted: "e1"), form: .full(dossier))), head(lang), now + 3600, law)
    }

    static func onAgenda(at now: Timestamp = monday, under law: ReportLaw) throws -> Report {
        try escalated(at: now, under: law).after(
            .decide(.init(kind: .agenda, text: "Đưa vào phiên họp", agendaItem: AgendaItemID(trusted: "i1"), meetingAt: WorkingCalendars.at("2026-11-30 09:00"))), leader, now + 7200, law)
    }

    static func concluding(_ tasks: Int = 2) -> ReportCommand.Concluding {
        .init(
            conclusion: ConclusionID(trusted: "k1"), isSigned: true, openPolls: 0,
            tasks: (1...max(1, tasks)).map { .init(id: ActionItemID(trusted: "t\($0)"), leadUnit: construction, due: WorkingCalendars.at("2026-12-31 17:00")) },
            publicText: "Đồng ý bố trí kinh phí thay cống")
    }
}

extension Report {
    func after(_ command: ReportCommand, _ actor: ReportActor, _ now: Timestamp, _ law: ReportLaw) throws -> Report {
        try applying(command, by: actor, at: now, under: law).report
    }

    func clock(_ kind: ClockKind) -> ReportClock? { clocks.last { $0.kind == kind } }
}
