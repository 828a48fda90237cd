import NIOCore
import NIOWebSocket
import Testing

@testable import Push

@Suite struct FrameGuardTests {
    private let mask = WebSocketMaskingKey([1, 2, 3, 4] as [UInt8])

    @Test("a masked frame of a known kind passes", arguments: [
        WebSocketOpcode.text, .binary, .continuation, .ping, .pong, .connectionClose,
    ])
    func passes(opcode: WebSocketOpcode) {
        #expect(FrameGuard.violation(in: WebSocketFrame(opcode: opcode, maskKey: mask, data: ByteBuffer())) == nil)
    }

    @Test("an unmasked frame, a reserved bit and an unknown opcode break the protocol")
    func violations() {
        #expect(FrameGuard.violation(in: WebSocketFrame(opcode: .text, data: ByteBuffer())) == .unmasked)
        #expect(FrameGuard.violation(in: WebSocketFrame(rsv1: true, opcode: .text, maskKey: mask, data: ByteBuffer())) == .reservedBits)
        #expect(FrameGuard.violation(in: WebSocketFrame(rsv2: true, opcode: .text, maskKey: mask, data: ByteBuffer())) == .reservedBits)
        #expect(FrameGuard.violation(in: WebSocketFrame(rsv3: true, opcode: .text, maskKey: mask, data: ByteBuffer())) == .reservedBits)
        let unknown = WebSocketOpcode(encodedWebSocketOpcode: 3)!
        #expect(FrameGuard.violation(in: WebSocketFrame(opcode: unknown, maskKey: mask, data: ByteBuffer())) == .unknownOpcode)
    }
}
