import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Push
import Rules
import Store
import Wire

/// `/reports`: submitting, lists, one report and every step of it.
struct ReportRoutes {
    let at: Dependencies

    func add(to api: RouterGroup<AppContext>) {
        api.get("reports", use: list)
        api.post("reports", use: submit)
        api.get("reports/:id", use: show)
        api.get("reports/:id/timeline", use: timeline)
        api.post("reports/:id/accept", use: accept)
        api.post("reports/:id/reject", use: reject)
        api.post("reports/:id/assign", use: assign)
        api.post("reports/:id/start", use: start)
        api.post("reports/:id/return", use: giveBack)
        api.post("reports/:id/ask", use: ask)
        api.post("reports/:id/reply", use: reply)
        api.post("reports/:id/add", use: addWords)
        api.post("reports/:id/coordinate", use: coordinate)
        api.post("reports/:id/opinion", use: opinion)
        api.post("reports/:id/withdraw", use: withdraw)
        api.post("reports/:id/extend", use: extend)
        api.post("reports/:id/answer", use: answer)
        api.post("reports/:id/approve", use: approve)
        api.post("reports/:id/send-back", use: sendBack)
        api.post("reports/:id/rate", use: rate)
        api.post("reports/:id/reopen", use: reopen)
        api.post("reports/:id/merge", use: merge)
        api.post("reports/:id/unmerge", use: unmerge)
        api.post("reports/:id/redact", use: redact)
        api.put("reports/:id/draft", use: saveDraft)
        api.post("reports/:id/hold", use: hold)
        api.post("reports/:id/contact", use: openContact)
        api.get("contact-accesses", use: contactAccesses)
        api.get("report-counts", use: counts)
    }

