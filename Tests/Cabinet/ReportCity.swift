import Rules
import Store
@testable import Cabinet

/// The small city with desks: reception, Office, a ward and a department, each with its people; and reports brought to where a test begins.
struct ReportCity: Sendable {
    static let lang = UnitID(trusted: "hn-00199")
    static let construction = UnitID(trusted: "so-xay-dung")
    static let centre = UnitID(trusted: "trung-tam-pvhcc")
    static let office = UnitID(trusted: "van-phong-ubnd-tp")
    static let flooding = CategoryID(trusted: "thoat-nuoc")
    static let text = "Đường Láng đoạn gần cầu Cót bị ngập sâu sau mỗi trận mưa lớn, nước tràn vào nhà dân từ chiều hôm qua, gọi tôi số 0912 345 678"
    static let contact = ReporterContact(name: "Hoàng Văn Thịnh", phone: "0912345678")

    let city: City
    let reception: Caller
    let office: Caller
    let officer: Caller
    let head: Caller
    let second: Caller
    let builder: Caller
    let buildersHead: Caller
    let integration: Caller

    var kit: CabinetKit { city.kit }
    var leader: Caller { city.chair }
    var people: [Caller] { [reception, office, officer, head, second, builder, buildersHead, integration] }

    static func built() async throws -> ReportCity { try await ReportCity(City.built()) }

    init(_ city: City) async throws {
        self.city = city
        let kit = city.kit
        func account(_ username: String, _ unit: UnitID?, head: Bool = false, role: AccountRole = .officer) async throws -> Caller {
            let id = UserID(trusted: username)
            try await kit.perform(AddAccount(id: id, username: username, name: "Cán bộ \(username)", title: "", role: role, unit: unit, isHead: head, passwordHash: "none"), as: .operator)
            return .person(.init(id: id, role: role))
        }
        reception = try await account("reception", Self.centre)
        office = try await account("office", Self.office)
        officer = try await account("lang-officer", Self.lang)
        second = try await account("lang-second", Self.lang)
        head = try await account("lang-head", Self.lang, head: true)
        builder = try await account("sxd-officer", Self.construction)
        buildersHead = try await account("sxd-head", Self.construction, head: true, role: .member)
        integration = try await account("integration", nil, role: .integration)
    }

    func submit(_ report: NewReport? = nil, as caller: Caller = .visitor, link: String? = nil) async throws -> ReportID {
        let report = report ?? NewReport(text: Self.text, category: Self.flooding, place: Self.lang, address: "Số 12 đường Láng", contact: Self.contact)
        return try await kit.perform(
            SubmitReport(id: kit.newID(), report: report, linkHash: link.map(PrivateLink.hash), sealedText: kit.newText(), sealedContact: kit.newText()), as: caller).id
    }

    func accept(_ id: ReportID, urgency: Urgency = .normal) async throws {
        try await kit.perform(
            AcceptReport(id: id, acceptance: .init(category: Self.flooding, urgency: urgency, legalKind: .onTheSpot, urgencyReason: "Có nguy hiểm cho người dân")), as: reception)
    }

    func inProgress(urgency: Urgency = .normal) async throws -> ReportID {
        let id = try await submit()
        try await accept(id, urgency: urgency)
        try await kit.perform(AssignReport(id: id, assignment: .init(unit: Self.lang)), as: reception)
        try await kit.perform(StartReport(id: id), as: officer)
        return id
    }

    func photo(_ id: ReportID, _ side: ReportSide = .after, digest: Character = "f") async throws -> DocumentID {
        let photo = CleanedPhoto(sha256: String(repeating: digest, count: 64), bytes: 10, mediaType: "image/jpeg", widthPx: 10, heightPx: 10)
        return try await kit.perform(AttachFile(id: kit.newID(), report: id, side: side, file: .photo(photo)), as: officer).id
    }

    func dossier(_ photo: DocumentID) -> Dossier {
        Dossier(
            reason: .resources, rule: CompetenceRuleID(trusted: "P-TN"), legalBasis: "Luật Đầu tư công 58/2024/QH15", side: .government, stage: "Bố trí kinh phí",
            cause: "Cống thoát nước hư hỏng", done: "Đã nạo vét",
            options: [
                DossierOption(label: "A", text: "Thay cống", costVND: 2_000_000_000, time: "30 ngày", leadUnit: Self.construction, risk: "Ùn tắc"),
                DossierOption(label: "B", text: "Bơm hút", costVND: 200_000_000, time: "7 ngày", leadUnit: Self.lang, risk: "Không xử lý gốc"),
            ], recommended: "A", ask: .funding, attachments: [DossierAttachment(kind: .photo, document: photo)], holdingText: "Phường đã báo cáo Thành phố", peopleAffected: 300)
    }

    func escalated(_ reports: Int = 1) async throws -> (EscalationID, [ReportID]) {
        var ids: [ReportID] = []
        for _ in 0..<reports { ids.append(try await inProgress()) }
        let photo = try await photo(ids[0], .before)
        let id = try await kit.perform(EscalateReports(id: kit.newID(), reports: ids, form: .full(dossier(photo))), as: head).id
        return (id, ids)
    }

    func inInbox(_ reports: Int = 1) async throws -> (EscalationID, [ReportID]) {
        let (id, ids) = try await escalated(reports)
        try await kit.perform(ForwardEscalation(id: id), as: office)
        return (id, ids)
    }

    /// On the agenda of a meeting in preparation.
    func onAgenda(_ reports: Int = 1) async throws -> (EscalationID, [ReportID], MeetingID, AgendaItemID) {
        let (id, ids) = try await inInbox(reports)
        let meeting = try await city.meeting()
        let item = try await place(id, in: meeting)
        return (id, ids, meeting, item)
    }

    func place(_ id: EscalationID, in meeting: MeetingID) async throws -> AgendaItemID {
        let item: AgendaItemID = kit.newID()
        try await kit.perform(DecideEscalation(id: id, decision: Decision(kind: .agenda, text: "Đưa ra họp"), placing: .newItem(item, of: meeting, title: nil)), as: leader)
        return item
    }

    func open(_ meeting: MeetingID) async throws {
        try await city.advance(meeting, .convene)
        try await city.attend(meeting, city.seats)
        try await city.advance(meeting, .open)
    }

    func task(_ due: Int64 = 86_400 * 10) -> NewActionItem {
        NewActionItem(id: kit.newID(), title: "Thay tuyến cống", leadUnit: Self.construction, coUnits: [Self.lang], due: kit.clock.now + due)
    }

    func state(_ id: ReportID) async throws -> ReportState { try await report(id).state }
    func report(_ id: ReportID) async throws -> Report { try await kit.read { tx in try ReportRow.find(id, in: tx)!.report } }
    func escalation(_ id: EscalationID) async throws -> Escalation { try await kit.read { tx in try EscalationRow.find(id, in: tx)!.value } }
    func follow() async throws { try await Chain(cabinet: kit.cabinet, logger: .quiet).follow() }

    func view(_ id: ReportID, for caller: Caller) async throws -> ReportView {
        let (law, vault, now) = (try kit.cabinet.law(), kit.cabinet.vault, kit.clock.now)
        return try await kit.read { tx in try Reports.report(id, for: caller, at: now, law: law, vault: vault, in: tx) }
    }

    func told(_ id: ReportID) async throws -> [CitizenMessage.Code] {
        try await kit.read { tx in try Reports.timeline(of: id, for: .reporter(id), in: tx).compactMap(\.told?.code) }
    }
}
