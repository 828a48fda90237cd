import NIOCore
import NIOWebSocket
import Testing

@testable import Push

@Suite struct CloseCodeTests {
    @Test("40xx and a shutdown mean come back, 45xx and a broken rule stay away")
    func policy() {
        #expect(CloseCode.goingAway.policy == .comeBack)
        #expect(CloseCode.resume.policy == .comeBack)
        #expect(CloseCode.sessionEnded.policy == .stayAway)
        #expect(CloseCode.notAllowed.policy == .stayAway)
        #expect(CloseCode.policyViolation.policy == .stayAway)
    }

    @Test("a peer may not send codes that are reserved", arguments: [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000] as [UInt16])
    func reserved(code: UInt16) {
        #expect(!CloseCode(rawValue: code).maySend)
        #expect(SocketHandler.answer(toClose: payload(code)) == ServerFrame.close(.protocolError))
    }

    @Test("a proper close is answered with its own code", arguments: [1000, 1001, 1003, 1007, 1014, 3000, 4001, 4999] as [UInt16])
    func answered(code: UInt16) {
        #expect(SocketHandler.answer(toClose: payload(code, "tạm biệt")) == ServerFrame.close(CloseCode(rawValue: code)))
    }

    @Test("an empty close is answered empty, half a code and a reason that is not UTF-8 are refused")
    func malformed() {
        #expect(SocketHandler.answer(toClose: ByteBuffer()) == ServerFrame.encode(.connectionClose, ByteBuffer()))
        #expect(SocketHandler.answer(toClose: ByteBuffer(bytes: [3])) == ServerFrame.close(.protocolError))
        #expect(SocketHandler.answer(toClose: ByteBuffer(bytes: [3, 0xE8, 0xFF])) == ServerFrame.close(.notUTF8))
    }

    private func payload(_ code: UInt16, _ reason: String = "") -> ByteBuffer {
        var buffer = ByteBuffer(integer: code)
        buffer.writeString(reason)
        return buffer
    }
}