    // MARK: Reading

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        let filter = try Self.filter(request)
        let now = context.arrivedAt
        let page = try await at.cabinet.read { tx in try Reports.list(filter, for: caller, at: now, after: after, limit: limit, in: tx) }
        let bodies = try at.reportBodies(context)
        return try JSON.response(Page(items: page.items.map(bodies.line), next: page.next))
    }

    /// The four public states over all reports, for anybody who is signed in.
    @Sendable func counts(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let unit: UnitID? = try request.id("unit")
        let count = try await at.cabinet.read { tx in try unit.map { try Reports.buckets(of: $0, in: tx) } ?? Reports.buckets(in: tx) }
        return try JSON.response(ReportCounts(waiting: count.waiting, processing: count.processing, answered: count.answered, rejected: count.rejected, total: count.total))
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response { try await resource(try await id(context), context).response }

    @Sendable func timeline(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let id = try await id(context)
        let steps = try await at.cabinet.read { tx in try Reports.timeline(of: id, for: caller, in: tx) }
        let bodies = try at.reportBodies(context)
        return try JSON.response(try request.page(steps.map(bodies.step)) { String($0.seq) })
    }

    static func filter(_ request: Request) throws -> ReportFilter {
        var filter = ReportFilter()
        func known<T: RawRepresentable>(_ name: String, _: T.Type) throws -> T? where T.RawValue == String {
            guard let text = request.query(name) else { return nil }
            guard let value = T(rawValue: text) else { throw Refusal.invalid("/" + name, "field.unknown-value", ["value": text]) }
            return value
        }
        filter.state = try known("state", ReportState.self)
        filter.bucket = try known("bucket", Bucket.self)
        filter.urgency = try known("urgency", Urgency.self)
        filter.light = try known("light", ReportFilter.Light.self)
        filter.order = try known("order", ReportFilter.Order.self) ?? .newest
        // What is no id is said to be none: left out, it would show everything.
        filter.unit = try request.id("unit")
        filter.place = try request.id("place")
        filter.category = try request.id("category")
        filter.officer = try request.id("officer")
        filter.externalCode = request.query("externalCode")
        filter.words = request.query("q")
        filter.openOnly = request.query("open") == "true"
        return filter
    }

    // MARK: Submitting

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = try context.caller()
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(ReportSubmission.self, from: bytes)
        var point: MapPoint?
        if let latitude = wanted.latitude, let longitude = wanted.longitude {
            guard let found = MapPoint(latitude: latitude, longitude: longitude) else {
                throw Refusal.invalid("/latitude", "field.out-of-range", ["minimum": "-90", "maximum": "90"])
            }
            point = found
        }
        let fallback = try wanted.category.flatMap { try at.cabinet.law().categories[$0]?.defaultUrgency }
        let contact = wanted.contact.map { ReporterContact(name: $0.name ?? "", phone: $0.phone ?? "", email: $0.email ?? "") }
        let report = NewReport(
            text: wanted.text, legalKind: wanted.legalKind ?? .onTheSpot, category: wanted.category, urgency: wanted.urgency ?? fallback ?? .normal, place: wanted.place,
            address: wanted.address ?? "", point: point, contact: contact, isCollective: wanted.isCollective ?? false, duplicatesShown: true, externalCode: wanted.externalCode)
        let link = PrivateLink.make(at.cabinet.surroundings.random)
        let command = SubmitReport(
            id: at.newID(), report: report, linkHash: PrivateLink.hash(link), sealedText: at.cabinet.surroundings.newID(), sealedContact: at.cabinet.surroundings.newID())
        let receipt = try await at.perform(command, request, context, body: bytes)
        // A repeated request has another link, which opens nothing: it is not told.
        let isFirst = receipt.id == command.id
        return try JSON.response(
            ReportSubmitted(id: receipt.id, code: receipt.code, due: Times.text(receipt.due), privateLink: isFirst ? link : nil), status: receipt.existing ? .ok : .created)
    }

    // MARK: Steps

    @Sendable func accept(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: ReportCommand.Acceptance.self) { AcceptReport(id: $0, acceptance: $1) }
    }

    @Sendable func reject(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: RejectionBody.self) {
            RejectReport(id: $0, rejection: .init(reason: $1.reason, explanation: $1.explanation ?? "", goInstead: $1.goInstead ?? $1.reason.legalKind?.rightDoor?.vi ?? ""))
        }
    }

    @Sendable func assign(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: AssignmentBody.self) { AssignReport(id: $0, assignment: .init(unit: $1.unit, overrideReason: $1.overrideReason)) }
    }

    @Sendable func start(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: OfficerBody.self) { StartReport(id: $0, officer: $1.officer) }
    }

    @Sendable func giveBack(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: ReturnBody.self) { ReturnReport(id: $0, back: .init(reason: $1.reason, unit: $1.unit, rule: $1.rule, note: $1.note ?? "")) }
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { AskReporter(id: $0, question: $1.question ?? $1.text ?? "") }
    }

    @Sendable func reply(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { ReplyToQuestion(id: $0, text: $1.text ?? "", sealedID: sealedID) }
    }

    @Sendable func addWords(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { AddToReport(id: $0, text: $1.text ?? "", sealedID: sealedID) }
    }

    @Sendable func coordinate(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: ConsultationBody.self) { ConsultUnit(id: $0, consultation: .init(unit: $1.unit, request: $1.request ?? "")) }
    }

    @Sendable func opinion(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: PartBody.self) { GiveOpinion(id: $0, number: $1.number, text: $1.text ?? "") }
    }

    @Sendable func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: PartBody.self) { WithdrawConsultation(id: $0, number: $1.number) }
    }

    @Sendable func extend(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(ExtensionBody.self, from: bytes)
        let id = try await id(context)
        if let isGranted = wanted.granted { return try await perform(DecideExtension(id: id, isGranted: isGranted), on: id, request, context, bytes) }
        guard let until = wanted.until else { throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: "/until", reason: "field.required")])) }
        let wish = ReportCommand.Extension(until: try Times.time(until, at: "/until"), reason: wanted.reason ?? "")
        return try await perform(AskExtension(id: id, wish: wish), on: id, request, context, bytes)
    }

    @Sendable func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: AnswerBody.self) { AnswerReport(id: $0, draft: $1.draft) }
    }

    @Sendable func approve(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { id, _ in ApproveAnswer(id: id) }
    }

    @Sendable func sendBack(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { SendBackAnswer(id: $0, reason: $1.reason ?? "") }
    }

    @Sendable func rate(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: RatingBody.self) { RateReport(id: $0, level: $1.level, reasons: $1.reasons ?? [], text: $1.text ?? "", sealedID: sealedID) }
    }

    @Sendable func reopen(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { ReopenReport(id: $0, reason: $1.reason ?? "", sealedID: sealedID) }
    }

    @Sendable func merge(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(MergeBody.self, from: bytes)
        let caller = try context.caller()
        let id = try await id(context)
        var master: ReportID?
        if let text = wanted.master {
            do {
                master = try await at.cabinet.read { tx in try Reports.find(text, for: caller, in: tx) }
            } catch let refusal as Refusal where refusal.code == .notFound {
                throw Refusal(ReportRefusal(.incomplete, fields: [.init(pointer: "/master", reason: "report.no-such-master")]))
            }
        }
        return try await perform(MergeReport(id: id, master: master, explanation: wanted.explanation, intoClosed: wanted.intoClosed ?? false), on: id, request, context, bytes)
    }

    @Sendable func unmerge(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { UnmergeReport(id: $0, reason: $1.reason ?? "", sealedID: sealedID) }
    }

    @Sendable func redact(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, of: WordsBody.self) { RedactReport(id: $0, reason: $1.reason ?? "", publicText: $1.publicText) }
    }

    @Sendable func saveDraft(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = try JSON.decode(AnswerBody.self, from: bytes)
        _ = try await at.perform(SaveAnswerDraft(id: try await id(context), draft: wanted.draft), request, context)
        return Response(status: .noContent)
    }

    /// Written down first, then shown.
    @Sendable func openContact(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id = try await id(context)
        return try await perform(OpenContact(id: id), on: id, request, context, bytes)
    }

    @Sendable func contactAccesses(_ request: Request, _ context: AppContext) async throws -> Response {
        let caller = try context.caller()
        let (limit, after) = try request.page()
        let page = try await at.cabinet.read { tx in try ContactAccesses.list(for: caller, after: after, limit: limit, in: tx) }
        let bodies = try at.reportBodies(context)
        return try JSON.response(Page(items: page.items.map(bodies.access), next: page.next))
    }

    @Sendable func hold(_ request: Request, _ context: AppContext) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let wanted = bytes.isEmpty ? HoldBody() : try JSON.decode(HoldBody.self, from: bytes)
        let id = try await id(context)
        let receipt = try await at.perform(HoldReport(id: id, isHeld: wanted.held ?? true), request, context, body: bytes)
        if receipt.hasChanged {
            // Passing news: the colleagues' pages ask anew, nothing of it is a fact.
            let who = receipt.holder.map { "\"\($0)\"" } ?? "null"
            await at.hub.signal(StreamID("report:\(id)"), name: "held", data: #"{"by":\#(who)}"#, to: Audience(.report(id)))
        }
        return Response(status: .noContent)
    }

    // MARK: Common

    private var sealedID: String { at.cabinet.surroundings.newID() }

    /// Reads the body, does the step, answers with the report as it is then. An empty body is an empty object.
    private func step<Body: Decodable, C: Command>(_ request: Request, _ context: AppContext, of: Body.Type, _ make: (ReportID, Body) throws -> C) async throws -> Response {
        let bytes = try await request.bytes(limit: at.configuration.maxJSONBytes)
        let id = try await id(context)
        let wanted = try JSON.decode(Body.self, from: bytes.isEmpty ? Array("{}".utf8) : bytes)
        return try await perform(try make(id, wanted), on: id, request, context, bytes)
    }

    private func perform(_ command: some Command, on id: ReportID, _ request: Request, _ context: AppContext, _ bytes: [UInt8]) async throws -> Response {
        try await at.answer(command, request, context, body: bytes, on: .report(id)) { _ in try await resource(id, context) }
    }

    /// The report named in the path, by id or tracking code, if the caller may see it.
    private func id(_ context: AppContext) async throws -> ReportID {
        let caller = try context.caller()
        let text = context.parameters.get("id") ?? ""
        return try await at.cabinet.read { tx in try Reports.find(text, for: caller, in: tx) }
    }

    /// After a step the caller may no longer see it, a unit that gave it away least of all: units on the trail always do.
    private func resource(_ id: ReportID, _ context: AppContext) async throws -> Answer {
        let caller = try context.caller()
        let (law, vault, now) = (try at.cabinet.law(), at.cabinet.vault, context.arrivedAt)
        let bodies = try at.reportBodies(context)
        let (view, steps, epoch, head) = try await at.cabinet.read { tx in
            (
                try Reports.report(id, for: caller, at: now, law: law, vault: vault, in: tx), try Reports.timeline(of: id, for: caller, in: tx), try tx.epoch(),
                try tx.head(of: .init("report:\(id)"))
            )
        }
        return try Answer(bodies.report(view, timeline: steps, epoch: epoch, head: head), version: view.version)
    }
}
