import Foundation
public import HTTPTypes
public import Hummingbird
import Logging
import Paper
import PaperWire
import Rules
import Store
import Wire

/// Turns every error into the answer the reader of it can use: problem+json for programs, a page for browsers on pages.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let locales: Locales
    let pages: any ProblemPages
    let logger: Logger

    func handle(_ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return try answer(refusal, request, context)
        } catch let refused as Refused where refused.code == .badJob {
            return try failure(refused, temporary: false, request, context)
        } catch let refused as Refused {
            return try answer(Self.refusal(refused), request, context)
        } catch let fault as PaperFault {
            switch fault {
            case .tooLarge(let limit): return try answer(Refusal(.requestTooLarge, ["limit": "\(limit)"]), request, context)
            case .timedOut, .crashed:
                logger.warning("\(fault)", metadata: ["request": "\(context.requestID)"])
                return try answer(Refusal(.verifyTooComplex), request, context)
            case .busy, .unavailable, .missing, .disk: return try failure(fault, temporary: fault.isTemporary, request, context)
            }
        } catch let error as any HTTPResponseError {
            switch error.status.code {
            case 404: return try answer(Refusal(.notFound), request, context)
            case 413: return try answer(Refusal(.requestTooLarge), request, context)
            case 405: return try problem("request.method", .methodNotAllowed, locales.text("refusal.request.method", context.language), request, context)
            case 400..<500: return try answer(Refusal(.requestMalformed), request, context)
            default: return try failure(error, temporary: false, request, context)
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return try failure(error, temporary: false, request, context)
        }
    }

    private static func refusal(_ refused: Refused) -> Refusal {
        switch refused.code {
        case .unreadable, .encrypted: Refusal(.verifyUnreadable, ["reason": refused.code.rawValue])
        case .tooComplex: Refusal(.verifyTooComplex)
        case .noSuchPage: Refusal(.documentPageNotFound)
        case .badJob: preconditionFailure("a bad job is our own fault")
        }
    }

    private func answer(_ refusal: Refusal, _ request: Request, _ context: AppContext) throws -> Response {
        let fields = refusal.fields.map { Problem.Field(pointer: $0.pointer, detail: locales.text($0.reason, context.language, $0.parameters)) }
        var detail = locales.sentence(refusal, context.language)
        if let first = fields.first { detail += " " + first.detail }
        var response = try problem(refusal.code.rawValue, .init(code: refusal.code.status), detail, request, context, errors: fields.isEmpty ? nil : fields)
        if let seconds = refusal.parameters["retryAfter"] { response.headers[.retryAfter] = seconds }
        if refusal.code.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }

    /// Logged once with the request's id; the answer tells the id alone.
    private func failure(_ error: any Error, temporary: Bool, _ request: Request, _ context: AppContext) throws -> Response {
        logger.error("\(request.method) \(request.uri.path): \(error)", metadata: ["request": "\(context.requestID)"])
        let detail = locales.text(temporary ? "problem.busy" : "problem.failed", context.language, ["id": context.requestID])
        var response = try problem(temporary ? "server.busy" : "server.failed", temporary ? .serviceUnavailable : .internalServerError, detail, request, context)
        if temporary { response.headers[.retryAfter] = "2" }
        return response
    }

    private func problem(
        _ code: String, _ status: HTTPResponse.Status, _ detail: String, _ request: Request, _ context: AppContext, errors: [Problem.Field]? = nil
    ) throws -> Response {
        let wantsPage = !request.uri.path.hasPrefix("/api/") && request.headers[.accept]?.contains("text/html") == true
        if wantsPage, let page = try pages.page(status: status, code: code, detail: detail, request: request, context: context) { return page }
        let title = locales.text("status.\(status.code)", context.language)
        let problem = Problem(title: title, status: status.code, detail: detail, code: code, errors: errors)
        var response = try JSON.response(problem, status: status)
        response.headers[.contentType] = Problem.mediaType
        response.headers[.contentLanguage] = context.language.rawValue
        return response
    }
}

/// Pages for people who meet a refusal on the way to a page.
public protocol ProblemPages: Sendable {
    /// Nil: no page, answer as to a program.
    func page(status: HTTPResponse.Status, code: String, detail: String, request: Request, context: AppContext) throws -> Response?
}
