import Foundation
import Rules
import Testing
@testable import Web

@Suite("Multipart bodies")
struct MultipartTests {
    private struct Part: Equatable {
        var name: String
        var fileName: String
        var bytes: [UInt8]
    }

    /// All pieces of a body fed in the given cuts, put together part by part.
    private func parse(_ body: [UInt8], boundary: String = "limit", cuts: [Int] = []) throws -> (parts: [Part], isComplete: Bool, names: Set<String>) {
        var parser = Multipart(boundary: boundary)
        var parts: [Int: Part] = [:]
        var from = 0
        for cut in (cuts + [body.count]).map({ min($0, body.count) }).sorted() {
            for piece in try parser.feed(Array(body[from..<cut])) {
                if parts[piece.part] == nil { parts[piece.part] = Part(name: piece.name, fileName: piece.fileName, bytes: []) }
                parts[piece.part]?.bytes += piece.bytes
            }
            from = cut
        }
        return (parts.sorted { $0.key < $1.key }.map(\.value), parser.isComplete, parser.names)
    }

    private func body(_ parts: [(head: String, bytes: [UInt8])], boundary: String = "limit", preamble: String = "", epilogue: String = "") -> [UInt8] {
        var out = Array(preamble.utf8)
        for part in parts { out += Array("\(out.isEmpty ? "" : "\r\n")--\(boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.bytes }
        return out + Array("\r\n--\(boundary)--\(epilogue)".utf8)
    }

    private func field(_ name: String, _ text: String) -> (head: String, bytes: [UInt8]) { (#"Content-Disposition: form-data; name="\#(name)""#, Array(text.utf8)) }

    @Test("parts come with their names and bytes, exactly")
    func parts() throws {
        let file = (#"Content-Type: application/pdf"# + "\r\n" + #"content-disposition: form-data; name="signature"; filename="ký.p7s""#, [0, 13, 10, 45, 45, 255] as [UInt8])
        let parsed = try parse(body([field("content", "Nghị quyết"), file], preamble: "ignored", epilogue: "\r\nignored too"))
        #expect(parsed.parts == [Part(name: "content", fileName: "", bytes: Array("Nghị quyết".utf8)), Part(name: "signature", fileName: "ký.p7s", bytes: file.1)])
        #expect(parsed.isComplete)
        #expect(parsed.names == ["content", "signature"])
    }

    @Test("however a body is cut, the parts are the same", arguments: 0..<60 as Range<UInt64>)
    func chunkings(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let boundary = ["limit", "----WebKitFormBoundary7MA4YWxkTrZu0gW", String(repeating: "x", count: 70)].randomElement(using: &random)!
        // Bytes that look like the beginning of a delimiter are the hard ones.
        let pieces = ["\r", "\n", "\r\n", "--", "\r\n--", "\r\n--\(boundary.dropLast())", "a", "\0", "ệ", "\r\n\r\n", "Content-Disposition: x"]
        let parts: [(head: String, bytes: [UInt8])] = (0..<Int.random(in: 1...5, using: &random)).map { n in
            (#"Content-Disposition: form-data; name="p\#(n)""#, (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in Array(pieces.randomElement(using: &random)!.utf8) })
        }
        let body = body(parts, boundary: boundary)
        let whole = try parse(body, boundary: boundary)
        #expect(whole.isComplete)
        #expect(whole.names == Set(parts.indices.map { "p\($0)" }))
        #expect(whole.parts.map(\.bytes) == parts.map(\.bytes).filter { !$0.isEmpty })
        for _ in 0..<20 {
            let cuts = (0..<Int.random(in: 0...20, using: &random)).map { _ in Int.random(in: 0...body.count, using: &random) }
            let cut = try parse(body, boundary: boundary, cuts: cuts)
            #expect(cut.parts == whole.parts && cut.isComplete && cut.names == whole.names)
        }
        let single = try parse(body, boundary: boundary, cuts: Array(0...body.count))
        #expect(single.parts == whole.parts && single.isComplete)
    }

    @Test("a body that ends too early is not complete, wherever it ends")
    func truncated() throws {
        let body = body([field("content", "x"), field("signature", "y")])
        for end in 0..<body.count { #expect(try !parse(Array(body[..<end])).isComplete) }
        #expect(try parse(body).isComplete)
    }

    @Test("any bytes give pieces or a refusal, never anything else", arguments: 0..<40 as Range<UInt64>)
    func hostile(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let pieces: [[UInt8]] = ["--limit", "\r\n--limit", "--limit--", "\r\n", "\r\n\r\n", "Content-Disposition:", "form-data;", "name=", "\"", ";", "=", "limit"].map { Array($0.utf8) }
            + [[0], [255], [13], [10], [45]]
        let body = (0..<Int.random(in: 0...200, using: &random)).flatMap { _ in pieces.randomElement(using: &random)! }
        do {
            let whole = try parse(body)
            let cuts = (0..<10).map { _ in Int.random(in: 0...body.count, using: &random) }
            let cut = try parse(body, cuts: cuts)
            #expect(whole.parts == cut.parts && whole.isComplete == cut.isComplete && whole.names == cut.names)
        } catch let refusal as Refusal { #expect(refusal.code == .requestMalformed) }
    }

    @Test("heads too long and parts too many are refused")
    func limits() throws {
        let long = [(head: "X: " + String(repeating: "a", count: Multipart.maxHeaderBytes), bytes: [UInt8]())]
        #expect(throws: Refusal(.requestMalformed)) { try parse(body(long)) }
        let endless = Array("--limit\r\nX: ".utf8) + [UInt8](repeating: 97, count: Multipart.maxHeaderBytes * 4)
        #expect(throws: Refusal(.requestMalformed)) { try parse(endless, cuts: Array(stride(from: 0, to: endless.count, by: 100))) }
        let most = (0..<Multipart.maxParts).map { field("p\($0)", "") }
        #expect(try parse(body(most)).isComplete)
        #expect(throws: Refusal(.requestMalformed)) { try parse(body(most + [field("one", "more")])) }
    }

    @Test("what comes after the end is thrown away")
    func epilogue() throws {
        let parsed = try parse(body([field("a", "x")], epilogue: "\r\n--limit\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\ny\r\n--limit--"))
        #expect(parsed.names == ["a"])
    }

    @Test("names may be quoted or bare, and a quoted file name is whole", arguments: [
        (#"form-data; name="a b""#, "a b", ""), ("form-data; name=a", "a", ""), (#"form-data;name="a";filename="b.pdf""#, "a", "b.pdf"),
        (#"form-data; name="a"; filename="b; c=d.pdf""#, "a", "b; c=d.pdf"), ("form-data", "", ""), (#"form-data; NAME="a""#, "a", ""),
    ])
    func names(disposition: String, name: String, fileName: String) throws {
        let parsed = try parse(body([("Content-Disposition: \(disposition)", [1])]))
        #expect(parsed.parts == [Part(name: name, fileName: fileName, bytes: [1])])
    }

    @Test("the boundary is taken from multipart form data alone", arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", "a b"), ("multipart/form-data;boundary=a;x=y", "a"),
        ("multipart/mixed; boundary=abc", nil), ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil), ("application/pdf", nil), (nil, nil),
    ] as [(String?, String?)])
    func boundary(contentType: String?, boundary: String?) {
        #expect(Multipart.boundary(of: contentType) == boundary)
    }

    @Test("a boundary longer than the RFC allows is none")
    func longBoundary() {
        #expect(Multipart.boundary(of: "multipart/form-data; boundary=" + String(repeating: "a", count: 70)) != nil)
        #expect(Multipart.boundary(of: "multipart/form-data; boundary=" + String(repeating: "a", count: 71)) == nil)
    }
}
