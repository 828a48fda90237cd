import Foundation
import PaperWire

/// The real `ecabinet-worker`, driven over its pipe.
final class WorkerProcess {
    struct Broken: Error {}

    /// Built beside the test bundle; nil where only libraries were built.
    static let executable: URL? = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("ecabinet-worker")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }()

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    init(arguments: [String] = []) throws {
        guard let executable = Self.executable else { throw Broken() }
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    var identifier: Int32 { process.processIdentifier }

    func ask(_ job: Job) throws -> Reply {
        send([UInt8](try JSONEncoder().encode(job)))
        return try receive()
    }

    func send(_ payload: [UInt8]) { sendRaw(Frame.encode(payload)) }
    func sendRaw(_ bytes: [UInt8]) { input.fileHandleForWriting.write(Data(bytes)) }

    func receive() throws -> Reply {
        var buffer: [UInt8] = []
        while true {
            switch Frame.decode(buffer[...]) {
            case .payload(let payload, _): return try JSONDecoder().decode(Reply.self, from: Data(payload))
            case .tooLarge: throw Broken()
            case .incomplete:
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else { throw Broken() }
                buffer += more
            }
        }
    }

    /// Closes the pipe; returns the exit status.
    func finish() -> Int32 {
        input.fileHandleForWriting.closeFile()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
