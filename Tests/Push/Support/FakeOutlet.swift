import Foundation
import NIOCore

@testable import Push

/// A socket that takes as many frames as it is told to.
final class FakeOutlet: Outlet {
    var room: Int
    private(set) var written: [ByteBuffer] = []

    init(room: Int = .max) { self.room = room }

    var isWritable: Bool { room > 0 }

    func write(_ frame: ByteBuffer) {
        written.append(frame)
        if room != .max { room -= 1 }
    }

    /// Frames that have reached the peer.
    func take(_ count: Int) -> [ReceivedFrame] {
        let frames = written.prefix(count).map(ReceivedFrame.init)
        written.removeFirst(frames.count)
        return frames
    }
}

/// A frame as a client reads it.
struct ReceivedFrame {
    struct Event: Decodable, Equatable {
        var seq: Int64
        var kind: String
        var at: String
        var actor: String
    }

    private struct Body: Decodable {
        var type: String
        var stream: String?
        var epoch: String?
        var head: Int64?
        var from: Int64?
        var to: Int64?
        var events: [Event]?
        var code: String?
        var name: String?
        var data: JSONValue?
    }

    var type: String
    var stream: String?
    var epoch: String?
    var head: Int64?
    var from: Int64 = 0
    var to: Int64 = 0
    var events: [Event] = []
    var code: String?
    var name: String?
    var data: JSONValue?

    init(_ frame: ByteBuffer) {
        var frame = frame
        precondition(frame.readInteger(as: UInt8.self) == 0x81, "one final text frame")
        switch frame.readInteger(as: UInt8.self)! {
        case 126: frame.moveReaderIndex(forwardBy: 2)
        case 127: frame.moveReaderIndex(forwardBy: 8)
        default: break
        }
        self.init(json: String(buffer: frame))
    }

    init(json: String) {
        do {
            let body = try JSONDecoder().decode(Body.self, from: Data(json.utf8))
            type = body.type
            stream = body.stream
            epoch = body.epoch
            head = body.head
            from = body.from ?? 0
            to = body.to ?? 0
            events = body.events ?? []
            code = body.code
            name = body.name
            data = body.data
        } catch {
            preconditionFailure("not a frame: \(json.prefix(500)): \(error)")
        }
    }
}
