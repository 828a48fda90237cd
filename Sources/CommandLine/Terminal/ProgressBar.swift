import Foundation
import Synchronization

/// A line that fills while a file is sent; on a screen only, and gone when the file is there.
final class ProgressBar: Sendable {
    private static let cells: Int64 = 24

    private let label: String
    private let total: Int64
    /// Percent drawn last, so that the line is written a hundred times at most.
    private let drawn = Mutex<Int64>(-1)

    /// Nil where nobody watches.
    init?(label: String, of total: Int64) {
        guard Terminal.errorIsScreen, total > 0 else { return nil }
        self.total = total
        self.label = TerminalText.harmless(label)
    }

    func show(sent: Int64) {
        let percent = min(100, sent * 100 / total)
        let isNews = drawn.withLock { last in
            defer { last = percent }
            return last != percent
        }
        guard isNews else { return }
        let full = Int(percent * Self.cells / 100)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Int(Self.cells) - full)
        Terminal.write("\r\u{1B}[K\(bar) \(percent)% \(ByteCount(total)) \(label)", to: .standardError)
    }

    func clear() {
        guard drawn.withLock({ $0 >= 0 }) else { return }
        Terminal.write("\r\u{1B}[K", to: .standardError)
    }
}
