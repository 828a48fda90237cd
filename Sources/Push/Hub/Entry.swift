import NIOCore
import Rules
import Store

/// One event as the hub keeps it: its JSON encoded once, its audience read once, shared by every socket.
final class Entry: Sendable {
    let seq: Int64
    let audience: Audience
    /// After this event grants may be others than before: nobody sees it, or anything behind it, by grants older than it.
    let isGate: Bool
    /// `{"seq":…,"kind":…,"at":…,"actor":…,"data":…}`
    let json: ByteBuffer

    /// - Parameter data: JSON.
    init(_ event: LoggedEvent, data: String, isGate: Bool) {
        seq = event.seq
        audience = Audience(logged: event.audience)
        self.isGate = isGate
        json = ByteBuffer(
            string: "{\"seq\":\(event.seq),\"kind\":\(JSONText.quoted(event.kind)),"
                + "\"at\":\"\(RFC3339.utc(Timestamp(ms: event.at)))\",\"actor\":\(JSONText.quoted(event.actor)),"
                + "\"data\":\(data.isEmpty ? "null" : data)}")
    }
}
