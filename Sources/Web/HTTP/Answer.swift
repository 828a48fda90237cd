import Foundation
import Hummingbird
import NIOCore

/// A resource as an answer: status, JSON, `ETag`. Can be kept and told again.
struct Answer {
    var status: HTTPResponse.Status
    var json: String
    var version: Int64

    init(_ value: some Encodable, version: Int64, status: HTTPResponse.Status = .ok) throws {
        self.status = status
        self.version = version
        json = try JSON.text(value)
    }

    var response: Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8", .eTag: "\"\(version)\""],
            body: .init(byteBuffer: ByteBuffer(string: json)))
    }

    private struct Kept: Codable {
        var status: Int
        var version: Int64
        var json: String
    }

    var stored: String {
        get throws { try JSON.text(Kept(status: status.code, version: version, json: json)) }
    }

    init(stored: String) throws {
        let kept = try JSONDecoder().decode(Kept.self, from: Data(stored.utf8))
        status = .init(code: kept.status)
        version = kept.version
        json = kept.json
    }
}
