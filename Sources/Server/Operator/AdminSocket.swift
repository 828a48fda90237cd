import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// `DIR/admin.sock`: operator verbs on a running server. One line of JSON in, one out. Who may write the data folder may
/// open it; nobody else (mode 0600).
struct AdminSocket: Service {
    static let maxLineBytes = 1 << 20
    /// Verbs at once: an operator is one person.
    static let backlog: Int32 = 8
    /// What NIO takes; `sockaddr_un` of some systems holds no more.
    static let maxPathBytes = 103

    let house: OpenHouse
    let logger: Logger

    static func path(in folder: String) -> String { folder + "/admin.sock" }

    struct Reply: Codable {
        var answer: OperatorVerb.Answer?
        /// A sentence and the exit code that belongs to it.
        var sentence: String?
        var code: Int32?
    }

    func run() async throws {
        let path = Self.path(in: house.settings.data)
        guard path.utf8.count <= Self.maxPathBytes else {
            logger.warning("\(path) is too long for a socket: operator verbs work only while the server is stopped")
            try await gracefulShutdown()
            return
        }
        unlink(path)
        // Nobody may slip in between bind and chmod.
        let mask = umask(0o177)
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: Self.backlog)
            .bind(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
            }
        umask(mask)
        defer { unlink(path) }
        try await server.executeThenClose { clients in
            try await withThrowingDiscardingTaskGroup { group in
                for try await client in clients.cancelOnGracefulShutdown() {
                    group.addTask {
                        do { try await answer(client) } catch { logger.warning("admin socket: \(error)") }
                    }
                }
            }
        }
    }

    private func answer(_ client: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
        try await client.executeThenClose { inbound, outbound in
            var line = ByteBuffer()
            for try await part in inbound {
                line.writeImmutableBuffer(part)
                guard line.readableBytes <= Self.maxLineBytes else { return }
                if part.readableBytesView.contains(UInt8(ascii: "\n")) { break }
            }
            let reply = await reply(to: Data(line.readableBytesView))
            try await outbound.write(ByteBuffer(bytes: try JSONEncoder().encode(reply) + Data("\n".utf8)))
        }
    }

    private func reply(to line: Data) async -> Reply {
        do {
            let verb = try JSONDecoder().decode(OperatorVerb.self, from: line)
            return Reply(answer: try await verb.perform(in: house))
        } catch {
            let (sentence, code) = Sentences.sentence(error)
            return Reply(sentence: sentence, code: code)
        }
    }
}
