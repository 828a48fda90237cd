public import Cabinet
public import Hummingbird
import NIOCore
public import Rules

/// What is known of a request on its way through the routes.
public struct AppContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The instant of arrival, before anything waited: no queue makes a ballot late.
    public var arrivedAt = Timestamp(ms: 0)
    public var requestID = ""
    private let peer: SocketAddress?
    /// Who sent the request, as a proxy says that we believe.
    var forwardedFor: String?
    /// The request reached us, or the proxy we believe, over TLS.
    public var isSecure = false
    public var language = Language.vietnamese
    /// The session or token behind the request; nil for anonymous ones.
    public var session: SessionView?
    /// The session came by cookie: a browser, whose unsafe requests are checked for origin.
    public var isBrowser = false

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }

    /// Who sent the request, as the socket sees it or a proxy we believe says.
    public var address: String { forwardedFor ?? peer?.ipAddress ?? "local" }

    /// The caller, or `auth.required`.
    public func caller() throws(Refusal) -> Caller {
        guard let session else { throw Refusal(.authRequired) }
        return session.caller
    }

    /// An id from the path, or `not-found`: what is no id names nothing.
    func id<T>(_ name: String, _: T.Type = T.self) throws -> Identifier<T> {
        guard let text = parameters.get(name), let id = Identifier<T>(text) else { throw Refusal(.notFound) }
        return id
    }
}
