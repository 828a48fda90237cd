import Glibc
import Synchronization

/// How the pool speaks to the thread that keeps a worker: one errand at most, and the wish to end.
///
/// The thread sleeps in poll(2) on its worker's pipes and on this box's own pipe, so it hears of both at once.
final class WorkerMailbox: Sendable {
    enum Ending: Sendable { case none, afterThis, atOnce }

    private struct Content {
        var errand: WorkerErrand?
        var ending = Ending.none
    }

    private let content = Mutex(Content())
    private let readEnd, writeEnd: Int32

    init() throws {
        (readEnd, writeEnd) = try Pipe.make()
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Readable when there is something new.
    var descriptor: Int32 { readEnd }

    func put(_ errand: WorkerErrand) {
        content.withLock {
            precondition($0.errand == nil, "a worker has one job at a time")
            $0.errand = errand
        }
        ring()
    }

    func end(_ ending: Ending) {
        content.withLock { $0.ending = ending }
        ring()
    }

    /// The errand, if there is one, and the wish; also makes the descriptor quiet again.
    func take() -> (errand: WorkerErrand?, ending: Ending) {
        var drained: [UInt8] = Array(repeating: 0, count: 64)
        while read(readEnd, &drained, drained.count) > 0 {}
        return content.withLock { content in
            defer { content.errand = nil }
            return (content.errand, content.ending)
        }
    }

    var ending: Ending { content.withLock { $0.ending } }

    private func ring() {
        // A full pipe rings already, so EAGAIN is no loss; the reading end lives as long as this object.
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }
}
