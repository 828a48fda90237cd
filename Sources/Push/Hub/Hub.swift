public import Logging
public import Rules
import NIOCore
public import ServiceLifecycle
public import Store

/// From the log to the sockets: one follower for all streams somebody reads, and on each event loop a fan-out that writes.
///
/// Nothing is pushed that was not read from the log, except signals, which are marked. A socket is a cursor: what it misses
/// while it is slow or away it reads again from the ring or the store, so that any order of disconnects loses nothing.
public actor Hub: Service {
    /// The JSON of an event's `data`, made in the transaction that read the event; once for all who may see it.
    public typealias Present = @Sendable (LoggedEvent, borrowing Transaction) throws -> String
    /// Receives what clients send as signals; within their rate, in order for each socket.
    public typealias OnSignal = @Sendable (Hub, ClientSignal) async -> Void

    public nonisolated let configuration: HubConfiguration
    nonisolated let store: Store
    nonisolated let logger: Logger
    nonisolated let reader: EventReader
    nonisolated let onSignal: OnSignal
    nonisolated let meter = Meter()
    nonisolated let requests = HubRequests()
    /// Rings for each look that is wanted, coalesced.
    nonisolated let wakes: AsyncStream<Void>
    nonisolated let wake: AsyncStream<Void>.Continuation
    /// Rings when a signal waits for its time.
    nonisolated let signalWakes: AsyncStream<Void>
    nonisolated let signalWake: AsyncStream<Void>.Continuation

    var registry: Registry
    var streams: [StreamID: FollowedStream] = [:]
    /// Head of each followed stream, as the follower's next question needs it.
    var heads: [StreamID: Int64] = [:]
    var positions: [Int64: Int64] = [:]
    var epoch = ""
    /// Looks finished: whoever is authorised from now on is authorised by everything those looks saw.
    var looks = 0
    var waiting: [StreamID: Waiting] = [:]
    var loops: [ObjectIdentifier: LoopHandle] = [:]
    var desk: SignalDesk
    var isStopped = false
    var isBlind = false

    /// Those who wait for the next look at a stream.
    struct Waiting {
        /// The lowest cursor among them; nil when all begin with what comes.
        var after: Int64?
        var continuations: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameters:
    ///   - present: the event's body as logged by default.
    ///   - onSignal: ignores them by default.
    public init(
        _ configuration: HubConfiguration = .init(), store: Store, logger: Logger, present: @escaping Present = { event, _ in event.body },
        onSignal: @escaping OnSignal = { _, _ in }
    ) {
        self.configuration = configuration
        self.store = store
        self.logger = logger
        self.onSignal = onSignal
        reader = EventReader(present: present, gates: configuration.regrantKinds, logger: logger)
        registry = Registry(limits: configuration)
        desk = SignalDesk(interval: configuration.signalInterval, limitPerStream: configuration.signalsPerStream)
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        (signalWakes, signalWake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// For `/metrics`.
    public nonisolated var counters: HubCounters { meter.snapshot }

    /// Serves one socket until it closes: call it from `UpgradeSlot.accept`.
    public nonisolated func serve(_ connection: SocketConnection, as subscriber: Subscriber) async {
        guard let socket = await admit(subscriber, connection) else { return }
        var conversation = Conversation(hub: self, socket: socket, connection: connection, subscriber: subscriber)
        for await message in connection.inbound { await conversation.receive(message) }
        await leave(socket)
    }

    // MARK: Coming and going

    private func admit(_ subscriber: Subscriber, _ connection: SocketConnection) -> SocketID? {
        guard !isStopped else {
            connection.close(.goingAway)
            return nil
        }
        let loop = handle(for: connection.eventLoop)
        guard case .admitted(let socket, let evicted) = registry.admit(subscriber, connection, loop) else {
            logger.warning("hub is full", metadata: ["sockets": "\(configuration.maxSockets)"])
            connection.close(.resume, reason: "the server is full")
            return nil
        }
        if let evicted { drop(evicted, .notAllowed, reason: "too many connections") }
        connection.onLoop { [meter] handler in
            handler.onWritable = { loop.run { $0.writable(socket) } }
            handler.onStalled = { meter.slowConsumers.up() }
            loop.here { $0.add(socket, handler) }
        }
        meter.sockets.set(registry.seats.count)
        return socket
    }

    /// The socket is gone; nothing may be left of it.
    @discardableResult
    private func leave(_ socket: SocketID) -> SocketConnection? {
        guard let (seat, streams) = registry.remove(socket) else { return nil }
        for stream in streams { lostReader(stream) }
        seat.loop.run { $0.remove(socket) }
        meter.sockets.set(registry.seats.count)
        return seat.connection
    }

    /// Nothing more is shown from here on, then the socket closes.
    func drop(_ socket: SocketID, _ code: CloseCode, reason: String = "") {
        leave(socket)?.close(code, reason: reason)
    }

    /// The session is over: its sockets close with 4501.
    public func endSession(_ session: String) {
        for socket in registry.sockets(ofSession: session) { drop(socket, .sessionEnded) }
    }

    /// The account may no longer be here: its sockets close with 4503.
    public func dismiss(_ user: UserID) {
        for socket in registry.sockets(of: user) { drop(socket, .notAllowed) }
    }

    /// The server is about to stop: every socket closes with 1001, and no new one is taken.
    func stop() {
        isStopped = true
        for (_, waiting) in waiting { waiting.continuations.forEach { $0.resume() } }
        waiting = [:]
        for socket in registry.seats.keys.sorted() { drop(socket, .goingAway, reason: "the server is shutting down") }
    }

    private func handle(for eventLoop: any EventLoop) -> LoopHandle {
        let key = ObjectIdentifier(eventLoop)
        if let handle = loops[key] { return handle }
        let handle = LoopHandle(eventLoop: eventLoop, configuration: configuration, requests: requests, meter: meter)
        loops[key] = handle
        return handle
    }
}
