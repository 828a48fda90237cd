import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PaperWire
import Store

/// A verdict as an answer: JSON, or signed by the server's key as a compact JWS (RFC 7515, EdDSA RFC 8037) for
/// `Accept: application/jose`. The key stands at `/api/v1/keys`.
enum SignedVerdict {
    static let mediaType = "application/jose"

    private struct Header: Encodable {
        var alg = "EdDSA"
        var kid: String
        var typ = "ecabinet-verdict+jws"
    }

    static func response(_ value: some Encodable, to request: Request, by key: SigningKey) throws -> Response {
        guard request.headers[.accept]?.contains(mediaType) == true else { return try JSON.response(value) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let message = try base64URL(encoder.encode(Header(kid: key.id))) + "." + base64URL(encoder.encode(value))
        let jws = message + "." + base64URL(Data(try key.sign(Array(message.utf8))))
        return Response(status: .ok, headers: [.contentType: mediaType], body: .init(byteBuffer: ByteBuffer(string: jws)))
    }

    static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
