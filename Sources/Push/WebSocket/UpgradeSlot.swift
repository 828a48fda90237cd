public import HummingbirdCore
import HTTPTypes
import Synchronization

/// Where a route leaves word that its request becomes a WebSocket. The channel sets one for each request; router, middleware,
/// sign-in and error answers run once, on the ordinary path.
public final class UpgradeSlot: Sendable {
    public typealias Handler = @Sendable (SocketConnection) async -> Void

    /// The slot of the request being answered; nil over a connection that is not ours (HTTP/2, a test without sockets).
    @TaskLocal static var current: UpgradeSlot?
    /// Of HTTP/1 requests that ask for no upgrade.
    static let notAsked = UpgradeSlot(asked: false, allowedOrigins: [])

    private let asked: Bool
    private let allowedOrigins: Set<String>
    private let handler = Mutex<Handler?>(nil)

    init(asked: Bool, allowedOrigins: Set<String>) {
        self.asked = asked
        self.allowedOrigins = allowedOrigins
    }

    /// Answers 101 and runs `handler` with the open socket, inside the connection's task; the socket closes when it returns.
    ///
    /// Refuses, with an ordinary answer, what is no upgrade (426), another version (426), a malformed key (400), a foreign
    /// `Origin` (403) and offered sub-protocols that contain none of ours (400).
    /// - Parameter subprotocols: ours, best first; a client that offers none gets none.
    public static func accept(request: Request, subprotocols: [String] = [], handler: @escaping Handler) -> Response {
        do throws(UpgradeRefusal) {
            guard let slot = current, slot.asked else { throw UpgradeRefusal.notAnUpgrade(overHTTP1: current != nil) }
            let asked = try UpgradeRequest(request.head, allowedOrigins: slot.allowedOrigins)
            var headers: HTTPFields = [.upgrade: "websocket", .connection: "Upgrade", .secWebSocketAccept: asked.accept]
            headers[.secWebSocketProtocol] = try asked.choose(subprotocols)
            slot.handler.withLock { $0 = handler }
            return Response(status: .switchingProtocols, headers: headers)
        } catch {
            return error.response
        }
    }

    /// What the route left, once.
    func take() -> Handler? {
        handler.withLock { left in
            defer { left = nil }
            return left
        }
    }
}
