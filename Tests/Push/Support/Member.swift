import Rules
import Testing

@testable import Push

/// A reader who obeys the browser's rule: old frames are ignored, the next is applied, anything else means reconnect.
final class Member {
    let name: String
    /// What he may see today.
    var grants: Set<Grant>
    var cursor: Int64 = 0
    var applied: [Int64] = []
    /// His socket while he is connected.
    var socket: SocketID?
    var outlet = FakeOutlet()
    let loop: Int

    init(name: String, grants: Set<Grant>, loop: Int) {
        self.name = name
        self.grants = grants
        self.loop = loop
    }

    func receive(_ count: Int) {
        for frame in outlet.take(count) where frame.type == "events" {
            if frame.to <= cursor { continue }
            #expect(frame.from == cursor + 1, "\(name): a gap between \(cursor) and \(frame.from)")
            applied += frame.events.map(\.seq)
            cursor = frame.to
        }
    }
}
