import NIOCore
import Store

extension Hub {
    enum Subscribing {
        case done
        /// Grants may have changed since the caller was authorised.
        case authoriseAgain
        /// The server cannot follow one more stream: come back later.
        case full
    }

    /// Begins a subscription, or answers why not; a former one of the same name ends.
    /// - Parameters:
    ///   - after: nil for what comes from now on.
    ///   - look: the looks that were finished before `access` was asked for.
    func subscribe(
        _ socket: SocketID, to name: String, _ access: StreamAccess, epoch theirs: String?, after: Int64?, authorisedAt look: Int
    ) async -> Subscribing {
        unsubscribe(socket, from: name)
        let stream = access.stream
        if streams[stream] == nil && streams.count + waiting.count >= configuration.maxStreams { return .full }
        await lookedAt(stream, servingFrom: after)
        // From here to the end nothing waits: the head read is the head greeted with.
        guard let seat = registry.seats[socket], let followed = streams[stream] else { return .done }
        if followed.gateLook > look { return .authoriseAgain }
        let head = followed.ring.head
        if let theirs, theirs != epoch { return resync(socket, name, "the log has a new epoch") }
        if let after, after > head { return resync(socket, name, "the cursor lies ahead of the log") }
        guard !registry.isFull(socket) else {
            answer(socket, .tooMany, stream: name, detail: "at most \(configuration.maxSubscriptionsPerSocket) subscriptions")
            return .done
        }
        guard let id = registry.subscribe(socket, name: name, stream: stream) else { return .done }
        gainedReader(stream)
        hold(stream, on: seat.loop)
        let greeting = HubFrame.subscribed(stream: name, epoch: epoch, head: head)
        seat.loop.run {
            $0.attach(
                Subscription(id: id, socket: socket, stream: stream, name: name, grants: access.grants, grantsAsOf: head, cursor: after ?? head),
                greeting: greeting)
        }
        return .done
    }

    func unsubscribe(_ socket: SocketID, from name: String) {
        guard let seat = registry.seats[socket], let (id, place) = registry.unsubscribe(socket, name: name) else { return }
        lostReader(place.stream)
        seat.loop.run { $0.detach(id) }
    }

    /// The stream a socket follows under a name.
    func followed(by socket: SocketID, as name: String) -> StreamID? {
        registry.seats[socket]?.subscriptions[name].flatMap { registry.places[$0]?.stream }
    }

    func answer(_ socket: SocketID, _ code: PushErrorCode, stream: String?, detail: String) {
        let frame = HubFrame.error(code, stream: stream, detail: detail)
        registry.seats[socket]?.loop.run { $0.write(frame, to: socket) }
    }

    private func resync(_ socket: SocketID, _ name: String, _ detail: String) -> Subscribing {
        meter.resyncs.up()
        answer(socket, .resync, stream: name, detail: detail)
        return .done
    }

    /// The loop's own ring begins as a copy; entries are shared.
    private func hold(_ stream: StreamID, on loop: LoopHandle) {
        guard let followed = streams[stream], streams[stream]!.loops.insert(ObjectIdentifier(loop.eventLoop)).inserted else { return }
        loop.run { [epoch] in $0.open(stream, epoch: epoch, ring: followed.ring, cache: followed.cache) }
    }

    private func gainedReader(_ stream: StreamID) {
        streams[stream]?.readers += 1
        meter.subscriptions.set(registry.places.count)
    }

    func lostReader(_ stream: StreamID) {
        streams[stream]?.readers -= 1
        streams[stream]?.idleSince = .now()
        meter.subscriptions.set(registry.places.count)
    }
}
