import HTTPTypes
public import Hummingbird
import Rules

extension Screens {
    /// Pages for refusals and failures. Fragments are answered as to a program: the script says what went wrong.
    public func page(status: HTTPResponse.Status, code: String, detail: String, request: Request, context: AppContext) throws -> Response? {
        let path = request.uri.path
        if path.hasPrefix("/fragments/") || path.contains("/fragments/") { return nil }
        if status == .unauthorized {
            let next = request.method == .get ? request.uri.string : "/"
            return .redirect(to: SignInScreen.address(next: next), type: .normal)
        }
        let t = words(context)
        let known = [400, 403, 404, 500, 503].contains(status.code) ? status.code : status.code < 500 ? 400 : 500
        let model = ErrorModel(
            status: status.code, title: t("error.\(known).title"), explanation: detail, whatToDo: t("error.\(known).what"),
            requestId: status.code >= 500 ? context.requestID : nil)
        return try self.page("errors/error", title: model.title, model, request, context, status: status)
    }
}
