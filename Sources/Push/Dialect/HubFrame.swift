import NIOCore
import NIOWebSocket
import Store

/// Frames to the client (contract §4), whole WebSocket frames ready to be written.
enum HubFrame {
    static func subscribed(stream: String, epoch: String, head: Int64) -> ByteBuffer {
        ServerFrame.text(
            "{\"type\":\"subscribed\",\"stream\":\(JSONText.quoted(stream)),\"epoch\":\(JSONText.quoted(epoch)),\"head\":\(head)}")
    }

    /// - Parameter stream: the name the client used; absent when the frame it answers named none.
    static func error(_ code: PushErrorCode, stream: String?, detail: String) -> ByteBuffer {
        let named = stream.map { "\"stream\":\(JSONText.quoted($0))," } ?? ""
        return ServerFrame.text("{\"type\":\"error\",\(named)\"code\":\"\(code.rawValue)\",\"detail\":\(JSONText.quoted(detail))}")
    }

    /// - Parameter data: JSON.
    static func signal(stream: String, name: String, data: String) -> ByteBuffer {
        ServerFrame.text(
            "{\"type\":\"signal\",\"stream\":\(JSONText.quoted(stream)),\"name\":\(JSONText.quoted(name)),\"data\":\(data)}")
    }

    /// Everything from `from` to `to` that the reader may see; what he may not see is left out, and `to` moves all the same.
    static func events(stream: String, epoch: String, from: Int64, to: Int64, visible: [Entry]) -> ByteBuffer {
        let head =
            "{\"type\":\"events\",\"stream\":\(JSONText.quoted(stream)),\"epoch\":\(JSONText.quoted(epoch)),"
            + "\"from\":\(from),\"to\":\(to),\"events\":["
        let tail = "]}"
        let commas = max(0, visible.count - 1)
        let count = head.utf8.count + visible.reduce(0) { $0 + $1.json.readableBytes } + commas + tail.utf8.count
        var out = ByteBufferAllocator().buffer(capacity: count + ServerFrame.maxHeaderBytes)
        ServerFrame.writeHeader(.text, payloadBytes: count, to: &out)
        out.writeString(head)
        for (index, entry) in visible.enumerated() {
            if index > 0 { out.writeInteger(UInt8(ascii: ",")) }
            out.writeImmutableBuffer(entry.json)
        }
        out.writeString(tail)
        return out
    }
}
