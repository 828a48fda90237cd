import Foundation

/// One request to the server.
struct Request: Sendable {
    enum Content: Sendable {
        case none
        case json(Data)
        /// Streamed from disk.
        case file(URL, type: String)
    }

    var method: String
    var target: Target
    var content: Content = .none
    var headers: [String: String] = [:]
    /// What makes a repetition harmless: the same key, target and body have one effect.
    var idempotencyKey: String?
    /// A POST that changes nothing, such as a verification.
    var isSafe = false
    /// Receives the body of a 2xx answer instead of memory.
    var sink: FileHandle?

    static func get(_ target: Target) -> Request { Request(method: "GET", target: target) }

    /// A POST with a key of its own, so that it may be repeated when the connection is lost.
    static func post(_ target: Target, _ body: (any Encodable & Sendable)? = nil) throws(Failure) -> Request {
        var request = Request(method: "POST", target: target, idempotencyKey: UUID().uuidString.lowercased())
        if let body {
            do {
                request.content = .json(try JSONEncoder().encode(body))
            } catch {
                throw .local("\(error)")
            }
        }
        return request
    }
}
