import Foundation
import Rules
import Wire

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server and who we are there.
struct Connection: Sendable {
    let server: ServerAddress
    /// Goes into the `Authorization` header and nowhere else.
    let token: String?

    /// The server's answer when it is 2xx; everything else is a failure.
    ///
    /// A request that may be repeated (GET, PUT, DELETE, or one with an idempotency key) is sent again when the line is
    /// cut or the server is busy, at most `Retry.maxAttempts` times, always with the same key.
    func send(_ request: Request, progress: (@Sendable (_ sent: Int64) -> Void)? = nil) async throws(Failure) -> Answer {
        var retry = Retry()
        while true {
            let pauseMS: Int
            do {
                let answer = try await once(request, progress)
                if answer.isSuccess { return answer }
                guard answer.status == 503, request.mayBeRepeated, let seconds = answer.retryAfterSeconds,
                    let pause = retry.pauseMS(retryAfterSeconds: seconds)
                else { throw failure(of: answer) }
                pauseMS = pause
            } catch let failure as Failure {
                throw failure
            } catch {
                guard request.mayBeRepeated, request.sink == nil, let pause = retry.pauseMS(after: Loss(error)) else {
                    throw failure(of: error)
                }
                Terminal.remark(
                    Tongue.pick(
                        vi: "Mất kết nối, thử lại lần \(retry.attempt)/\(Retry.maxAttempts)…",
                        en: "Connection lost, attempt \(retry.attempt)/\(Retry.maxAttempts)…"))
                pauseMS = pause
            }
            do {
                try await Task.sleep(for: .milliseconds(pauseMS))
            } catch {
                throw .unreachable(server, reason: "\(error)")
            }
        }
    }

    /// Every item of a list, page by page.
    func items<Item: Codable & Sendable>(_ target: Target, as type: Item.Type) async throws(Failure) -> [Item] {
        var items: [Item] = []
        var after: String?
        // A cursor that never ends would be the server's mistake; the bound makes it ours to report.
        for _ in 0..<Self.maxPages {
            let answer = try await send(.get(target.with("limit", "\(Page<Item>.maxItems)").with("after", after)))
            let page = try answer.decoded(as: Page<Item>.self)
            items += page.items
            guard let next = page.next else { return items }
            after = next
        }
        throw .unreadable(detail: "more than \(Self.maxPages) pages")
    }

    private static let maxPages = 1000

    private func once(_ request: Request, _ progress: (@Sendable (_ sent: Int64) -> Void)?) async throws -> Answer {
        guard let url = server.url(request.target) else { throw URLError(.badURL) }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method
        outgoing.setValue("application/json", forHTTPHeaderField: "Accept")
        outgoing.setValue(Tongue.current.rawValue, forHTTPHeaderField: "Accept-Language")
        outgoing.setValue("ecabinet", forHTTPHeaderField: "User-Agent")
        if let token { outgoing.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        if let key = request.idempotencyKey { outgoing.setValue(key, forHTTPHeaderField: "Idempotency-Key") }
        for (name, value) in request.headers { outgoing.setValue(value, forHTTPHeaderField: name) }
        var file: URL?
        switch request.content {
        case .none: break
        case .json(let body):
            outgoing.httpBody = body
            outgoing.setValue("application/json", forHTTPHeaderField: "Content-Type")
        case .file(let url, let type):
            file = url
            outgoing.setValue(type, forHTTPHeaderField: "Content-Type")
        }
        let transfer = Transfer(sink: request.sink, progress: progress)
        let (response, body) = try await transfer.perform(outgoing, uploading: file, timeouts: file == nil ? .question : .file)
        return Answer(
            status: response.statusCode, contentType: response.value(forHTTPHeaderField: "Content-Type"),
            location: response.value(forHTTPHeaderField: "Location"),
            retryAfterSeconds: response.value(forHTTPHeaderField: "Retry-After").flatMap(Int.init), body: body)
    }

    private func failure(of answer: Answer) -> Failure {
        if (300..<400).contains(answer.status), let location = answer.location { return .moved(server, to: location) }
        let problem = answer.problem ?? Problem(title: "", status: answer.status, detail: nil, code: nil)
        return problem.code != nil && (400..<500).contains(answer.status) ? .refused(problem) : .broken(problem)
    }

    private func failure(of error: any Error) -> Failure {
        if error is Transfer.TooLong { return .unreadable(detail: "more than \(ByteCount(Int64(Transfer.maxAnswerBytes)))") }
        let loss = Loss(error)
        return switch loss {
        case .untrusted(let said): .untrusted(server, reason: said)
        case .hopeless(let said): .local("\(said)")
        case .unheard, .unnamed, .silent, .cut: .unreachable(server, reason: loss.reason)
        }
    }
}

extension Request {
    /// RFC 9110 §9.2.2, and every POST that carries a key or changes nothing.
    var mayBeRepeated: Bool { method != "POST" || idempotencyKey != nil || isSafe }
}
