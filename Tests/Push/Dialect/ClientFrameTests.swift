import Testing

@testable import Push

@Suite struct ClientFrameTests {
    @Test("frames of the dialect are read")
    func good() throws {
        #expect(try ClientFrame(#"{"type":"subscribe","stream":"meeting:a","epoch":null,"after":null}"#) == .subscribe(stream: "meeting:a", epoch: nil, after: nil))
        #expect(try ClientFrame(#"{"type":"subscribe","stream":"meeting:a","epoch":"e","after":7,"more":[1]}"#) == .subscribe(stream: "meeting:a", epoch: "e", after: 7))
        #expect(try ClientFrame(#"{"type":"subscribe","stream":"person:me"}"#) == .subscribe(stream: "person:me", epoch: nil, after: nil))
        #expect(try ClientFrame(#"{"type":"unsubscribe","stream":"person:me"}"#) == .unsubscribe(stream: "person:me"))
        #expect(
            try ClientFrame(#"{"type":"signal","stream":"meeting:a","name":"pointer","data":{"y":0.5,"x":[1,null,true,"đ/"]}}"#)
                == .signal(stream: "meeting:a", name: "pointer", data: #"{"x":[1,null,true,"đ/"],"y":0.5}"#))
        #expect(try ClientFrame(#"{"type":"signal","stream":"meeting:a","name":"typing"}"#) == .signal(stream: "meeting:a", name: "typing", data: "null"))
    }

    @Test("anything else is a bad frame", arguments: [
        "", "{", "[]", "null", "1", #""subscribe""#, "{}", #"{"type":"subscribe"}"#, #"{"stream":"meeting:a"}"#,
        #"{"type":"listen","stream":"meeting:a"}"#, #"{"type":"subscribe","stream":5}"#, #"{"type":"subscribe","stream":""}"#,
        #"{"type":"subscribe","stream":"meeting a"}"#, #"{"type":"subscribe","stream":"họp"}"#,
        #"{"type":"subscribe","stream":"meeting:a","after":-1}"#, #"{"type":"subscribe","stream":"meeting:a","after":1.5}"#,
        #"{"type":"subscribe","stream":"meeting:a","after":"1"}"#, #"{"type":"subscribe","stream":"meeting:a","epoch":1}"#,
        #"{"type":"subscribe","stream":"meeting:a","after":99999999999999999999}"#, #"{"type":"signal","stream":"meeting:a","data":1}"#,
        #"{"type":"subscribe","stream":"\#(String(repeating: "a", count: 97))"}"#,
    ])
    func bad(text: String) {
        #expect(throws: ClientFrame.Bad.self) { try ClientFrame(text) }
    }

    @Test("a frame that nests without end is bad, and harmless")
    func deep() {
        let deep = String(repeating: "[", count: 30_000)
        #expect(throws: ClientFrame.Bad.self) { try ClientFrame(#"{"type":"signal","stream":"a","name":"b","data":\#(deep)"#) }
        let closed = deep + String(repeating: "]", count: 30_000)
        #expect(throws: ClientFrame.Bad.self) { try ClientFrame(#"{"type":"signal","stream":"a","name":"b","data":\#(closed)}"#) }
    }
}
