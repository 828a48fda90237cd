import Foundation
import Testing
import Wire

@Suite struct PointerTests {
    private func pointer(_ json: String) throws -> String {
        let error = try #require(throws: DecodingError.self) { _ = try decoded(NewPoll.self, json) }
        return error.pointer
    }

    @Test(
        "a bad body is named by where it is bad",
        arguments: [
            (#"{"method":"approval","secrecy":"open"}"#, "/title"),
            (#"{"title":1,"method":"approval","secrecy":"open"}"#, "/title"),
            (#"{"title":"a","method":"loud","secrecy":"open"}"#, "/method"),
            (#"{"title":"a","method":"approval","secrecy":null}"#, "/secrecy"),
            (#"{"title":"a","method":"choice","secrecy":"open","options":[{"title":"x"},{}]}"#, "/options/1/title"),
            (#"{"title":"a","method":"approval","secrecy":"open","subject":{"documentId":"no/id","version":1,"sha256":""}}"#, "/subject/documentId"),
            ("[]", ""),
            ("{", ""),
        ])
    func pointers(json: String, expected: String) throws {
        #expect(try pointer(json) == expected)
    }

    @Test("slash and tilde inside a name are escaped")
    func escaped() throws {
        let error = try #require(throws: DecodingError.self) { _ = try decoded([String: Int].self, #"{"a/b~c":"x"}"#) }
        #expect(error.pointer == "/a~1b~0c")
    }
}
