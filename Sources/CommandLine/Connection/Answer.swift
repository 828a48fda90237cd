import Foundation
import Wire

/// What the server answered: status, the headers we look at, and the body.
struct Answer: Sendable {
    var status: Int
    var contentType: String?
    var location: String?
    /// Seconds of `Retry-After` (RFC 9110 §10.2.3); the form with a date is not used by the server.
    var retryAfterSeconds: Int?
    var body: Data

    var isSuccess: Bool { (200..<300).contains(status) }

    /// The body as the type it should be.
    func decoded<Body: Decodable>(as type: Body.Type) throws(Failure) -> Body {
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch {
            throw .unreadable(detail: "\(error)")
        }
    }

    /// The problem the body describes; nil where something in between answered without one.
    var problem: Problem? {
        guard let contentType, contentType.hasPrefix(Problem.mediaType) else { return nil }
        // A body that only claims to be a problem is as good as none: the status still speaks.
        guard var problem = try? JSONDecoder().decode(Problem.self, from: body) else { return nil }
        if problem.status == 0 { problem.status = status }
        return problem
    }
}
