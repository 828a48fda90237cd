import NIOCore
import Rules

/// What a signal is the last value of.
struct SignalKey: Hashable, Sendable {
    var name: String
    var audience: Audience
}

/// The last value of each signal of one stream: a socket that was slow gets the newest, not the ones it missed.
struct SignalBoard {
    private struct Value {
        var version: Int
        var data: String
        var frames: [String: ByteBuffer] = [:]
    }

    private let limit: Int
    private var values: [SignalKey: Value] = [:]
    /// Counts the signals posted.
    private(set) var version = 0

    init(limit: Int) { self.limit = limit }

    mutating func post(_ key: SignalKey, data: String) {
        version += 1
        if values[key] == nil, values.count >= limit, let oldest = values.min(by: { $0.value.version < $1.value.version })?.key {
            values[oldest] = nil
        }
        values[key] = Value(version: version, data: data)
    }

    /// - Parameter name: of the stream, as the reader calls it.
    mutating func frames(after: Int, grants: Set<Grant>, name: String) -> [ByteBuffer] {
        let fresh = values.filter { $0.value.version > after && $0.key.audience.admits(grants) }
        return fresh.sorted { $0.value.version < $1.value.version }.map { key, value in
            if let frame = value.frames[name] { return frame }
            let frame = HubFrame.signal(stream: name, name: key.name, data: value.data)
            values[key]?.frames[name] = frame
            return frame
        }
    }
}
