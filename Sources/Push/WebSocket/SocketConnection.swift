import NIOCore

/// One open WebSocket, as a route receives it. Read `inbound` once, to its end: it ends when the socket is closing.
public final class SocketConnection: Sendable {
    public let inbound: InboundMessages
    let eventLoop: any EventLoop
    private let handler: NIOLoopBound<SocketHandler>

    /// On the channel's event loop only.
    init(eventLoop: any EventLoop, handler: SocketHandler, inbound: InboundMessages) {
        self.eventLoop = eventLoop
        self.handler = NIOLoopBound(handler, eventLoop: eventLoop)
        self.inbound = inbound
    }

    /// Closes with a code; the first call counts.
    public func close(_ code: CloseCode, reason: String = "") {
        onLoop { $0.close(code, reason: reason) }
    }

    /// Sends one text message, in the order of the calls from one task.
    public func send(_ text: String) {
        onLoop { $0.write(ServerFrame.text(text)) }
    }

    /// Runs on the socket's event loop, after everything asked for before.
    func onLoop(_ body: @escaping @Sendable (SocketHandler) -> Void) {
        eventLoop.execute { [handler] in body(handler.value) }
    }
}
