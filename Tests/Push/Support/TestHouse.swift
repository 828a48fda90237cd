import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Rules
import ServiceLifecycle
import Store
import Synchronization

@testable import Push

/// A hub behind a real server on a free port, over a real store, for the length of `body`.
final class TestHouse: Sendable {
    let store: TestStore
    let hub: Hub
    private let extra = Mutex<[String: Set<Grant>]>([:])
    private let shut = Mutex<Set<String>>([])
    private let portNumber = Mutex(0)
    private let stopping: AsyncStream<Void>.Continuation

    static func open<T: Sendable>(
        configure: (inout HubConfiguration) -> Void = { _ in }, onSignal: @escaping Hub.OnSignal = { _, _ in },
        body: @escaping @Sendable (TestHouse) async throws -> T
    ) async throws -> T {
        var limits = HubConfiguration()
        configure(&limits)
        let (stops, stopping) = AsyncStream.makeStream(of: Void.self)
        let house = try await TestHouse(limits, onSignal: onSignal, stopping: stopping)
        let (ready, isReady) = AsyncStream.makeStream(of: Void.self)
        let server = try HTTPServerBuilder.eCabinet().buildServer(
            configuration: .init(address: .hostname("127.0.0.1", port: 0)), eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: .quiet,
            responder: { request, writer, _ in
                let response = house.answer(request)
                try await writer.write(response: response.head, body: response.body)
            },
            onServerRunning: { channel in
                house.portNumber.withLock { $0 = channel.localAddress!.port! }
                isReady.yield()
            })
        let group = ServiceGroup(services: [house.hub, server], logger: .quiet)
        return try await withThrowingTaskGroup(of: T?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask {
                for await _ in stops { await group.triggerGracefulShutdown() }
                return nil
            }
            tasks.addTask {
                for await _ in ready { break }
                let answer = try await body(house)
                house.stop()
                house.stopping.finish()
                return answer
            }
            var answer: T?
            for try await one in tasks { if let one { answer = one } }
            return answer!
        }
    }

    private init(_ limits: HubConfiguration, onSignal: @escaping Hub.OnSignal, stopping: AsyncStream<Void>.Continuation) async throws {
        store = try await TestStore()
        hub = Hub(limits, store: store.store, logger: .quiet, onSignal: onSignal)
        self.stopping = stopping
    }

    /// As SIGTERM does.
    func stop() { stopping.yield() }

    func client(_ user: String) async throws -> SocketClient {
        try await SocketClient.open(port: portNumber.withLock { $0 }, user: user)
    }

    func grant(_ grants: Set<Grant>, to user: String) { extra.withLock { $0[user] = grants } }
    func shutOut(_ user: String) { shut.withLock { _ = $0.insert(user) } }

    private func answer(_ request: Request) -> Response {
        let user = String(request.uri.query ?? "")
        return UpgradeSlot.accept(request: request, subprotocols: ["ecabinet.v1"]) { [self] connection in
            await hub.serve(connection, as: Subscriber(userID: UserID(trusted: user), sessionID: "s-" + user) { [self] in access(user, $0) })
        }
    }

    private func access(_ user: String, _ name: String) -> StreamAccess? {
        if name == "person:me" { return StreamAccess(stream: StreamID("person:\(user)"), grants: [.person(user)]) }
        guard name == "meeting:a", !shut.withLock({ $0.contains(user) }) else { return nil }
        return StreamAccess(stream: .meeting, grants: extra.withLock { $0[user] ?? [] }.union([.room, .person(user)]))
    }
}
