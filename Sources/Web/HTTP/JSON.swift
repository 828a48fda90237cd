import Foundation
import Hummingbird
import NIOCore
import Rules
import Wire

/// JSON in and out, with the contract's refusals.
enum JSON {
    /// - Throws: `request.malformed` for what is no JSON, `request.invalid` naming the field for the wrong shape,
    ///   `request.too-large` beyond the limit.
    static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            if case .dataCorrupted(let context) = error, context.codingPath.isEmpty { throw Refusal(.requestMalformed) }
            if error.pointer.isEmpty { throw Refusal(.requestMalformed) }
            if case .keyNotFound = error { throw Refusal.invalid(error.pointer, "field.required") }
            if case .valueNotFound = error { throw Refusal.invalid(error.pointer, "field.required") }
            throw Refusal.invalid(error.pointer, "field.shape")
        }
    }

    static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(value)
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// A single resource with its `ETag`.
    static func resource(_ value: some Encodable, version: Int64, status: HTTPResponse.Status = .ok) throws -> Response {
        try response(value, status: status, headers: [.eTag: "\"\(version)\""])
    }
}

extension Request {
    /// The whole body, at most `limit` bytes.
    func bytes(limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Refusal(.requestTooLarge, ["limit": "\(limit)"]) }
        do {
            let buffer = try await body.collect(upTo: limit)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal(.requestTooLarge, ["limit": "\(limit)"])
        }
    }

    /// The version the caller saw (`If-Match`), if he says.
    var expectedVersion: Int64? {
        get throws(Refusal) {
            guard let text = headers[.ifMatch], text != "*" else { return nil }
            guard let version = Int64(text.trimmingPrefix("W/").trimmingCharacters(in: ["\""])) else { throw Refusal(.versionStale) }
            return version
        }
    }

    /// `?limit=` and `?after=`.
    func page() throws(Refusal) -> (limit: Int, after: String?) {
        var limit = 50
        if let text = uri.queryParameters["limit"] {
            guard let n = Int(text), n >= 1 else { throw .invalid("limit", "field.out-of-range", ["minimum": "1", "maximum": "200"]) }
            limit = min(n, 200)
        }
        return (limit, uri.queryParameters["after"].map(String.init))
    }

    /// A query parameter, percent-decoded; nil when absent or empty.
    func query(_ name: String) -> String? {
        guard let raw = uri.queryParameters[Substring(name)] else { return nil }
        let text = String(raw).replacingOccurrences(of: "+", with: " ")
        let decoded = text.removingPercentEncoding ?? text
        return decoded.isEmpty ? nil : decoded
    }
}
