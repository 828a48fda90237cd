import Cabinet
import Hummingbird
import Rules

extension Dependencies {
    /// Performs a command for the request's caller, under its `Idempotency-Key` if it has one.
    /// - Parameter body: what the key's digest covers besides path and query.
    func perform<C: Command>(_ command: C, _ request: Request, _ context: AppContext, body: [UInt8] = []) async throws -> C.Receipt {
        var key: RequestKey?
        if request.method == .post, let text = request.headers[.idempotencyKey] {
            guard (1...RequestKey.maxLength).contains(text.utf8.count) else {
                throw Refusal.invalid("Idempotency-Key", "field.too-long", ["maximum": "\(RequestKey.maxLength)"])
            }
            key = RequestKey(text: text, digest: cabinet.digest(path: "\(request.uri.string)", body: body))
        }
        return try await cabinet.perform(command, as: try context.caller(), key: key, at: context.arrivedAt)
    }

    func newID<T>(_: T.Type = T.self) -> Identifier<T> { Identifier(trusted: cabinet.surroundings.newID()) }
}
