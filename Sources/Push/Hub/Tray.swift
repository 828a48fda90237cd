import Synchronization

/// Requests from event loops to a task of the hub. What lies in it is bounded by whoever puts: one request of a kind for each subscription.
final class Tray<Request: Sendable>: Sendable {
    private let requests = Mutex<[Request]>([])
    private let continuation: AsyncStream<Void>.Continuation
    /// Rings when something was put, coalesced; for one listener.
    let wakes: AsyncStream<Void>

    init() { (wakes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

    func put(_ request: Request) {
        requests.withLock { $0.append(request) }
        continuation.yield()
    }

    func takeAll() -> [Request] {
        requests.withLock { requests in
            defer { requests = [] }
            return requests
        }
    }
}
