import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Rules
import Testing
@testable import Web

/// What a browser sends with a form, well or badly.
@Suite("Forms that browsers send")
struct SentFormTests {
    private static let maxPhoto = 1000

    private func read(_ type: String?, _ body: [UInt8]) async throws -> SentForm {
        var headers = HTTPFields()
        headers[.contentType] = type
        let head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/reports/new", headerFields: headers)
        return try await SentForm.read(Request(head: head, body: .init(buffer: ByteBuffer(bytes: body))), maxPhotoBytes: Self.maxPhoto)
    }

    private func urlEncoded(_ text: String) async throws -> SentForm { try await read("application/x-www-form-urlencoded", Array(text.utf8)) }

    private func multipart(_ parts: [(head: String, bytes: [UInt8])], isCut: Bool = false) async throws -> SentForm {
        var body: [UInt8] = []
        for part in parts { body += Array("--limit\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8) + part.bytes + Array("\r\n".utf8) }
        return try await read("multipart/form-data; boundary=limit", isCut ? body : body + Array("--limit--\r\n".utf8))
    }

    private func field(_ name: String, _ text: String) -> (head: String, bytes: [UInt8]) { ("name=\"\(name)\"", Array(text.utf8)) }
    private func photo(_ count: Int) -> (head: String, bytes: [UInt8]) { (#"name="photo"; filename="ngập.jpg""#, [UInt8](repeating: 7, count: count)) }

    private func refusal(_ body: () async throws -> SentForm) async throws -> Refusal.Code? {
        do {
            _ = try await body()
            return nil
        } catch let refusal as Refusal { return refusal.code }
    }

    @Test("fields are decoded, trimmed and composed; one that is missing is empty")
    func urlEncodedFields() async throws {
        let decomposed = "ngõ Láng".decomposedStringWithCanonicalMapping.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
        let form = try await urlEncoded("street=\(decomposed)&text=+hai+d%C3%B2ng%0D%0An%E1%BB%AFa%20&reasons=late&reasons=noProof&empty=&alone")
        #expect(form["street"] == "ngõ Láng" && form["street"].utf8.elementsEqual("ngõ Láng".precomposedStringWithCanonicalMapping.utf8))
        #expect(form["text"] == "hai dòng\nnữa")
        #expect(form.all("reasons") == ["late", "noProof"] && form["reasons"] == "noProof")
        #expect(form["empty"].isEmpty && form["alone"].isEmpty && form["none"].isEmpty && form.all("none").isEmpty)
        #expect(form.photo.isEmpty && !form.isPhotoTooLarge)
    }

    @Test("NUL goes, an equals sign in a value stays, and a percent sign that is none is refused")
    func oddities() async throws {
        #expect(try await urlEncoded("text=a%00b&link=%3Fa%3D1=2")["text"] == "ab")
        #expect(try await urlEncoded("text=a%07%1B%E2%80%AEb%0Ac%0D%0Ad")["text"] == "ab\nc\nd", "no bell, no escape, nothing that turns the writing around")
        #expect(try await urlEncoded("text=a=b")["text"] == "a=b")
        #expect(try await refusal { try await urlEncoded("text=%zz") } == .requestMalformed)
        #expect(try await refusal { try await urlEncoded("text=%FF") } == .requestMalformed, "no UTF-8")
        #expect(try await urlEncoded("")["text"].isEmpty)
    }

    @Test("a photo comes with its name, beside the fields")
    func withPhoto() async throws {
        let form = try await multipart([field("text", "Đường ngập"), photo(Self.maxPhoto), field("kind", "onTheSpot")])
        #expect(form["text"] == "Đường ngập" && form["kind"] == "onTheSpot")
        #expect(form.photo.count == Self.maxPhoto && form.photoName == "ngập.jpg" && !form.isPhotoTooLarge)
    }

    @Test("one byte too many: the photo is thrown away, what was written is kept")
    func tooLarge() async throws {
        let form = try await multipart([field("text", "Đường ngập"), photo(Self.maxPhoto + 1), field("street", "Láng")])
        #expect(form.isPhotoTooLarge && form.photo.isEmpty)
        #expect(form["text"] == "Đường ngập" && form["street"] == "Láng")
    }

    @Test("a form without a photo, a text that is no UTF-8 and several values of a name are taken")
    func multipartFields() async throws {
        let form = try await multipart([(#"name="photo"; filename="""#, []), ("name=\"text\"", [0xFF, 0x61]), field("reasons", "a"), field("reasons", "b")])
        #expect(form.photo.isEmpty && form["text"] == "\u{FFFD}a" && form.all("reasons") == ["a", "b"])
    }

    @Test("a body that ends in the middle is malformed, a field beyond its bound too large")
    func refused() async throws {
        #expect(try await refusal { try await multipart([field("text", "x")], isCut: true) } == .requestMalformed)
        #expect(try await refusal { try await multipart([field("text", String(repeating: "x", count: SentForm.maxFieldBytes + 1))]) } == .requestTooLarge)
        #expect(try await refusal { try await urlEncoded("text=" + String(repeating: "x", count: SentForm.maxFieldBytes)) } == .requestTooLarge)
    }

    @Test("random bytes give a form or a refusal, never anything else", arguments: 0..<40 as Range<UInt64>)
    func junk(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let pieces = [Array("--limit\r\n".utf8), Array("Content-Disposition: form-data; name=\"text\"\r\n\r\n".utf8), Array("&=%".utf8), bytes, Array("--limit--".utf8)]
        let body = (0..<8).flatMap { _ in pieces.randomElement(using: &random)! }
        for type in [nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=limit", "multipart/form-data"] {
            _ = try await refusal { try await read(type, body) }
        }
    }
}
