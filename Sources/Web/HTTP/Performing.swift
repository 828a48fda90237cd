import Cabinet
import Hummingbird
import Rules

extension Dependencies {
    /// Performs a command for the request's caller, under its `Idempotency-Key` if it has one.
    /// - Parameters:
    ///   - body: what the key's digest covers besides path and query.
    ///   - resource: what `If-Match` is about.
    ///   - isDigested: false where even a digest of the request would say too much: a reused key then always gives the stored answer.
    ///   - holder: who acts where it is no account: the holder of a private link.
    func perform<C: Command>(
        _ command: C, _ request: Request, _ context: AppContext, body: [UInt8] = [], on resource: Expectation.Resource? = nil, isDigested: Bool = true,
        as holder: Caller? = nil
    ) async throws -> C.Receipt {
        let expecting = try resource.flatMap { resource in try request.expectedVersions.map { Expectation(resource, in: $0) } }
        return try await cabinet.perform(
            command, as: try holder ?? context.caller(), key: try key(of: request, body: body, isDigested: isDigested), at: context.arrivedAt, expecting: expecting)
    }

    /// The same, answered with a resource: a repeated request gets the answer of the first, whatever has happened since.
    func answer<C: Command>(
        _ command: C, _ request: Request, _ context: AppContext, body: [UInt8] = [], on resource: Expectation.Resource? = nil, as holder: Caller? = nil,
        _ render: (C.Receipt) async throws -> Answer
    ) async throws -> Response {
        let receipt = try await perform(command, request, context, body: body, on: resource, as: holder)
        guard let key = try key(of: request, body: body) else { return try await render(receipt).response }
        let caller = try holder ?? context.caller()
        if let stored = try await cabinet.answer(to: key, of: caller) { return try Answer(stored: stored).response }
        let answer = try await render(receipt)
        try await cabinet.keepAnswer(try answer.stored, to: key, of: caller)
        return answer.response
    }

    private func key(of request: Request, body: [UInt8], isDigested: Bool = true) throws(Refusal) -> RequestKey? {
        guard request.method == .post, let text = request.headers[.idempotencyKey] else { return nil }
        guard (1...RequestKey.maxLength).contains(text.utf8.count) else {
            throw Refusal.invalid("Idempotency-Key", "field.too-long", ["maximum": "\(RequestKey.maxLength)"])
        }
        return RequestKey(text: text, digest: isDigested ? cabinet.digest(path: "\(request.uri.string)", body: body) : nil)
    }

    func newID<T>(_: T.Type = T.self) -> Identifier<T> { Identifier(trusted: cabinet.surroundings.newID()) }
}
