import NIOCore
import NIOWebSocket

/// What NIO's decoder leaves unchecked, checked before the aggregator drops it: mask, reserved bits, opcodes (RFC 6455 §5.1, §5.2).
/// It also paces a client that sends too fast: reading pauses, nothing piles up here.
final class FrameGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketFrame
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Violation: Error { case unmasked, reservedBits, unknownOpcode }

    private var bucket: TokenBucket
    private var broken = false
    private var pause: Scheduled<Void>?
    private var readWanted = false

    /// Whether reading waits for a client that sent too fast.
    var isPausing: Bool { pause != nil }

    init(_ configuration: SocketConfiguration, now: NIODeadline = .now()) {
        bucket = TokenBucket(burst: configuration.frameBurst, perSecond: configuration.framesPerSecond, now: now)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !broken else { return }
        let frame = unwrapInboundIn(data)
        if let violation = Self.violation(in: frame) {
            broken = true
            context.fireErrorCaught(violation)
            return
        }
        if let wait = bucket.take(now: .now()), pause == nil { hold(for: wait, context) }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if pause == nil { context.read() } else { readWanted = true }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        pause?.cancel()
        pause = nil
    }

    private func hold(for wait: TimeAmount, _ context: ChannelHandlerContext) {
        pause = context.eventLoop.assumeIsolated().scheduleTask(in: wait) { [self] in
            pause = nil
            // What was already read when the pause began is owed as well.
            if let wait = bucket.debt(now: .now()) { return hold(for: wait, context) }
            guard readWanted else { return }
            readWanted = false
            context.read()
        }
    }

    static func violation(in frame: WebSocketFrame) -> Violation? {
        if frame.maskKey == nil { return .unmasked }
        if frame.rsv1 || frame.rsv2 || frame.rsv3 { return .reservedBits }
        switch frame.opcode {
        case .text, .binary, .continuation, .ping, .pong, .connectionClose: return nil
        default: return .unknownOpcode
        }
    }
}
