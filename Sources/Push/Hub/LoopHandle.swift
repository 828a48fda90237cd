import NIOCore

/// The way to one event loop's fan-out. Everything sent this way arrives in order.
final class LoopHandle: Sendable {
    let eventLoop: any EventLoop
    private let fanout: NIOLoopBoundBox<LoopFanout?>

    init(eventLoop: any EventLoop, configuration: HubConfiguration, requests: HubRequests, meter: Meter) {
        self.eventLoop = eventLoop
        fanout = .makeEmptyBox(eventLoop: eventLoop)
        eventLoop.execute { [self] in
            fanout.value = LoopFanout(
                configuration: configuration, meter: meter,
                onPage: { [weak self] in if let self { requests.pages.put(.init(stream: $0, after: $1, subscription: $2, loop: self)) } },
                onGrants: { [weak self] in if let self { requests.grants.put(.init(subscription: $0, round: $1, asOf: $2, loop: self)) } },
                schedule: { [eventLoop] work in eventLoop.assumeIsolated().execute(work) })
        }
    }

    func run(_ body: @escaping @Sendable (LoopFanout) -> Void) {
        eventLoop.execute { [self] in body(fanout.value!) }
    }

    /// The same at once; on the event loop only.
    func here(_ body: (LoopFanout) -> Void) { body(fanout.value!) }
}
