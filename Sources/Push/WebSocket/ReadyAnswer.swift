public import HTTPTypes
public import NIOCore

/// An answer that stands ready before it is asked for: it needs nothing but the request's head.
public struct ReadyAnswer: Sendable {
    public var head: HTTPResponse
    public var body: ByteBuffer

    public init(head: HTTPResponse, body: ByteBuffer) {
        self.head = head
        self.body = body
    }

    /// The ready answer to a `GET` without a body; nil: the ordinary path answers.
    public typealias Lookup = @Sendable (HTTPRequest, _ peer: SocketAddress?) -> ReadyAnswer?
}
