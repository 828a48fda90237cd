import NIOCore
import Synchronization

/// Frames of one stream already put together. Sockets that see the same of the same run share one buffer, across event loops.
final class FrameCache: Sendable {
    struct Key: Hashable {
        var stream: String
        var from: Int64
        var to: Int64
        var visible: [Int64]
    }

    private let limit: Int
    private let frames = Mutex<[Key: ByteBuffer]>([:])

    init(limit: Int) { self.limit = limit }

    func frame(stream: String, epoch: String, from: Int64, to: Int64, visible: [Entry]) -> ByteBuffer {
        let key = Key(stream: stream, from: from, to: to, visible: visible.map(\.seq))
        return frames.withLock { frames in
            if let frame = frames[key] { return frame }
            let frame = HubFrame.events(stream: stream, epoch: epoch, from: from, to: to, visible: visible)
            // The newest runs are those many sockets ask for; what a straggler asked for once is cheaply made again.
            if frames.count >= limit { frames.removeAll(keepingCapacity: true) }
            frames[key] = frame
            return frame
        }
    }

    func removeAll() { frames.withLock { $0.removeAll() } }
}
