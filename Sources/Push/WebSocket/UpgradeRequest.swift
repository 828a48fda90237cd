import Crypto
import Foundation
import HTTPTypes

/// A client's opening handshake (RFC 6455 §4.2.1), checked.
struct UpgradeRequest: Equatable {
    var key: String
    var subprotocols: [String]

    /// Appended to the key before hashing (RFC 6455 §1.3).
    private static let guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    /// Whether the request asks for WebSocket at all; everything else about it may still be wrong.
    static func isAsked(_ head: HTTPRequest) -> Bool {
        head.method == .get && tokens(head, .upgrade).contains("websocket") && tokens(head, .connection).contains("upgrade")
    }

    init(_ head: HTTPRequest, allowedOrigins: Set<String>) throws(UpgradeRefusal) {
        guard head.headerFields[.secWebSocketVersion] == "13" else { throw .version }
        guard let key = head.headerFields[.secWebSocketKey], Data(base64Encoded: key)?.count == 16 else { throw .key }
        if let origin = head.headerFields[.origin] {
            guard Origin.mayOpen(origin, authority: head.authority, allowed: allowedOrigins) else { throw .foreignOrigin }
        }
        self.key = key
        subprotocols = head.headerFields[values: .secWebSocketProtocol].flatMap { $0.split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// `Sec-WebSocket-Accept`.
    var accept: String { Data(Insecure.SHA1.hash(data: Data((key + Self.guid).utf8))).base64EncodedString() }

    /// The first of ours that was offered; nil when none was offered.
    func choose(_ ours: [String]) throws(UpgradeRefusal) -> String? {
        if subprotocols.isEmpty || ours.isEmpty { return nil }
        guard let chosen = ours.first(where: subprotocols.contains) else { throw .subprotocol }
        return chosen
    }

    private static func tokens(_ head: HTTPRequest, _ name: HTTPField.Name) -> [String] {
        head.headerFields[values: name].flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    }
}
