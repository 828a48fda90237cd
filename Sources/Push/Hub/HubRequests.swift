import Store

/// What event loops ask of the hub's tasks.
final class HubRequests: Sendable {
    /// Events that the ring no longer holds.
    struct Page: Sendable {
        var stream: StreamID
        var after: Int64
        var subscription: SubscriptionID
        var loop: LoopHandle
    }

    /// Grants at least as new as the stream's head was.
    struct Grants: Sendable {
        var subscription: SubscriptionID
        var round: Int
        var asOf: Int64
        var loop: LoopHandle
    }

    let pages = Tray<Page>()
    let grants = Tray<Grants>()
}
