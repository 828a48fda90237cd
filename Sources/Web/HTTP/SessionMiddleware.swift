import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Rules

/// Finds who is asking (bearer token, else cookie), keeps tokens to their scope and browsers to their origin.
struct SessionMiddleware: RouterMiddleware {
    typealias Context = AppContext
    static let cookie = "ecabinet"
    let cabinet: Cabinet

    func handle(_ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response) async throws -> Response {
        var context = context
        let bearer = request.headers[.authorization].flatMap { $0.prefix(7).lowercased() == "bearer " ? String($0.dropFirst(7)) : nil }
        let secret = bearer ?? request.cookies[Self.cookie]?.value
        if let secret, !secret.isEmpty, secret.utf8.count <= 256 {
            let now = context.arrivedAt
            context.session = try await cabinet.read { tx in try Sessions.session(secret: secret, at: now, in: tx) }
            context.isBrowser = bearer == nil
        }
        // A token that is wrong is said to be wrong; a stale cookie only means that nobody is signed in.
        if bearer != nil, context.session == nil { throw Refusal(.authRequired) }
        if bearer == nil { try Self.checkOrigin(request) }
        if let session = context.session {
            try Self.check(session.scope, request)
            if session.account.role == .screen { try Self.keepToTheWall(request) }
        }
        return try await next(request, context)
    }

    /// An unsafe request that a browser sends from a page of another origin is refused.
    private static func checkOrigin(_ request: Request) throws(Refusal) {
        guard ![.get, .head, .options].contains(request.method) else { return }
        if let origin = request.headers[.origin] {
            guard let host = URL(string: origin).flatMap(Self.authority), host == request.head.authority?.lowercased() else {
                throw Refusal(.authForbidden, ["reason": "origin"])
            }
        } else if let site = request.headers[.secFetchSite], site == "cross-site" {
            throw Refusal(.authForbidden, ["reason": "origin"])
        }
    }

    private static func authority(_ url: URL) -> String? {
        guard let host = url.host?.lowercased() else { return nil }
        return url.port.map { "\(host):\($0)" } ?? host
    }

    /// An account that hangs on a wall opens the wall, and signs in and out.
    private static func keepToTheWall(_ request: Request) throws(Refusal) {
        let parts = request.uri.path.split(separator: "/").map(String.init)
        let isRead = [.get, .head].contains(request.method)
        let isOpen =
            switch (parts.count, parts.first) {
            case (0, _): isRead
            case (1, "screen"?), (1, "healthz"?), (1, "readyz"?): isRead
            case (1, "sign-in"?), (1, "sign-out"?): true
            case (3, "meetings"?): isRead && parts[2] == "screen"
            case (4, "meetings"?): isRead && (parts[2...] == ["screen", "page.png"] || parts[2...] == ["fragments", "screen"])
            case (3, "api"?): parts[1] == "v1" && (isRead && ["me", "push", "keys", "openapi.json"].contains(parts[2]) || request.method == .post && parts[2] == "tokens")
            default: false
            }
        guard isOpen else { throw Refusal(.authForbidden, ["reason": "screen"]) }
    }

    private static func check(_ scope: TokenScope, _ request: Request) throws(Refusal) {
        let path = request.uri.path
        if ["/api/v1/keys", "/api/v1/openapi.json"].contains(path) { return }
        let allowed =
            switch scope {
            case .all: true
            case .read: [.get, .head].contains(request.method)
            case .verify: path.hasPrefix("/api/v1/signatures/verify") || path == "/api/v1/me"
            case .reports: path.hasPrefix("/api/v1/reports") || path.hasPrefix("/open311/") || path == "/api/v1/me"
            }
        guard allowed else { throw Refusal(.authForbidden, ["needs": "scope"]) }
    }
}
