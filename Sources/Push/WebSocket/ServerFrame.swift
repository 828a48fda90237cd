import NIOCore
import NIOWebSocket

/// Frames from the server. They are never masked (RFC 6455 §5.1), so one buffer serves every socket.
enum ServerFrame {
    /// Most bytes before the payload.
    static let maxHeaderBytes = 10
    /// Most bytes of a control frame's payload (RFC 6455 §5.5).
    static let maxControlBytes = 125

    static func encode(_ opcode: WebSocketOpcode, _ payload: ByteBuffer) -> ByteBuffer {
        var out = ByteBufferAllocator().buffer(capacity: payload.readableBytes + maxHeaderBytes)
        writeHeader(opcode, payloadBytes: payload.readableBytes, to: &out)
        out.writeImmutableBuffer(payload)
        return out
    }

    static func text(_ text: String) -> ByteBuffer { encode(.text, ByteBuffer(string: text)) }

    /// - Parameter reason: cut at a character boundary if it is longer than a control frame holds.
    static func close(_ code: CloseCode, reason: String = "") -> ByteBuffer {
        var payload = ByteBuffer()
        payload.writeInteger(code.rawValue)
        var room = maxControlBytes - MemoryLayout<UInt16>.size
        for character in reason {
            let bytes = String(character).utf8
            guard bytes.count <= room else { break }
            room -= bytes.count
            payload.writeBytes(bytes)
        }
        return encode(.connectionClose, payload)
    }

    /// One final, unfragmented frame's first bytes: the shortest length form (RFC 6455 §5.2).
    static func writeHeader(_ opcode: WebSocketOpcode, payloadBytes count: Int, to out: inout ByteBuffer) {
        out.writeInteger(0x80 | UInt8(webSocketOpcode: opcode))
        switch count {
        case ..<126:
            out.writeInteger(UInt8(count))
        case ..<0x1_0000:
            out.writeInteger(UInt8(126))
            out.writeInteger(UInt16(count))
        default:
            out.writeInteger(UInt8(127))
            out.writeInteger(UInt64(count))
        }
    }
}
