import Cabinet
import NIOCore
import NIOPosix
import NIOSSL

/// Hands one letter to a mail server: connects, follows an `SMTPDialogue`, turns to TLS where the relay wants it.
struct SMTPSender: Sendable {
    /// How long connecting and one letter may take together, and the longest answer read.
    static let connectSeconds: Int64 = 15
    static let letterSeconds: Int64 = 60
    static let maxAnswerBytes = 8 << 10

    let relay: SMTPRelay
    private let context: NIOSSLContext?
    private let group: any EventLoopGroup

    /// - Throws: where the file of authorities cannot be read.
    init(relay: SMTPRelay, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) throws {
        self.relay = relay
        self.group = group
        guard relay.protection != .off else {
            context = nil
            return
        }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = relay.authorities { configuration.trustRoots = .file(file) }
        context = try NIOSSLContext(configuration: configuration)
    }

    func send(_ letter: Letter) async throws {
        let channel = try await ClientBootstrap(group: group).connectTimeout(.seconds(Self.connectSeconds)).connect(host: relay.host, port: relay.port) { channel in
            channel.eventLoop.makeCompletedFuture {
                if relay.protection == .tls { try channel.pipeline.syncOperations.addHandler(try handler()) }
                return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        let line = channel.channel
        let limit = line.eventLoop.scheduleTask(in: .seconds(Self.letterSeconds)) { line.close(promise: nil) }
        defer { limit.cancel() }
        try await channel.executeThenClose { inbound, outbound in
            var answers = inbound.makeAsyncIterator()
            var dialogue = SMTPDialogue(relay: relay, recipient: letter.to, message: SMTPMessage.text(letter, from: relay.from))
            var read = ByteBuffer()
            while true {
                var step = try dialogue.heard(try await Self.answer(&read, from: &answers))
                if step == .turnToTLS {
                    // What came behind the answer came in the clear: whoever sits in between could have put it there.
                    guard read.readableBytes == 0 else { throw SMTPDialogue.Failed(description: "the mail server spoke before TLS was there") }
                    try await line.eventLoop.submit { try line.pipeline.syncOperations.addHandler(try handler(), position: .first) }.get()
                    step = dialogue.secured()
                }
                switch step {
                case .say(let text), .saySecretly(let text): try await outbound.write(ByteBuffer(string: text + "\r\n"))
                case .done: return
                case .turnToTLS: throw SMTPDialogue.Failed(description: "TLS is there already")
                }
            }
        }
    }

    /// Certificate and name of the server are checked; of an address its entry in the certificate.
    private func handler() throws -> NIOSSLClientHandler {
        let isAddress = (try? SocketAddress(ipAddress: relay.host, port: 0)) != nil
        return try NIOSSLClientHandler(context: context!, serverHostname: isAddress ? nil : relay.host)
    }

    /// One whole answer, line by line.
    private static func answer(_ read: inout ByteBuffer, from answers: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) async throws -> [String] {
        var lines: [String] = []
        while true {
            while let end = read.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                let line = read.readString(length: end - read.readerIndex + 1)!.trimmingSuffix(while: \.isNewline)
                lines.append(String(line))
                if line.count < 4 || line.dropFirst(3).first == " " { return lines }
            }
            guard read.readableBytes + lines.reduce(0, { $0 + $1.utf8.count }) <= maxAnswerBytes else { throw SMTPDialogue.Failed(description: "the mail server's answer is too long") }
            guard var more = try await answers.next() else { throw SMTPDialogue.Failed(description: "the mail server went away") }
            read.discardReadBytes()
            read.writeBuffer(&more)
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, isCut(self[index(before: end)]) { end = index(before: end) }
        return self[startIndex..<end]
    }
}
