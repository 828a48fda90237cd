import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import Push

@Suite struct UpgradeTests {
    /// The handshake of RFC 6455 §1.3.
    private func request(_ change: (inout HTTPRequest) -> Void = { _ in }) -> Request {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "cabinet.example:8080", path: "/api/v1/push")
        head.headerFields[.upgrade] = "WebSocket"
        head.headerFields[.connection] = "keep-alive, Upgrade"
        head.headerFields[.secWebSocketKey] = "dGhlIHNhbXBsZSBub25jZQ=="
        head.headerFields[.secWebSocketVersion] = "13"
        change(&head)
        return Request(head: head, body: .init(buffer: ByteBuffer()))
    }

    private func answer(_ request: Request, http1: Bool = true) -> (response: Response, taken: Bool) {
        let slot = UpgradeSlot(asked: UpgradeRequest.isAsked(request.head), allowedOrigins: ["https://stage.example"])
        let response = UpgradeSlot.$current.withValue(http1 ? slot : nil) {
            UpgradeSlot.accept(request: request, subprotocols: ["ecabinet.v1"]) { _ in }
        }
        return (response, slot.take() != nil)
    }

    @Test("the handshake of RFC 6455 is answered as the RFC answers it")
    func accepted() {
        let (response, taken) = answer(request())
        #expect(response.status == .switchingProtocols && taken)
        #expect(response.headers[.secWebSocketAccept] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(response.headers[.secWebSocketProtocol] == nil)
    }

    @Test("our sub-protocol is chosen among those offered; none of ours is refused")
    func subprotocol() {
        let chosen = answer(request { $0.headerFields[.secWebSocketProtocol] = "mqtt, ecabinet.v1" })
        #expect(chosen.response.headers[.secWebSocketProtocol] == "ecabinet.v1")
        let refused = answer(request { $0.headerFields[.secWebSocketProtocol] = "mqtt" })
        #expect(refused.response.status == .badRequest && !refused.taken)
    }

    @Test("without an upgrade 426 names the protocol, over HTTP/2 it may not")
    func upgradeRequired() {
        let plain = answer(request { $0.headerFields[.upgrade] = nil })
        #expect(plain.response.status == .upgradeRequired && plain.response.headers[.upgrade] == "websocket" && !plain.taken)
        let h2 = answer(request(), http1: false)
        #expect(h2.response.status == .upgradeRequired)
        #expect(h2.response.headers[.upgrade] == nil && h2.response.headers[.connection] == nil)
    }

    @Test("another version is told which one is spoken; a key that is no nonce is refused")
    func malformed() {
        let version = answer(request { $0.headerFields[.secWebSocketVersion] = "8" })
        #expect(version.response.status == .upgradeRequired && version.response.headers[.secWebSocketVersion] == "13")
        #expect(answer(request { $0.headerFields[.secWebSocketKey] = "c2hvcnQ=" }).response.status == .badRequest)
        #expect(answer(request { $0.headerFields[.secWebSocketKey] = nil }).response.status == .badRequest)
    }

    @Test("a page of another site opens no socket", arguments: [
        ("http://cabinet.example:8080", true), ("https://cabinet.example:8080", true), ("https://stage.example", true),
        ("https://cabinet.example", false), ("https://evil.example", false), ("null", false), ("file://", false),
        ("https://cabinet.example:8080.evil.example", false),
    ])
    func origin(origin: String, allowed: Bool) {
        let (response, taken) = answer(request { $0.headerFields[.origin] = origin })
        #expect(taken == allowed)
        #expect(response.status == (allowed ? .switchingProtocols : .forbidden))
    }

    @Test("a default port may be named or not")
    func defaultPort() {
        #expect(Origin.mayOpen("https://a.example", authority: "a.example:443", allowed: []))
        #expect(Origin.mayOpen("http://a.example:80", authority: "a.example", allowed: []))
        #expect(!Origin.mayOpen("https://a.example", authority: nil, allowed: []))
    }
}
