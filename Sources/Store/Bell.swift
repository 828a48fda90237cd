import Synchronization

/// Says only "something grew"; who hears it looks into the log. A bell nobody hears loses nothing.
public final class Bell: Sendable {
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
    private let next = Mutex(0)

    public init() {}

    public func ring() {
        for continuation in listeners.withLock({ Array($0.values) }) { continuation.yield() }
    }

    /// Rings from now on, coalesced: at most one is waiting.
    public func rings() -> AsyncStream<Void> {
        let id = next.withLock { n in
            n += 1
            return n
        }
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        listeners.withLock { $0[id] = continuation }
        continuation.onTermination = { [weak self] _ in self?.listeners.withLock { _ = $0.removeValue(forKey: id) } }
        return stream
    }
}
