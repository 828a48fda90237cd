import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Rules

/// Signing in and out: plain forms that work without scripts.
struct SignInScreen {
    static let maxFormBytes = 16_384
    let stage: Screens

    func add(to router: Router<AppContext>) {
        router.get("sign-in", use: show)
        router.post("sign-in", use: signIn)
        router.post("sign-out", use: signOut)
        router.get("account", use: account)
    }

    static func address(next: String) -> String {
        let allowed = CharacterSet.alphanumerics.intersection(.init(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128))).union(.init(charactersIn: "/-._~"))
        return "/sign-in?next=" + (next.addingPercentEncoding(withAllowedCharacters: allowed) ?? "/")
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = SignInForm.safe(request.query("next"))
        if context.session != nil { return .redirect(to: next, type: .normal) }
        return try form(SignInModel(next: next), request, context)
    }

    @Sendable func signIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let fields = try SignInForm.fields(String(decoding: await request.bytes(limit: Self.maxFormBytes), as: UTF8.self))
        let username = (fields["username"] ?? "").trimmingCharacters(in: .whitespaces)
        let next = SignInForm.safe(fields["next"])
        let t = stage.words(context)
        guard !username.isEmpty, let password = fields["password"], !password.isEmpty else {
            return try form(SignInModel(username: username.isEmpty ? nil : username, next: next, problem: t("signIn.empty")), request, context, status: .unprocessableContent)
        }
        do {
            let signed = try await stage.at.signIn(
                username: username, password: password, kind: .browser, label: request.headers[.userAgent] ?? "", context: context)
            var response = Response.redirect(to: next, type: .normal)
            let seconds = Int((signed.expiresAt.ms - context.arrivedAt.ms) / 1000)
            response.setCookie(stage.at.sessionCookie(signed.secret, maxAgeSeconds: seconds, context: context))
            return response
        } catch let refusal as Refusal where refusal.code == .authFailed {
            return try form(SignInModel(username: username, next: next, problem: t("signIn.failed")), request, context, status: .unauthorized)
        } catch let refusal as Refusal where refusal.code == .authThrottled {
            let seconds = refusal.parameters["retryAfter"].flatMap { Int($0) } ?? 1
            let model = SignInModel(
                username: username, next: next, problem: t("signIn.throttled"), retryAfterSeconds: seconds, retryText: stage.at.locales.sentence(refusal, context.language))
            var response = try form(model, request, context, status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    @Sendable func signOut(_ request: Request, _ context: AppContext) async throws -> Response {
        if let session = context.session {
            _ = try await stage.at.perform(EndSession(id: session.id, account: session.account.id), request, context)
        }
        var response = Response.redirect(to: "/sign-in", type: .normal)
        response.setCookie(stage.at.sessionCookie("", maxAgeSeconds: 0, context: context))
        return response
    }

    /// One's own account: a new password.
    @Sendable func account(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let account = context.session?.account else { throw Refusal(.authRequired) }
        let t = stage.words(context)
        let minimum = PasswordHash.length.lowerBound
        let model = AccountModel(
            name: account.name, username: account.username, passwordMinimum: minimum, passwordHint: t("admin.passwordHint", ["n": "\(minimum)"]))
        return try stage.page("identity/account", title: t("nav.account"), model, request, context)
    }

    private func form(_ model: SignInModel, _ request: Request, _ context: AppContext, status: HTTPResponse.Status = .ok) throws -> Response {
        try stage.page("identity/sign-in", title: stage.words(context)("signIn.submit"), model, request, context, status: status)
    }
}
