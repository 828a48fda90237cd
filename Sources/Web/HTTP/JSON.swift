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
        // No text of the house holds a NUL, and a database would cut it short there.
        if namesNUL(bytes) || hasStrayComma(bytes) { throw Refusal(.requestMalformed) }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            if error.pointer.isEmpty {
                // A number that does not fit its field comes without a path.
                guard let key = misfit(bytes) else { throw Refusal(.requestMalformed) }
                throw Refusal.invalid("/" + key, "field.shape")
            }
            if case .keyNotFound = error { throw Refusal.invalid(error.pointer, "field.required") }
            if case .valueNotFound = error { throw Refusal.invalid(error.pointer, "field.required") }
            throw Refusal.invalid(error.pointer, "field.shape")
        }
    }

    /// Whether a text in the JSON escapes U+0000: `\\u0000` behind an even number of backslashes.
    private static func namesNUL(_ bytes: [UInt8]) -> Bool {
        let escape = Array("\\u0000".utf8)
        guard bytes.count >= escape.count else { return false }
        return (0...(bytes.count - escape.count)).contains { i in
            guard bytes[i] == escape[0], bytes[i + 1] == escape[1], bytes[i + 2] == escape[2], bytes[i..<(i + escape.count)].elementsEqual(escape) else { return false }
            return bytes[..<i].reversed().prefix { $0 == escape[0] }.count.isMultiple(of: 2)
        }
    }

    /// Foundation takes `[1,]`; RFC 8259 does not, and other readers of the same bytes would not.
    private static func hasStrayComma(_ bytes: [UInt8]) -> Bool {
        var inString = false
        var escaped = false
        var afterComma = false
        for byte in bytes {
            if inString {
                if escaped { escaped = false } else if byte == UInt8(ascii: "\\") { escaped = true } else if byte == UInt8(ascii: "\"") { inString = false }
                continue
            }
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            case UInt8(ascii: "]"), UInt8(ascii: "}"): if afterComma { return true }
            case UInt8(ascii: "\""): inString = true
            default: break
            }
            afterComma = byte == UInt8(ascii: ",")
        }
        return false
    }

    /// The first top-level field that holds a number no integer field can take.
    private static func misfit(_ bytes: [UInt8]) -> String? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return nil }
        return object.keys.sorted().first { key in
            guard let number = object[key] as? NSNumber else { return false }
            return Double(number.int64Value) != number.doubleValue
        }
    }

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: try text(value))))
    }

    /// A single resource with its `ETag`.
    static func resource(_ value: some Encodable, version: Int64) throws -> Response { try Answer(value, version: version).response }
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

    /// Whether the caller holds what `tag` names (`If-None-Match`, RFC 9110 §13.1.2).
    func holds(_ tag: String) -> Bool {
        guard let header = headers[.ifNoneMatch] else { return false }
        return header.split(separator: ",").contains { ["*", tag].contains(String($0.trimmingCharacters(in: .whitespaces).trimmingPrefix("W/"))) }
    }

    /// The versions the caller saw (`If-Match`, RFC 9110 §13.1.1); nil where he does not say or does not care.
    var expectedVersions: Set<Int64>? {
        get throws(Refusal) {
            guard let text = headers[.ifMatch], text != "*" else { return nil }
            let versions = text.split(separator: ",").compactMap { Int64($0.trimmingCharacters(in: .whitespaces).trimmingPrefix("W/").trimmingCharacters(in: ["\""])) }
            return Set(versions)
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

    /// A page of a list that is at hand: the cursor is the id of the last item of the page before.
    func page<Item: Codable & Sendable>(_ items: [Item], id: (Item) -> String) throws(Refusal) -> Page<Item> {
        let (limit, after) = try page()
        var rest = items[...]
        if let after, let last = items.firstIndex(where: { id($0) == after }) { rest = items[(last + 1)...] }
        let some = Array(rest.prefix(limit))
        return Page(items: some, next: rest.count > limit ? some.last.map(id) : nil)
    }

    /// An id in a query; nil when absent.
    /// - Throws: `request.invalid` naming the parameter for what cannot be an id.
    func id<T>(_ name: String) throws(Refusal) -> Identifier<T>? {
        guard let text = query(name) else { return nil }
        guard let id = Identifier<T>(text) else { throw Refusal.invalid("/" + name, "field.unknown-value", ["value": text]) }
        return id
    }

    /// A query parameter, percent-decoded; nil when absent or empty.
    func query(_ name: String) -> String? {
        guard let raw = uri.queryParameters[Substring(name)] else { return nil }
        let text = String(raw).replacingOccurrences(of: "+", with: " ")
        let decoded = text.removingPercentEncoding ?? text
        let clean = decoded.filter { $0 != "\0" }
        return clean.isEmpty ? nil : clean
    }
}
