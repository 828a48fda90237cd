public import HTTPTypes
import HummingbirdCore
import NIOCore

/// Why a request does not become a WebSocket: an ordinary HTTP answer.
public enum UpgradeRefusal: Error, Sendable, Equatable {
    /// No upgrade was asked for, or the connection cannot be upgraded (HTTP/2, where connection headers are illegal: RFC 9113 §8.2.2).
    case notAnUpgrade(overHTTP1: Bool)
    /// Another version than 13 (RFC 6455 §4.4).
    case version
    /// `Sec-WebSocket-Key` is not 16 bytes in base64.
    case key
    /// The page that asks belongs to another site.
    case foreignOrigin
    /// Sub-protocols were offered, none of them ours.
    case subprotocol

    public var status: HTTPResponse.Status {
        switch self {
        case .notAnUpgrade, .version: .upgradeRequired
        case .key, .subprotocol: .badRequest
        case .foreignOrigin: .forbidden
        }
    }

    /// Stable for ever.
    public var code: String {
        switch self {
        case .notAnUpgrade: "push.upgrade-required"
        case .version: "push.version"
        case .key: "request.malformed"
        case .foreignOrigin: "auth.forbidden"
        case .subprotocol: "push.subprotocol"
        }
    }

    var detail: String {
        switch self {
        case .notAnUpgrade: "This address speaks WebSocket (RFC 6455) over HTTP/1.1."
        case .version: "This address speaks WebSocket version 13."
        case .key: "Sec-WebSocket-Key must be 16 bytes in base64."
        case .foreignOrigin: "This page may not open a connection here."
        case .subprotocol: "None of the offered sub-protocols is spoken here."
        }
    }

    /// `application/problem+json` (RFC 9457).
    var response: Response {
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        switch self {
        case .notAnUpgrade(overHTTP1: true):
            headers[.upgrade] = "websocket"
            headers[.connection] = "Upgrade"
        case .version:
            headers[.upgrade] = "websocket"
            headers[.connection] = "Upgrade"
            headers[.secWebSocketVersion] = "13"
        default: break
        }
        let body = """
            {"type":"about:blank","title":\(JSONText.quoted(status.reasonPhrase)),"status":\(status.code),\
            "code":\(JSONText.quoted(code)),"detail":\(JSONText.quoted(detail))}
            """
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
