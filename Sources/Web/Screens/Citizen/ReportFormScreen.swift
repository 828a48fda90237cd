import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Paper
import PaperWire
import Rules

/// `/reports/new`: what is it, then the form, then the receipt. No account, no scripts needed; every mistake keeps what was entered.
///
/// Anonymous posts carry no session that another site could abuse; what a browser sends from a page of another origin is refused all the same
/// (`SessionMiddleware`), and an address may send only so much.
struct ReportFormScreen {
    /// Characters of the form's token: 160 bits in hexadecimal.
    static let tokenLength = 40
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("reports/new", use: show)
        router.post("reports/new", use: submit)
    }

    // MARK: The kind, then the form

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let kind = request.query("kind").flatMap(LegalKind.init(rawValue:)) else { return try kinds(request, context) }
        if let door = kind.rightDoor { return try self.door(kind, door, request, context) }
        let form = try Filled(kind: kind, once: token(), law: stage.at.cabinet.law())
        return try page(form, request, context)
    }

    private func kinds(_ request: Request, _ context: AppContext) throws -> Response {
        let p = stage.phrases(context)
        func entry(_ kind: LegalKind) -> KindsModel.Kind {
            .init(kindCode: kind.rawValue, kindHref: "/reports/new?kind=\(kind.rawValue)", kindName: kind.name[p.language], kindHint: p.t("citizen.kindHint.\(kind.rawValue)"))
        }
        let model = KindsModel(kinds: LegalKind.allCases.filter(\.isInScope).map(entry), doors: LegalKind.allCases.filter { !$0.isInScope }.map(entry))
        return try stage.page("public/kinds", title: p.t("citizen.title"), model, request, context)
    }

    private func door(_ kind: LegalKind, _ door: BilingualText, _ request: Request, _ context: AppContext, status: HTTPResponse.Status = .ok) throws -> Response {
        let p = stage.phrases(context)
        let model = DoorModel(
            kindCode: kind.rawValue, kindName: kind.name[p.language], rightDoor: door[p.language],
            protection: kind == .denunciation ? p.t("citizen.protection.denunciation") : nil)
        return try stage.page("public/door", title: kind.name[p.language], model, request, context, status: status)
    }

    private func page(_ form: Filled, _ request: Request, _ context: AppContext, status: HTTPResponse.Status = .ok) throws -> Response {
        let p = stage.phrases(context)
        return try stage.page("public/form", title: p.t("citizen.write"), ReportFormModel(form, p), request, context, status: status)
    }

    private func token() -> String {
        stage.at.cabinet.surroundings.random(Self.tokenLength / 2).hexadecimal
    }

    // MARK: Sending

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let sent = try await SentForm.read(request, maxPhotoBytes: WorkerPool.maxPhotoBytes)
        guard let kind = LegalKind(rawValue: sent["kind"]) else { return .redirect(to: "/reports/new", type: .normal) }
        if let door = kind.rightDoor { return try self.door(kind, door, request, context, status: .unprocessableContent) }
        let law = try stage.at.cabinet.law()
        let p = stage.phrases(context)
        var form = Filled(sent, kind: kind, once: isToken(sent["once"]) ? sent["once"] : token(), law: law)
        if let minutes = stage.at.publicThrottle.wait(address: context.address, at: context.arrivedAt) {
            form.problem = p.t("citizen.throttled", ["minutes": "\(minutes)"])
            var response = try page(form, request, context, status: .tooManyRequests)
            response.headers[.retryAfter] = "\(minutes * 60)"
            return response
        }
        stage.at.publicThrottle.count(address: context.address, at: context.arrivedAt)
        form.photo = try await photo(sent, &form, context)
        if form.wrong["photo"] == nil, let similar = try await self.similar(to: form, context), !similar.isEmpty, !form.similarShown {
            form.similar = similar
            return try page(form, request, context)
        }
        if form.wrong["photo"] != nil {
            // The other mistakes are said at once as well.
            note(form.submission.faults(under: law), in: &form, context)
            return try refused(form, request, context)
        }
        do {
            return try await perform(form, request, context)
        } catch let refusal as Refusal where !refusal.fields.isEmpty {
            note(refusal.fields, in: &form, context)
            return try refused(form, request, context)
        }
    }

    private func isToken(_ text: String) -> Bool { text.utf8.count == Self.tokenLength && text.allSatisfy(\.isHexDigit) }

    /// The photo of this post, or of the one before it; what cannot be read is said beside the field.
    private func photo(_ sent: SentForm, _ form: inout Filled, _ context: AppContext) async throws -> CleanedPhoto? {
        let p = stage.phrases(context)
        if sent.isPhotoTooLarge {
            form.wrong["photo"] = p.t("citizen.photoTooLarge")
            return nil
        }
        guard !sent.photo.isEmpty else { return stage.at.keptPhotos.photo(of: form.once, at: context.arrivedAt) }
        do {
            let photo = try await stage.at.cleanedPhoto(sent.photo, name: sent.photoName)
            stage.at.keptPhotos.keep(photo, for: form.once, at: context.arrivedAt)
            return photo
        } catch let refusal as Refusal where refusal.code == .documentNotSupported || refusal.code == .documentEmpty {
            form.wrong["photo"] = p.t("citizen.photoWrong")
        } catch is Refused {
            form.wrong["photo"] = p.t("citizen.photoWrong")
        } catch let fault as PaperFault {
            switch fault {
            case .tooLarge: form.wrong["photo"] = p.t("citizen.photoTooLarge")
            case .timedOut, .crashed: form.wrong["photo"] = p.t("citizen.photoWrong")
            case .busy, .unavailable, .missing, .disk: throw fault
            }
        }
        return nil
    }

    private func perform(_ form: Filled, _ request: Request, _ context: AppContext) async throws -> Response {
        var form = form
        let caller: Caller = context.session?.caller ?? .visitor
        let cabinet = stage.at.cabinet
        do {
            return try await receipt(of: try await cabinet.perform(form.command(cabinet), as: caller, key: form.key(cabinet), at: context.arrivedAt), form, request, context)
        } catch let refusal as Refusal where refusal.code == .idempotencyMismatch {
            // Sent, gone back, changed and sent again: another report, with a link of its own.
            form.once = token()
            return try await receipt(of: try await cabinet.perform(form.command(cabinet), as: caller, key: form.key(cabinet), at: context.arrivedAt), form, request, context)
        }
    }

    private func receipt(of receipt: SubmitReport.Receipt, _ form: Filled, _ request: Request, _ context: AppContext) async throws -> Response {
        let p = stage.phrases(context)
        let law = try stage.at.cabinet.law()
        let secret = form.secret(stage.at.cabinet)
        let centre = law.forest.serviceCentre
        let code = receipt.code.description
        let scheme = context.isSecure ? "https" : "http"
        let privateHref = "/track/\(code)?key=\(secret)"
        let now = context.arrivedAt
        let found = try await stage.at.cabinet.read { tx in try Reports.publicReport(receipt.code, at: now, law: law, in: tx) }
        let why = found.clock.map { Lists(law: law, p: p).why($0, of: found.urgency, found.category) }
        let sentence = p.t("citizen.receiptSentence", ["unit": law.forest.name(centre)[p.language], "time": receipt.due.text(.full, in: p.language)])
        let model = ReceiptModel(
            code: code, sentence: sentence, trackHref: "/track/\(code)",
            privateHref: privateHref, privateAddress: "\(scheme)://\(request.head.authority ?? "")\(privateHref)", holderId: centre.text, holderName: law.forest.name(centre)[p.language],
            dueISO: receipt.due.rfc3339, dueText: receipt.due.text(.full, in: p.language), dueWhy: why)
        return try stage.page("public/receipt", title: p.t("citizen.sent"), model, request, context, status: .created)
    }

    /// Open reports that may be the same; nil where nothing can be said yet.
    private func similar(to form: Filled, _ context: AppContext) async throws -> [PublicReport]? {
        guard form.place != nil, !form.text.isEmpty else { return nil }
        let law = form.law
        let (text, category, place, point, now) = (form.text, form.category, form.place, form.point, context.arrivedAt)
        return try await stage.at.cabinet.read { tx in try Reports.alike(text: text, category: category, place: place, point: point, at: now, law: law, in: tx) }
    }

    // MARK: What is wrong

    private func note(_ faults: [Refusal.Field], in form: inout Filled, _ context: AppContext) {
        for fault in faults {
            let field = Filled.field(of: fault.pointer)
            form.wrong[field] = form.wrong[field] ?? stage.at.locales.text(fault.reason, context.language, fault.parameters)
        }
    }

    private func refused(_ form: Filled, _ request: Request, _ context: AppContext) throws -> Response {
        var form = form
        form.problem = stage.phrases(context).t("citizen.problems", ["n": "\(form.wrong.count)"])
        return try page(form, request, context, status: .unprocessableContent)
    }
}
