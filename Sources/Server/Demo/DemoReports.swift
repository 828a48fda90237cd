import Cabinet
import Foundation
import Paper
import Rules

/// The reports of the demo city, taken through the same door as everybody's, at times seen from now.
struct DemoReports {
    let cabinet: Cabinet
    let content: ContentStore
    let papersFolder: String
    let people: [String: UserID]
    let roles: [String: AccountRole]
    let meetings: [String: MeetingID]
    let now: Timestamp

    /// The paper that lies with answers and dossiers.
    private static let paper = "04-to-trinh-412-ttr-sxd.pdf"

    func add(_ seeds: [DemoSeed.Report]) async throws {
        var known: [String: ReportID] = [:]
        // Submitted first, so that one escalation can carry several.
        for seed in seeds { known[seed.key] = try await submit(seed) }
        for seed in seeds {
            guard let id = known[seed.key] else { continue }
            var at = Timestamp(ms: now.ms - seed.hoursAgo * 3_600_000)
            for step in seed.steps {
                at = Timestamp(ms: min(now.ms, at.ms + Int64(step.after * 3_600_000)))
                try await take(step, id, seed, known, at: at)
            }
        }
    }

    private func submit(_ seed: DemoSeed.Report) async throws -> ReportID {
        let point = seed.latitude.flatMap { latitude in seed.longitude.flatMap { MapPoint(latitude: latitude, longitude: $0) } }
        let report = NewReport(
            text: seed.text, category: seed.category, urgency: seed.urgency, place: seed.place, address: seed.address, point: point,
            contact: ReporterContact(name: seed.name ?? "", phone: seed.phone ?? ""))
        let id = ReportID(trusted: cabinet.surroundings.newID())
        let command = SubmitReport(id: id, report: report, linkHash: nil, sealedText: cabinet.surroundings.newID(), sealedContact: cabinet.surroundings.newID())
        _ = try await cabinet.perform(command, as: .visitor, at: Timestamp(ms: now.ms - seed.hoursAgo * 3_600_000))
        return id
    }

    private func caller(_ username: String) throws -> Caller {
        guard let id = people[username], let role = roles[username] else { throw ExitWithSentence.failed("The demo city has no person \(username).") }
        return .person(.init(id: id, role: role))
    }

    private func take(_ step: DemoSeed.Step, _ id: ReportID, _ seed: DemoSeed.Report, _ known: [String: ReportID], at: Timestamp) async throws {
        let by = try step.by.map(caller) ?? .reporter(id)
        let sealed = cabinet.surroundings.newID()
        if step.accept == true {
            _ = try await cabinet.perform(AcceptReport(id: id, acceptance: .init(category: seed.category, urgency: seed.urgency, legalKind: .onTheSpot, place: seed.place)), as: by, at: at)
        }
        if let text = step.reject {
            _ = try await cabinet.perform(RejectReport(id: id, rejection: .init(reason: .complaint, explanation: text, goInstead: step.goInstead ?? "")), as: by, at: at)
        }
        if let unit = step.assign {
            _ = try await cabinet.perform(AssignReport(id: id, assignment: .init(unit: unit, overrideReason: "Theo địa bàn và lĩnh vực được giao")), as: by, at: at)
        }
        if step.start == true { _ = try await cabinet.perform(StartReport(id: id), as: by, at: at) }
        if let question = step.ask { _ = try await cabinet.perform(AskReporter(id: id, question: question), as: by, at: at) }
        if let text = step.reply { _ = try await cabinet.perform(ReplyToQuestion(id: id, text: text, sealedID: sealed), as: by, at: at) }
        if let unit = step.consult { _ = try await cabinet.perform(ConsultUnit(id: id, consultation: .init(unit: unit, request: step.request ?? "")), as: by, at: at) }
        if let dossier = step.escalate {
            let file = try await attach(to: id, side: .before, as: by, at: at)
            let others = (step.with ?? []).compactMap { known[$0] }
            _ = try await cabinet.perform(
                EscalateReports(id: escalation(of: id), reports: [id] + others, form: .full(Self.dossier(dossier, file))), as: by, at: at)
        }
        if step.forward == true { _ = try await cabinet.perform(ForwardEscalation(id: escalation(of: id)), as: by, at: at) }
        if let decided = step.decide { try await decide(decided, id, as: by, at: at) }
        if let answer = step.answer {
            let file = try await attach(to: id, side: .after, as: by, at: at)
            let planned = answer.plannedDays.map { Timestamp(ms: now.ms + $0 * 86_400_000).inVietnam.date }
            let draft = AnswerDraft(outcome: answer.outcome, text: answer.text, evidence: [Evidence(kind: .document, document: file)], plannedFor: planned)
            _ = try await cabinet.perform(AnswerReport(id: id, draft: draft), as: by, at: at)
        }
        if step.approve == true { _ = try await cabinet.perform(ApproveAnswer(id: id), as: by, at: at) }
        if let level = step.rate { _ = try await cabinet.perform(RateReport(id: id, level: level, sealedID: sealed), as: by, at: at) }
        if let reason = step.reopen { _ = try await cabinet.perform(ReopenReport(id: id, reason: reason, sealedID: sealed), as: by, at: at) }
    }

    private func decide(_ decided: DemoSeed.Decided, _ id: ReportID, as by: Caller, at: Timestamp) async throws {
        var placing: AgendaPlacing?
        if let meeting = decided.meeting.flatMap({ meetings[$0] }) { placing = .newItem(AgendaItemID(trusted: cabinet.surroundings.newID()), of: meeting, title: nil) }
        let decision = Decision(
            kind: decided.kind, text: decided.text, publicText: decided.publicText, leadUnit: decided.leadUnit, due: decided.dueDays.map { Timestamp(ms: now.ms + $0 * 86_400_000) })
        _ = try await cabinet.perform(DecideEscalation(id: escalation(of: id), decision: decision, placing: placing), as: by, at: at)
    }

    private func attach(to id: ReportID, side: ReportSide, as by: Caller, at: Timestamp) async throws -> DocumentID {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: papersFolder + "/" + Self.paper)))
        let stored = try await content.store(bytes)
        let paper = StoredPaper(sha256: stored.sha256.hex, bytes: Int64(stored.bytes), mediaType: "application/pdf", fileName: Self.paper)
        return try await cabinet.perform(AttachFile(id: DocumentID(trusted: cabinet.surroundings.newID()), report: id, side: side, file: .paper(paper)), as: by, at: at).id
    }

    /// Of its first report, so that the seed need not name it.
    private func escalation(of report: ReportID) -> EscalationID { EscalationID(trusted: report.text) }

    private static func dossier(_ seed: DemoSeed.Dossier, _ file: DocumentID) -> Dossier {
        Dossier(
            reason: seed.reason, rule: seed.rule, legalBasis: seed.legalBasis, side: seed.side, stage: seed.stage, cause: seed.cause, done: seed.done, options: seed.options,
            recommended: seed.recommended, ask: seed.ask, attachments: [DossierAttachment(kind: .signedReport, document: file)], holdingText: seed.holdingText,
            peopleAffected: seed.peopleAffected)
    }
}
