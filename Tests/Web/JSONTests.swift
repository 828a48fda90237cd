import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Rules
import Testing
@testable import Web

@Suite("JSON in and out")
struct JSONTests {
    private struct Sample: Codable, Equatable {
        var title: String
        var count: Int?
        var part: Part?
        struct Part: Codable, Equatable { var name: String }
    }

    private func refusal(_ text: String) -> Refusal? {
        do throws(any Error) {
            _ = try JSON.decode(Sample.self, from: Array(text.utf8))
            return nil
        } catch { return error as? Refusal }
    }

    @Test("what is JSON and has the shape is taken", arguments: [
        #"{"title":"Nghị quyết"}"#, #" { "title" : "x" , "count" : 3 , "more" : [1, 2, {"a": []}] } "#, #"{"title":"a,]b,}"}"#, #"{"title":"\\u0000"}"#, #"{"title":"\\\\u0000"}"#,
        #"{"title":"\"]","count":null}"#,
    ])
    func taken(text: String) {
        #expect(refusal(text) == nil)
    }

    @Test("what is no JSON is malformed, what RFC 8259 does not know included", arguments: [
        "", "{", "nothing", #"{"title":"x"},"#, #"{"title":"x",}"#, #"{"title":"x","more":[1,]}"#, #"{"title":"x" , }"#, "\u{0}", #"{"title":"a\u0000b"}"#, #"{"title":"\\\u0000"}"#,
        #"{title:"x"}"#,
    ])
    func malformed(text: String) {
        #expect(refusal(text)?.code == .requestMalformed)
    }

    @Test("what has another shape names the field", arguments: [
        (#"{}"#, "/title", "field.required"), (#"{"title":null}"#, "/title", "field.required"), (#"{"title":3}"#, "/title", "field.shape"),
        (#"{"title":"x","part":{}}"#, "/part/name", "field.required"), (#"{"title":"x","part":[]}"#, "/part", "field.shape"), (#"{"title":"x","count":"3"}"#, "/count", "field.shape"),
        (#"{"title":"x","count":1.5}"#, "/count", "field.shape"), (#"{"title":"x","count":1e300}"#, "/count", "field.shape"),
    ])
    func shapes(text: String, pointer: String, reason: String) {
        let refusal = refusal(text)
        #expect(refusal?.code == .requestInvalid)
        #expect(refusal?.fields.first?.pointer == pointer)
        #expect(refusal?.fields.first?.reason == reason)
    }

    @Test("bytes that are no UTF-8 are malformed")
    func notUTF8() {
        #expect(throws: Refusal(.requestMalformed)) { try JSON.decode(Sample.self, from: Array(#"{"title":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)) }
    }

    @Test("any bytes are taken or refused", arguments: 0..<20 as Range<UInt64>)
    func hostile(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let pieces = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "u0000", "title", "\"title\"", "1", "-", "e", ".", " ", "null", "true", "é", "\u{0}"]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
            if let refusal = refusal(text) { #expect([.requestMalformed, .requestInvalid].contains(refusal.code), "\(text)") }
        }
    }

    @Test("depth is bounded: a mountain of brackets is refused, the server stands")
    func deep() {
        #expect(refusal(String(repeating: "[", count: 500_000))?.code == .requestMalformed)
        #expect(refusal(#"{"title":"x","more":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}")?.code == .requestMalformed)
    }

    @Test("an answer kept is the answer told again")
    func answers() throws {
        let answer = try Answer(Sample(title: "Tờ trình / “x”", count: nil, part: nil), version: 7, status: .created)
        let again = try Answer(stored: try answer.stored)
        #expect(again.json == answer.json && again.version == 7 && again.status == .created)
        #expect(again.response.headers[.eTag] == "\"7\"")
        #expect(answer.json == #"{"title":"Tờ trình / “x”"}"#)
    }
}
