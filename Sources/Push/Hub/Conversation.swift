import Logging
import NIOCore
import Store

/// What one client says, frame by frame, within its limits.
struct Conversation {
    let hub: Hub
    let socket: SocketID
    let connection: SocketConnection
    let subscriber: Subscriber
    private var strikes: Strikes
    private var signals: TokenBucket

    init(hub: Hub, socket: SocketID, connection: SocketConnection, subscriber: Subscriber) {
        self.hub = hub
        self.socket = socket
        self.connection = connection
        self.subscriber = subscriber
        let limits = hub.configuration
        strikes = Strikes(limit: limits.badFrames, window: limits.badFrameWindow)
        signals = TokenBucket(burst: limits.clientSignalBurst, perSecond: limits.clientSignalsPerSecond, now: .now())
    }

    mutating func receive(_ message: SocketMessage) async {
        do throws(ClientFrame.Bad) {
            guard case .text(let text) = message else { throw ClientFrame.Bad(detail: "frames are text") }
            switch try ClientFrame(text) {
            case .subscribe(let stream, let epoch, let after): await subscribe(to: stream, epoch: epoch, after: after)
            case .unsubscribe(let stream): await hub.unsubscribe(socket, from: stream)
            case .signal(let stream, let name, let data): await signal(stream, name, data)
            }
        } catch {
            await bad(error.detail)
        }
    }

    private mutating func bad(_ detail: String) async {
        hub.meter.badFrames.up()
        await hub.answer(socket, .badFrame, stream: nil, detail: detail)
        if strikes.strike(now: .now()) { await hub.drop(socket, .policyViolation, reason: "too many bad frames") }
    }

    /// Authorises until nothing that changes grants has happened meanwhile: what is shown is judged by the grants of today.
    private func subscribe(to name: String, epoch: String?, after: Int64?) async {
        for _ in 0..<hub.configuration.authoriseAttempts {
            let look = await hub.looks
            let access: StreamAccess?
            do {
                access = try await subscriber.authorise(name)
            } catch {
                hub.logger.error("a reader cannot be authorised", metadata: ["stream": "\(name)", "error": "\(error)"])
                return await hub.drop(socket, .resume)
            }
            guard let access else {
                await hub.unsubscribe(socket, from: name)
                return await hub.answer(socket, .notFound, stream: name, detail: "no such stream, or none you may see")
            }
            switch await hub.subscribe(socket, to: name, access, epoch: epoch, after: after, authorisedAt: look) {
            case .done: return
            case .authoriseAgain: continue
            case .full: return await hub.drop(socket, .resume, reason: "the server is full")
            }
        }
        await hub.drop(socket, .resume)
    }

    private mutating func signal(_ name: String, _ signal: String, _ data: String) async {
        guard let stream = await hub.followed(by: socket, as: name) else {
            return await hub.answer(socket, .notFound, stream: name, detail: "subscribe first")
        }
        guard data.utf8.count <= hub.configuration.signalBytes, signals.tryTake(now: .now()) else { return await hub.dropSignal() }
        await hub.onSignal(
            hub, ClientSignal(userID: subscriber.userID, sessionID: subscriber.sessionID, stream: stream, name: signal, data: data))
    }
}
