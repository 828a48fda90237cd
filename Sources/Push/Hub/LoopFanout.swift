import NIOCore
import Rules
import Store

/// All sockets of one event loop and the streams they follow. Confined to that loop, so nothing here is locked: the hub sends
/// work, this writes it out. A slow socket is passed over and served from its cursor when it takes data again.
final class LoopFanout {
    private struct Seat {
        var outlet: any Outlet
        var subscriptions: [Subscription] = []
    }

    private let configuration: HubConfiguration
    private let meter: Meter
    private let onPage: (StreamID, Int64, SubscriptionID) -> Void
    private let onGrants: (SubscriptionID, Int, Int64) -> Void
    /// Runs work after what the loop has already waiting: sockets of thousands are served in chunks, and events that come
    /// meanwhile go out in the same frame.
    private let schedule: (@escaping () -> Void) -> Void

    private var seats: [SocketID: Seat] = [:]
    private var streams: [StreamID: StreamFanout] = [:]
    private var subscriptions: [SubscriptionID: Subscription] = [:]

    init(
        configuration: HubConfiguration, meter: Meter, onPage: @escaping (StreamID, Int64, SubscriptionID) -> Void,
        onGrants: @escaping (SubscriptionID, Int, Int64) -> Void, schedule: @escaping (@escaping () -> Void) -> Void
    ) {
        self.configuration = configuration
        self.meter = meter
        self.onPage = onPage
        self.onGrants = onGrants
        self.schedule = schedule
    }

    // MARK: Sockets

    func add(_ socket: SocketID, _ outlet: any Outlet) { seats[socket] = Seat(outlet: outlet) }

    func remove(_ socket: SocketID) {
        for subscription in seats.removeValue(forKey: socket)?.subscriptions ?? [] {
            subscriptions[subscription.id] = nil
            streams[subscription.stream]?.remove(subscription)
        }
    }

    /// The socket takes data again.
    func writable(_ socket: SocketID) {
        for subscription in seats[socket]?.subscriptions ?? [] { serve(subscription) }
    }

    /// One frame that is no part of a stream.
    func write(_ frame: ByteBuffer, to socket: SocketID) {
        guard let seat = seats[socket] else { return }
        seat.outlet.write(frame)
    }

    // MARK: Streams

    func open(_ stream: StreamID, epoch: String, ring: Ring, cache: FrameCache) {
        streams[stream] = StreamFanout(id: stream, epoch: epoch, ring: ring, cache: cache, configuration: configuration)
    }

    /// A stream nobody follows.
    func close(_ stream: StreamID) { streams[stream] = nil }

    func append(_ entries: [Entry], to stream: StreamID, resetTo head: Int64?) {
        guard let fanout = streams[stream] else { return }
        if let head { fanout.reset(head: head) }
        fanout.append(entries)
        sweep(fanout)
    }

    func signal(_ key: SignalKey, data: String, in stream: StreamID) {
        guard let fanout = streams[stream] else { return }
        fanout.post(key, data: data)
        sweep(fanout)
    }

    /// Tells every reader how far the log has gone, even where he may see nothing of it.
    func showHidden() {
        for fanout in streams.values where fanout.subscriptions.contains(where: { $0.scanned > $0.cursor }) {
            fanout.showsHidden = true
            sweep(fanout)
        }
    }

    // MARK: Subscriptions

    func attach(_ subscription: Subscription, greeting: ByteBuffer) {
        guard let outlet = seats[subscription.socket]?.outlet, let fanout = streams[subscription.stream] else { return }
        outlet.write(greeting)
        seats[subscription.socket]?.subscriptions.append(subscription)
        subscriptions[subscription.id] = subscription
        fanout.add(subscription)
        serve(subscription)
    }

    func detach(_ id: SubscriptionID, farewell: ByteBuffer? = nil) {
        guard let subscription = subscriptions.removeValue(forKey: id) else { return }
        seats[subscription.socket]?.subscriptions.removeAll { $0 === subscription }
        streams[subscription.stream]?.remove(subscription)
        if let farewell { write(farewell, to: subscription.socket) }
    }

    /// Events a subscription asked for. What the socket does not take now it will ask for again.
    func page(_ entries: [Entry], for id: SubscriptionID) {
        guard let subscription = subscriptions[id], let fanout = streams[subscription.stream], let seat = seats[subscription.socket] else { return }
        subscription.isPaging = false
        while seat.outlet.isWritable {
            let step = fanout.next(for: subscription, from: entries)
            guard perform(step, for: subscription, seat.outlet) else { break }
        }
        serve(subscription)
    }

    func regrant(_ id: SubscriptionID, _ grants: Set<Grant>, round: Int, asOf: Int64) {
        guard let subscription = subscriptions[id], let fanout = streams[subscription.stream], let seat = seats[subscription.socket] else { return }
        _ = perform(fanout.regrant(subscription, grants, round: round, asOf: asOf), for: subscription, seat.outlet)
        serve(subscription)
    }

    /// Everyone, or those of one stream, is asked anew before anything more is shown.
    func distrust(_ stream: StreamID? = nil) {
        for fanout in streams.values where stream == nil || fanout.id == stream {
            for subscription in fanout.subscriptions {
                guard let outlet = seats[subscription.socket]?.outlet else { continue }
                _ = perform(fanout.distrust(subscription), for: subscription, outlet)
            }
        }
    }

    // MARK: Serving

    private func sweep(_ fanout: StreamFanout) {
        if fanout.sweepAt != nil {
            fanout.sweepAgain = true
        } else {
            fanout.sweepAt = 0
            schedule { [weak self] in self?.continueSweep(fanout) }
        }
    }

    private func continueSweep(_ fanout: StreamFanout) {
        guard let start = fanout.sweepAt else { return }
        let end = min(start + configuration.fanOutChunk, fanout.subscriptions.count)
        for subscription in fanout.subscriptions[min(start, end)..<end] { serve(subscription) }
        if end < fanout.subscriptions.count {
            fanout.sweepAt = end
        } else if fanout.sweepAgain {
            fanout.sweepAgain = false
            fanout.sweepAt = 0
        } else {
            fanout.sweepAt = nil
            fanout.showsHidden = false
            return
        }
        schedule { [weak self] in self?.continueSweep(fanout) }
    }

    /// Writes what is new to one subscription, as far as its socket takes it.
    private func serve(_ subscription: Subscription) {
        guard let fanout = streams[subscription.stream], let outlet = seats[subscription.socket]?.outlet else { return }
        while outlet.isWritable {
            guard perform(fanout.next(for: subscription, showsHidden: fanout.showsHidden), for: subscription, outlet) else { break }
        }
        guard outlet.isWritable else { return }
        for frame in fanout.takeSignals(for: subscription) { put(frame, outlet) }
    }

    /// - Returns: whether a frame went out, so that there may be another.
    private func perform(_ step: StreamFanout.Step, for subscription: Subscription, _ outlet: any Outlet) -> Bool {
        switch step {
        case .nothing: return false
        case .frame(let frame):
            put(frame, outlet)
            return true
        case .page(let after):
            onPage(subscription.stream, after, subscription.id)
            return false
        case .grants(let round, let asOf):
            onGrants(subscription.id, round, asOf)
            return false
        }
    }

    private func put(_ frame: ByteBuffer, _ outlet: any Outlet) {
        outlet.write(frame)
        meter.wrote(frame.readableBytes)
    }
}
