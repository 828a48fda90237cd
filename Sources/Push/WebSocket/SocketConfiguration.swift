public import NIOCore

/// Limits of one connection, HTTP and WebSocket.
public struct SocketConfiguration: Sendable {
    // HTTP, before the upgrade

    /// An HTTP connection that asks nothing for so long is closed.
    public var idleTimeout: TimeAmount = .seconds(60)
    /// Largest single header field.
    public var maxHeaderFieldBytes = 16 << 10
    /// Largest sum of all header fields.
    public var maxHeaderListBytes = 64 << 10
    /// Most header fields of one request.
    public var maxHeaderFields = 100

    // WebSocket

    /// Largest message from the client, whole or in fragments; beyond it the socket is closed with 1009.
    public var maxMessageBytes = 64 << 10
    /// Most fragments of one message; beyond it 1009.
    public var maxFragments = 64
    /// Frames a client may send at once before it is paced.
    public var frameBurst = 200
    /// Frames a second from the client; beyond it reading pauses, and TCP tells the client to wait.
    public var framesPerSecond = 100
    /// Bytes read from the network at once: what a client can have in hand here before it is paced.
    public var readBytes = 16 << 10
    /// Messages waiting for the application at which reading pauses.
    public var inboundHighWatermark = 32
    /// Messages waiting for the application at which reading goes on.
    public var inboundLowWatermark = 8
    /// A socket that has been silent for so long is pinged; silent for as long again, it is closed.
    public var pingInterval: TimeAmount = .seconds(30)
    /// How long the peer may take to answer our close frame.
    public var closeTimeout: TimeAmount = .seconds(5)
    /// Outgoing bytes in the channel at which a socket counts as slow: events wait in the log from here on.
    public var outboundHighWatermark = 64 << 10
    /// Outgoing bytes in the channel at which a slow socket is written to again.
    public var outboundLowWatermark = 32 << 10
    /// Replies (pongs, errors) a slow socket may pile up before it is cut off.
    public var maxPendingReplyBytes = 256 << 10
    /// A socket that takes nothing for so long is cut off.
    public var stallTimeout: TimeAmount = .seconds(30)
    /// Origins of browser pages that may open a socket besides the server's own, for example `https://cabinet.example`.
    public var allowedOrigins: Set<String> = []

    public init() {}
}
