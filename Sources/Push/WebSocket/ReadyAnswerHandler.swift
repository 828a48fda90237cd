import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Gives ready answers on the event loop, without waking the connection's task: two hundred tablets that open a page at once
/// fetch its style sheets and scripts here.
///
/// Whatever could change the order or the pace of answers is left to the ordinary path: a request behind one that is not
/// answered yet, a client that does not read, a request with a body, an upgrade, the last request of a connection.
final class ReadyAnswerHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let lookup: ReadyAnswer.Lookup
    /// Given once the request has ended.
    private var answer: ReadyAnswer?
    /// Requests on the ordinary path whose answers are not written yet.
    private var waiting = 0

    init(_ lookup: @escaping ReadyAnswer.Lookup) { self.lookup = lookup }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            if waiting == 0, context.channel.isWritable, Self.isPlain(request), let found = lookup(request, context.remoteAddress) {
                answer = found
                return
            }
            waiting += 1
        case .body:
            if answer != nil { return }
        case .end:
            if let found = answer {
                answer = nil
                context.write(wrapOutboundOut(.head(found.head)), promise: nil)
                context.write(wrapOutboundOut(.body(found.body)), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
                return
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { waiting = max(0, waiting - 1) }
        context.write(data, promise: promise)
    }

    private static func isPlain(_ request: HTTPRequest) -> Bool {
        guard request.method == .get else { return false }
        let fields = request.headerFields
        return !fields.contains(.contentLength) && !fields.contains(.transferEncoding) && !fields.contains(.upgrade) && !fields.contains(.expect)
            && fields[.connection]?.lowercased() != "close"
    }
}
