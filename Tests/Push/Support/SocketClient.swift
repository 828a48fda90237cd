import NIOCore
import NIOPosix
import NIOWebSocket

@testable import Push

/// A WebSocket client of a few lines: enough to speak to a real server, and to die without a word.
final class SocketClient {
    struct Closed: Error, Equatable { var code: UInt16? }

    private let channel: any Channel
    private var iterator: AsyncStream<ByteBuffer>.Iterator
    private var buffer = ByteBuffer()

    static func open(port: Int, user: String) async throws -> SocketClient {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Collector(continuation)) }
            }
            .connect(host: "127.0.0.1", port: port).get()
        let client = SocketClient(channel, stream)
        try await client.write(
            ByteBuffer(
                string: "GET /api/v1/push?\(user) HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"))
        try await client.readAnswer()
        return client
    }

    private init(_ channel: any Channel, _ stream: AsyncStream<ByteBuffer>) {
        self.channel = channel
        iterator = stream.makeAsyncIterator()
    }

    deinit { channel.close(promise: nil) }

    func send(_ text: String) async throws {
        var frame = ByteBuffer()
        frame.writeInteger(UInt8(0x81))
        let payload = ByteBuffer(string: text)
        precondition(payload.readableBytes < 0x1_0000, "a test sends no more")
        frame.writeInteger(UInt8(0x80 | 126))
        frame.writeInteger(UInt16(payload.readableBytes))
        frame.writeInteger(UInt32(0))
        frame.writeImmutableBuffer(payload)
        try await write(frame)
    }

    /// One frame larger than `send` makes.
    func sendLarge(bytes: Int) async throws {
        var frame = ByteBuffer(bytes: [0x81, 0x80 | 127])
        frame.writeInteger(UInt64(bytes))
        frame.writeInteger(UInt32(0))
        frame.writeRepeatingByte(0x78, count: bytes)
        try await write(frame)
    }

    func subscribe(_ stream: String, epoch: String? = nil, after: Int64? = nil) async throws {
        let epoch = epoch.map { "\"\($0)\"" } ?? "null"
        try await send("{\"type\":\"subscribe\",\"stream\":\"\(stream)\",\"epoch\":\(epoch),\"after\":\(after.map(String.init) ?? "null")}")
    }

    /// The next frame of the dialect. Throws the code with which the server closed, nil for a connection that just ended.
    func receive() async throws -> ReceivedFrame {
        while true {
            try await need(2)
            let (first, second) = (buffer.getInteger(at: buffer.readerIndex, as: UInt8.self)!, buffer.getInteger(at: buffer.readerIndex + 1, as: UInt8.self)!)
            var header = 2
            var count = Int(second)
            if second == 126 {
                try await need(4)
                header = 4
                count = Int(buffer.getInteger(at: buffer.readerIndex + 2, as: UInt16.self)!)
            } else if second == 127 {
                try await need(10)
                header = 10
                count = Int(buffer.getInteger(at: buffer.readerIndex + 2, as: UInt64.self)!)
            }
            try await need(header + count)
            buffer.moveReaderIndex(forwardBy: header)
            let payload = buffer.readSlice(length: count)!
            switch first {
            case 0x81: return ReceivedFrame(json: String(buffer: payload))
            case 0x88:
                channel.close(promise: nil)
                throw Closed(code: payload.getInteger(at: payload.readerIndex, as: UInt16.self))
            default: continue
            }
        }
    }

    /// Frames until the server closes.
    func closeCode() async -> UInt16? {
        while true {
            do { _ = try await receive() } catch { return (error as? Closed)?.code }
        }
    }

    /// The cable is pulled.
    func abort() { channel.close(promise: nil) }

    private func readAnswer() async throws {
        while true {
            let text = String(buffer: buffer)
            if let end = text.firstRange(of: "\r\n\r\n") {
                guard text.hasPrefix("HTTP/1.1 101") else { throw Closed(code: nil) }
                buffer.moveReaderIndex(forwardBy: text[..<end.upperBound].utf8.count)
                return
            }
            try await need(buffer.readableBytes + 1)
        }
    }

    private func need(_ count: Int) async throws {
        while buffer.readableBytes < count {
            guard var more = await iterator.next() else { throw Closed(code: nil) }
            buffer.writeBuffer(&more)
        }
    }

    private func write(_ bytes: ByteBuffer) async throws { try await channel.writeAndFlush(bytes) }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let continuation: AsyncStream<ByteBuffer>.Continuation

        init(_ continuation: AsyncStream<ByteBuffer>.Continuation) { self.continuation = continuation }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) { continuation.yield(unwrapInboundIn(data)) }
        func channelInactive(context: ChannelHandlerContext) { continuation.finish() }
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
