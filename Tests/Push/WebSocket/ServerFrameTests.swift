import NIOCore
import NIOWebSocket
import Testing

@testable import Push

@Suite struct ServerFrameTests {
    @Test("a frame has the shortest length form and no mask", arguments: [
        (0, [0x81, 0] as [UInt8]), (125, [0x81, 125]), (126, [0x81, 126, 0, 126]), (65535, [0x81, 126, 0xFF, 0xFF]),
        (65536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
    ])
    func header(count: Int, expected: [UInt8]) {
        let frame = ServerFrame.encode(.text, ByteBuffer(repeating: 65, count: count))
        #expect(Array(frame.readableBytesView.prefix(expected.count)) == expected)
        #expect(frame.readableBytes == expected.count + count)
    }

    @Test("a close frame carries its code, and a reason cut between characters")
    func close() {
        let frame = ServerFrame.close(.resume, reason: String(repeating: "ệ", count: 100))
        let bytes = Array(frame.readableBytesView)
        #expect(bytes[0] == 0x88)
        #expect(bytes[1] == 2 + 123 && bytes.count == 127)
        #expect(Array(bytes[2..<4]) == [0x0F, 0xA1])
        #expect(String(validating: bytes[4...], as: UTF8.self) == String(repeating: "ệ", count: 41))
    }
}
