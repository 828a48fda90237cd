import Cabinet
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Rules

/// Stamps what arrives (instant, id, language) and what leaves (security headers, request id), and writes the access log.
struct ArrivalMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let cabinet: Cabinet
    let logger: Logger
    let configuration: WebConfiguration

    func handle(_ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response) async throws -> Response {
        var context = context
        context.arrivedAt = cabinet.surroundings.now()
        context.requestID = AlwaysSent.newRequestID(cabinet.surroundings)
        context.isSecure = configuration.isSecure
        if configuration.believes(context.address) { Self.believe(request.headers, &context) }
        context.language = Self.language(of: request)
        var response = try await next(request, context)
        AlwaysSent.add(to: &response.headers, requestID: context.requestID, secure: context.isSecure)
        let elapsed = cabinet.surroundings.now().ms - context.arrivedAt.ms
        logger.info("\(request.method) \(request.uri.path) \(response.status.code) \(elapsed) ms", metadata: ["request": "\(context.requestID)"])
        return response
    }

    /// The last address a proxy added is the one it saw itself; what stands before it anybody may have written.
    private static func believe(_ headers: HTTPFields, _ context: inout AppContext) {
        if let last = headers[.forwardedFor]?.split(separator: ",").last { context.forwardedFor = last.trimmingCharacters(in: .whitespaces) }
        if WebConfiguration.saysSecure(headers) { context.isSecure = true }
    }

    /// `?lang=`, else the cookie, else for programs `Accept-Language`, else Vietnamese: it is the first language of the screens,
    /// whatever a tablet was set to in the shop.
    static func language(of request: Request) -> Language {
        if request.uri.query != nil, let wish = request.uri.queryParameters["lang"], let language = language(tagged: String(wish)) { return language }
        if request.headers.contains(.cookie), let wish = request.cookies["lang"]?.value, let language = language(tagged: wish) { return language }
        let path = request.uri.path
        guard path.hasPrefix("/api/") || path.hasPrefix("/open311/"), let wishes = request.headers[.acceptLanguage] else { return .vietnamese }
        return accepted(wishes).lazy.compactMap(Self.language(tagged:)).first ?? .vietnamese
    }

    private static func language(tagged tag: String) -> Language? { Language(rawValue: tag.prefix(2).lowercased()) }

    /// Tags of `Accept-Language` (RFC 9110 §12.5.4), best first.
    private static func accepted(_ header: String) -> [String] {
        let wishes = header.split(separator: ",").prefix(10).enumerated().map { index, wish -> (tag: String, quality: Double, index: Int) in
            let parts = wish.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (String(parts.first?.prefix(2) ?? ""), quality, index)
        }
        return wishes.filter { $0.quality > 0 }.sorted { ($1.quality, $0.index) < ($0.quality, $1.index) }.map(\.tag)
    }
}

extension HTTPField.Name {
    static let clearSiteData = HTTPField.Name("Clear-Site-Data")!
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let reprDigest = HTTPField.Name("Repr-Digest")!
}
