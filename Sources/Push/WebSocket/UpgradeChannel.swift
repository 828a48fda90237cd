import HTTPTypes
public import HummingbirdCore
public import Logging
public import NIOCore
import NIOHTTP1
public import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// HTTP/1.1 whose requests may become WebSockets, any request of a kept-alive connection.
///
/// NIO's typed upgrade was refused for three reasons: a refused upgrade hangs, `Upgrade: h2c` is cut off without an answer, and
/// only a connection's first request can upgrade.
public struct UpgradeChannel: HTTPChannelHandler {
    public typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    public let responder: HTTPChannelHandler.Responder
    let configuration: SocketConfiguration
    /// Under TLS: requests carry the scheme `https`.
    let secure: Bool
    let ready: ReadyAnswer.Lookup

    public init(
        _ configuration: SocketConfiguration = .init(), secure: Bool = false, ready: @escaping ReadyAnswer.Lookup = { _, _ in nil },
        responder inner: @escaping HTTPChannelHandler.Responder
    ) {
        self.configuration = configuration
        self.secure = secure
        self.ready = ready
        responder = { request, writer, channel in
            guard request.headers.contains(.upgrade) else { return try await inner(request, writer, channel) }
            let slot = UpgradeSlot(asked: UpgradeRequest.isAsked(request.head), allowedOrigins: configuration.allowedOrigins)
            var writer: ResponseWriter? = consume writer
            try await UpgradeSlot.$current.withValue(slot) { try await inner(request, writer.take()!, channel) }
            guard let run = slot.take() else {
                // The HTTP parser stops after a request with `Upgrade`: nothing more can be read, so say that nothing more is answered.
                try await channel.close(mode: .output).get()
                return
            }
            let connection = try await Self.takeOver(channel, configuration)
            await run(connection)
            connection.close(.normal)
            try await channel.closeFuture.get()
        }
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = configuration.maxHeaderFieldBytes
            limits.maxHeaderListSize = configuration.maxHeaderListBytes
            limits.maxHeaderFieldCount = configuration.maxHeaderFields
            let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(HTTPResponseEncoder())
            try pipeline.addHandler(ByteToMessageHandler(decoder))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: secure))
            try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: .init(configuration.idleTimeout), logger: logger))
            try pipeline.addHandler(ReadyAnswerHandler(ready))
            return try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    public func handle(value: Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            // For the whole connection; a request that asks for an upgrade has a slot of its own.
            await UpgradeSlot.$current.withValue(.notAsked) { await handleHTTP(asyncChannel: value, logger: logger) }
        }
    }

    /// The 101 has been written: HTTP handlers out, WebSocket handlers in. Bytes that came with the request are handed on.
    private static func takeOver(_ channel: any Channel, _ configuration: SocketConfiguration) async throws -> SocketConnection {
        try await channel.eventLoop.flatSubmit {
            do {
                let pipeline = channel.pipeline.syncOperations
                let encoder = try pipeline.handler(type: HTTPResponseEncoder.self)
                let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
                let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
                let ready = try pipeline.handler(type: ReadyAnswerHandler.self)
                let state = try pipeline.handler(type: HTTPConnectionStateHandler.self)

                let frames = FrameGuard(configuration)
                let handler = SocketHandler(configuration, behind: frames)
                let bound = NIOLoopBound(handler, eventLoop: channel.eventLoop)
                let (messages, source) = InboundMessages.make(configuration) {
                    bound.eventLoop.execute { bound.value.resumeReading() }
                }
                handler.deliver(to: source)
                let connection = SocketConnection(eventLoop: channel.eventLoop, handler: handler, inbound: messages)
                try pipeline.addHandlers(
                    [
                        ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: configuration.maxMessageBytes)),
                        frames,
                        NIOWebSocketFrameAggregator(
                            minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: configuration.maxFragments,
                            maxAccumulatedFrameSize: configuration.maxMessageBytes),
                        handler,
                    ], position: .after(decoder))
                let watermark = ChannelOptions.Types.WriteBufferWaterMark(
                    low: configuration.outboundLowWatermark, high: configuration.outboundHighWatermark)
                let removals = [
                    pipeline.removeHandler(ready), pipeline.removeHandler(state), pipeline.removeHandler(codec), pipeline.removeHandler(encoder),
                    pipeline.removeHandler(decoder),
                    channel.setOption(.writeBufferWaterMark, value: watermark),
                    channel.setOption(.recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 64, initial: 512, maximum: configuration.readBytes)),
                    channel.setOption(.maxMessagesPerRead, value: 1),
                ]
                return EventLoopFuture.andAllSucceed(removals, on: channel.eventLoop).map { connection }
            } catch {
                return channel.eventLoop.makeFailedFuture(error)
            }
        }.get()
    }
}
