import Cabinet
public import Logging
public import Push
import Rules
public import ServiceLifecycle
public import Store

/// Follows the whole log for what concerns open sockets: a session that ended closes its socket, a changed membership
/// changes what it may hear. Whoever ended it, wherever: the fact is in the log.
public struct HouseWatch: Service {
    static let batch = 500
    let store: Store
    let hub: Hub
    let logger: Logger

    public init(store: Store, hub: Hub, logger: Logger) {
        self.store = store
        self.hub = hub
        self.logger = logger
    }

    public func run() async throws {
        let start = try await store.read { tx in try tx.position() }
        await cancelWhenGracefulShutdown {
            var cursor = start
            await store.bell.looks {
                do { cursor = try await follow(from: cursor) } catch { logger.error("house watch: \(error)") }
            }
        }
    }

    private func follow(from start: Int64) async throws -> Int64 {
        var cursor = start
        while true {
            let after = cursor
            let (events, end) = try await store.read { tx in
                let end = try tx.position()
                return (try tx.facts(ofKinds: Self.kinds, after: after, upTo: end, limit: Self.batch), end)
            }
            for event in events {
                if event.kind == EventKind.sessionEnded.rawValue {
                    if let session = Cabinet.endedSession(event) { await hub.endSession(session) }
                } else {
                    await hub.regrant()
                }
            }
            guard let last = events.last, events.count == Self.batch else { return end }
            cursor = last.pos
        }
    }

    private static let kinds = [EventKind.sessionEnded, .memberChanged, .memberRemoved, .accountPlaced, .screenAssigned, .screenRemoved].map(\.rawValue)
}
