import Glibc

/// A worker's stderr for the log: cut into lines, cleaned, and no more than a few a minute, since a damaged
/// document can make a library complain a million times.
struct WorkerComplaints {
    static let maxLineBytes = 200
    static let linesPerMinute = 30
    private static let chunkBytes = 4096

    private let say: (String) -> Void
    private var line: [UInt8] = []
    private var minuteBegan = ContinuousClock.now
    private var said = 0
    private var isClosed = false

    init(say: @escaping (String) -> Void) { self.say = say }

    /// Where to listen; nil where nobody does, or the worker closed its stderr.
    func descriptor(of process: WorkerProcess) -> Int32? { isClosed ? nil : process.diagnostics }

    mutating func read(_ process: WorkerProcess) {
        guard let descriptor = descriptor(of: process) else { return }
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        let got = Glibc.read(descriptor, &chunk, chunk.count)
        if got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR) { isClosed = true }
        if got > 0 { take(chunk[..<got]) }
    }

    mutating func take(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if byte == 0x0A {
                flush()
            } else if line.count < Self.maxLineBytes {
                // Control bytes could forge lines in a terminal that shows the log.
                line.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
            }
        }
    }

    private mutating func flush() {
        defer { line.removeAll(keepingCapacity: true) }
        let now = ContinuousClock.now
        if minuteBegan.duration(to: now) >= .seconds(60) {
            minuteBegan = now
            said = 0
        }
        guard said < Self.linesPerMinute, !line.isEmpty else { return }
        said += 1
        say(String(decoding: line, as: UTF8.self))
    }
}
