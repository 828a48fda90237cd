/// One message on the pipe between server and worker: four bytes of length (big endian), then that many bytes of JSON.
public enum Frame {
    /// Longest payload either side accepts; a reply carries values, never files.
    public static let maxPayloadBytes = 16 << 20

    public static func encode(_ payload: [UInt8]) -> [UInt8] {
        precondition(payload.count <= maxPayloadBytes, "a frame carries at most \(maxPayloadBytes) bytes")
        let n = UInt32(payload.count)
        return [UInt8(n >> 24), UInt8(n >> 16 & 0xFF), UInt8(n >> 8 & 0xFF), UInt8(n & 0xFF)] + payload
    }

    public enum Decoded: Equatable, Sendable {
        /// `needed` more bytes at least before anything can be said.
        case incomplete(needed: Int)
        /// One payload, and how many bytes of the buffer it used.
        case payload([UInt8], used: Int)
        /// The length is beyond `maxPayloadBytes`: the peer is broken, close the pipe.
        case tooLarge
    }

    /// Total: any bytes give an answer, none of them a trap.
    public static func decode(_ buffer: ArraySlice<UInt8>) -> Decoded {
        guard buffer.count >= 4 else { return .incomplete(needed: 4 - buffer.count) }
        let i = buffer.startIndex
        let length = Int(buffer[i]) << 24 | Int(buffer[i + 1]) << 16 | Int(buffer[i + 2]) << 8 | Int(buffer[i + 3])
        guard length <= maxPayloadBytes else { return .tooLarge }
        guard buffer.count >= 4 + length else { return .incomplete(needed: 4 + length - buffer.count) }
        return .payload(Array(buffer[(i + 4)..<(i + 4 + length)]), used: 4 + length)
    }
}
