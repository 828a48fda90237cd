import NIOCore
import NIOWebSocket

/// The end of a socket's pipeline: messages in, encoded frames out, pings, and the closing handshake.
final class SocketHandler: ChannelDuplexHandler, RemovableChannelHandler, Outlet {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let configuration: SocketConfiguration
    /// The channel takes writes again. Called on the event loop.
    var onWritable: (() -> Void)?
    /// The socket is cut off because it takes nothing. Called on the event loop.
    var onStalled: (() -> Void)?

    private let frames: FrameGuard
    private var source: InboundMessages.Producer.Source?
    private var context: ChannelHandlerContext?
    private var closing = false
    private var full = false
    private var readWanted = false
    private var heard = true
    private var pendingReplyBytes = 0
    private var pingTimer: Scheduled<Void>?
    private var stallTimer: Scheduled<Void>?

    init(_ configuration: SocketConfiguration, behind frames: FrameGuard) {
        self.configuration = configuration
        self.frames = frames
    }

    /// Where messages go; set once, before the handler is added.
    func deliver(to source: InboundMessages.Producer.Source) { self.source = source }

    // MARK: Life

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        schedulePing()
    }

    func handlerRemoved(context: ChannelHandlerContext) { finish() }

    func channelInactive(context: ChannelHandlerContext) {
        finish()
        context.fireChannelInactive()
    }

    private func finish() {
        pingTimer?.cancel()
        stallTimer?.cancel()
        source?.finish()
        source = nil
        context = nil
        onWritable = nil
        onStalled = nil
    }

    // MARK: Out

    var isWritable: Bool { !closing && context?.channel.isWritable == true }

    func write(_ frame: ByteBuffer) {
        guard let context, !closing else { return }
        if !context.channel.isWritable {
            pendingReplyBytes += frame.readableBytes
            guard pendingReplyBytes <= configuration.maxPendingReplyBytes else { return cutOff() }
        }
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            pendingReplyBytes = 0
            stallTimer?.cancel()
            stallTimer = nil
            onWritable?()
        } else if stallTimer == nil {
            stallTimer = context.eventLoop.assumeIsolated().scheduleTask(in: configuration.stallTimeout) { [self] in cutOff() }
        }
        context.fireChannelWritabilityChanged()
    }

    /// No close frame: it would only wait behind what the peer does not take. Coming back with a cursor loses nothing.
    private func cutOff() {
        onStalled?()
        onStalled = nil
        context?.close(promise: nil)
    }

    // MARK: Pings

    private func schedulePing() {
        guard let context else { return }
        pingTimer = context.eventLoop.assumeIsolated().scheduleTask(in: configuration.pingInterval) { [self] in
            guard let context = self.context, !closing else { return }
            // A peer we do not listen to is not silent.
            guard heard || full || frames.isPausing else { return context.channel.isWritable ? context.close(promise: nil) : cutOff() }
            heard = false
            write(ServerFrame.encode(.ping, ByteBuffer()))
            schedulePing()
        }
    }

    // MARK: In

    func read(context: ChannelHandlerContext) {
        if full { readWanted = true } else { context.read() }
    }

    /// The application has taken messages: read on.
    func resumeReading() {
        full = false
        guard readWanted, let context else { return }
        readWanted = false
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        heard = true
        if frame.opcode == .connectionClose { return answerClose(frame.unmaskedData) }
        guard !closing else { return }
        switch frame.opcode {
        case .text:
            var bytes = frame.unmaskedData
            do {
                let text = try bytes.readUTF8ValidatedString(length: bytes.readableBytes) ?? ""
                yield(.text(text))
            } catch {
                fail(.notUTF8, "text is not UTF-8")
            }
        case .binary: yield(.binary(byteCount: frame.length))
        case .ping: write(ServerFrame.encode(.pong, frame.unmaskedData))
        case .pong: break
        default: fail(.protocolError, "unexpected opcode")
        }
    }

    private func yield(_ message: SocketMessage) {
        if source?.yield(message) == .stopProducing { full = true }
    }

    // MARK: Closing (RFC 6455 §7)

    /// Says good-bye and waits a little for the peer's answer. Later calls do nothing.
    func close(_ code: CloseCode, reason: String = "") {
        guard let context, !closing else { return }
        context.writeAndFlush(wrapOutboundOut(ServerFrame.close(code, reason: reason)), promise: nil)
        beginClosing(context)
    }

    /// The peer broke the protocol. Its unread bytes would turn a close into a reset that overtakes our close frame, so the
    /// output closes first and the input is drained.
    private func fail(_ code: CloseCode, _ reason: String) {
        guard let context, !closing else { return }
        close(code, reason: reason)
        context.close(mode: .output, promise: nil)
    }

    private func beginClosing(_ context: ChannelHandlerContext) {
        closing = true
        pingTimer?.cancel()
        source?.finish()
        source = nil
        resumeReading()
        context.eventLoop.assumeIsolated().scheduleTask(in: configuration.closeTimeout) { [self] in self.context?.close(promise: nil) }
    }

    private func answerClose(_ payload: ByteBuffer) {
        guard let context else { return }
        if !closing {
            let answer = Self.answer(toClose: payload)
            context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
            beginClosing(context)
        }
        context.close(promise: nil)
    }

    /// The peer's code back, 1002 for one it may not send, 1007 for a reason that is not UTF-8, nothing for nothing.
    static func answer(toClose payload: ByteBuffer) -> ByteBuffer {
        var payload = payload
        guard payload.readableBytes > 0 else { return ServerFrame.encode(.connectionClose, ByteBuffer()) }
        guard let raw = payload.readInteger(as: UInt16.self) else { return ServerFrame.close(.protocolError) }
        let code = CloseCode(rawValue: raw)
        guard code.maySend else { return ServerFrame.close(.protocolError) }
        do {
            _ = try payload.readUTF8ValidatedString(length: payload.readableBytes)
            return ServerFrame.close(code)
        } catch {
            return ServerFrame.close(.notUTF8)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case NIOWebSocketError.invalidFrameLength, NIOWebSocketFrameAggregator.Error.accumulatedFrameSizeIsTooLarge,
            NIOWebSocketFrameAggregator.Error.tooManyFragments:
            fail(.tooLarge, "message too large")
        case is FrameGuard.Violation, is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error:
            fail(.protocolError, "protocol error")
        case is ByteToMessageDecoderError where closing: break  // what a broken peer still sends is drained
        default: context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: context.close(promise: nil)
        case is ChannelShouldQuiesceEvent: close(.goingAway, reason: "the server is shutting down")
        default: context.fireUserInboundEventTriggered(event)
        }
    }
}
