import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Paper
import PaperWire
import Rules

/// `/track/{code}`: where a report is, for anybody with its code; with the key of the private link what its reporter may do besides.
///
/// The key travels in the query, which no log of the house writes down, and in the bodies of the forms.
struct TrackScreen {
    /// Longest key anybody reads.
    static let maxKey = 128
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("track", use: lookUp)
        router.get("track/:code", use: show)
        router.get("track/:code/photo/:file", use: photo)
        router.post("track/:code/:deed", use: perform)
    }

    // MARK: Looking up

    @Sendable func lookUp(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let wanted = request.query("code") else { return try form(LookUpModel(wanted: ""), request, context) }
        if let code = TrackingCode(wanted) { return .redirect(to: "/track/\(code)", type: .normal) }
        return try form(LookUpModel(wanted: wanted, wrong: stage.phrases(context).t("track.miscopied")), request, context, status: .notFound)
    }

    private func form(_ model: LookUpModel, _ request: Request, _ context: AppContext, status: HTTPResponse.Status = .ok) throws -> Response {
        try stage.page("public/look-up", title: stage.phrases(context).t("track.lookUp"), model, request, context, status: status)
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let p = stage.phrases(context)
        let done = request.query("done").flatMap(Deed.init(rawValue:)).map { p.t("track.done.\($0.rawValue)") }
        return try await page(key: request.query("key"), notice: done, request, context)
    }

    /// The page as the key allows, with a notice or a problem on top.
    private func page(
        key: String?, notice: String? = nil, problem: String? = nil, draft: RatingDraft = .init(), _ request: Request, _ context: AppContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let p = stage.phrases(context)
        let wanted = context.parameters.get("code") ?? ""
        do {
            // Counted as wrong until it has proved right.
            try stage.at.lookups.attempt(address: context.address, at: context.arrivedAt)
        } catch {
            let seconds = error.parameters["retryAfter"].flatMap { Int($0) } ?? 1
            var response = try form(LookUpModel(wanted: wanted, wrong: p.t("track.throttled", ["minutes": "\((seconds + 59) / 60)"])), request, context, status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
        guard let code = TrackingCode(wanted) else { return try form(LookUpModel(wanted: wanted, wrong: p.t("track.miscopied")), request, context, status: .notFound) }
        let (cabinet, law, now) = (stage.at.cabinet, try stage.at.cabinet.law(), context.arrivedAt)
        let linked = try await linked(key, code, context)
        let found: PublicReport?
        do {
            found = try await cabinet.read { tx in
                if let linked { return try Reports.ownReport(linked, for: .reporter(linked), at: now, law: law, vault: cabinet.vault, in: tx) }
                return try Reports.publicReport(code, at: now, law: law, in: tx)
            }
        } catch let refusal as Refusal where refusal.code == .notFound {
            found = nil
        }
        guard let found else {
            return try form(LookUpModel(wanted: code.description, wrong: p.t("track.unknown")), request, context, status: .notFound)
        }
        let isWrongLink = key != nil && linked == nil
        if !isWrongLink { stage.at.lookups.succeeded(address: context.address, at: now) }
        let model = TrackModel(
            found, key: linked == nil ? nil : key, notice: notice, problem: isWrongLink ? p.t("track.wrongLink") : problem, draft: draft, Lists(law: law, p: p))
        return try stage.page("public/track", title: model.sentence, model, request, context, status: isWrongLink ? .forbidden : status)
    }

    private func linked(_ key: String?, _ code: TrackingCode, _ context: AppContext) async throws -> ReportID? {
        guard let key, key.utf8.count <= Self.maxKey else { return nil }
        return try await stage.at.cabinet.read { tx in try Reports.linked(PrivateLink.hash(key), code: code, in: tx) }
    }

    @Sendable func photo(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let code = TrackingCode(context.parameters.get("code") ?? "") else { throw Refusal(.notFound) }
        let id = try context.id("file", OfDocument.self)
        let linked = try await linked(request.query("key"), code, context)
        let file = try await stage.at.cabinet.read { tx in
            if let linked { return try ReportFiles.file(id, of: linked, for: .reporter(linked), in: tx) }
            return try ReportFiles.publicFile(id, of: code, in: tx)
        }
        return try await stage.at.reportFile(file, request)
    }

    // MARK: What the holder of the link does

    enum Deed: String { case reply, rate, reopen, dispute, add }

    /// What was chosen in the rating, to show again with a mistake.
    struct RatingDraft: Sendable {
        var level = ""
        var reasons: Set<String> = []
    }

    @Sendable func perform(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let deed = context.parameters.get("deed").flatMap(Deed.init(rawValue:)) else { throw Refusal(.notFound) }
        let p = stage.phrases(context)
        let sent = try await SentForm.read(request, maxPhotoBytes: WorkerPool.maxPhotoBytes)
        let key = sent["key"]
        let draft = RatingDraft(level: sent["level"], reasons: Set(sent.all("reasons")))
        guard let code = TrackingCode(context.parameters.get("code") ?? ""), let report = try await linked(key, code, context) else {
            return try await page(key: key, request, context, status: .forbidden)
        }
        if let minutes = stage.at.publicThrottle.wait(address: context.address, at: context.arrivedAt) {
            return try await page(key: key, problem: p.t("citizen.throttled", ["minutes": "\(minutes)"]), request, context, status: .tooManyRequests)
        }
        stage.at.publicThrottle.count(address: context.address, at: context.arrivedAt)
        do {
            if let problem = try await perform(deed, sent, draft, on: report, context) {
                return try await page(key: key, problem: problem, draft: draft, request, context, status: .unprocessableContent)
            }
        } catch let refusal as Refusal {
            let fields = refusal.fields.map { stage.at.locales.text($0.reason, context.language, $0.parameters) }
            let problem = ([stage.at.locales.sentence(refusal, context.language)] + fields.prefix(1)).joined(separator: " ")
            return try await page(key: key, problem: problem, draft: draft, request, context, status: .init(code: refusal.code.status))
        }
        let safe = key.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return .redirect(to: "/track/\(code)?key=\(safe)&done=\(deed.rawValue)", type: .normal)
    }

    /// - Returns: what is wrong, in a sentence.
    private func perform(_ deed: Deed, _ sent: SentForm, _ draft: RatingDraft, on report: ReportID, _ context: AppContext) async throws -> String? {
        let (cabinet, p) = (stage.at.cabinet, stage.phrases(context))
        let caller = Caller.reporter(report)
        let text = sent["text"]
        let sealed = cabinet.surroundings.newID()
        switch deed {
        case .reply: _ = try await cabinet.perform(ReplyToQuestion(id: report, text: text, sealedID: sealed), as: caller, at: context.arrivedAt)
        case .rate:
            guard let level = RatingLevel(rawValue: draft.level) else { return p.t("track.chooseLevel") }
            let reasons = draft.reasons.sorted().compactMap { RatingReasonID($0) }
            _ = try await cabinet.perform(RateReport(id: report, level: level, reasons: reasons, text: text, sealedID: sealed), as: caller, at: context.arrivedAt)
        case .reopen: _ = try await cabinet.perform(ReopenReport(id: report, reason: text, sealedID: sealed), as: caller, at: context.arrivedAt)
        case .dispute: _ = try await cabinet.perform(UnmergeReport(id: report, reason: text, sealedID: sealed), as: caller, at: context.arrivedAt)
        case .add:
            if sent.isPhotoTooLarge { return p.t("citizen.photoTooLarge") }
            guard !text.isEmpty || !sent.photo.isEmpty else { return p.t("track.empty") }
            if !sent.photo.isEmpty {
                let photo: CleanedPhoto
                do {
                    photo = try await stage.at.cleanedPhoto(sent.photo, name: sent.photoName)
                } catch let refusal as Refusal where refusal.code == .documentNotSupported {
                    return p.t("citizen.photoWrong")
                } catch is Refused {
                    return p.t("citizen.photoWrong")
                }
                _ = try await cabinet.perform(AttachFile(id: stage.at.newID(), report: report, side: .before, file: .photo(photo)), as: caller, at: context.arrivedAt)
            }
            if !text.isEmpty { _ = try await cabinet.perform(AddToReport(id: report, text: text, sealedID: sealed), as: caller, at: context.arrivedAt) }
        }
        return nil
    }
}
