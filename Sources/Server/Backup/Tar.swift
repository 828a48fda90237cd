import Foundation

/// The system's `tar`: essential on Debian, older than any of us, and its files are read everywhere.
enum Tar {
    static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/tar")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        let complaints = Pipe()
        process.standardError = complaints
        try process.run()
        let text = try complaints.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ExitWithSentence.failed("tar: " + String(decoding: text.prefix(2000), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}
