import Foundation
#if canImport(Glibc)
    import Glibc
#endif

/// Where results (standard output) and everything else (standard error) go.
enum Terminal {
    static let errorIsScreen = isatty(STDERR_FILENO) == 1
    static let outputIsColoured = wantsColour(STDOUT_FILENO, ProcessInfo.processInfo.environment)
    static let errorIsColoured = wantsColour(STDERR_FILENO, ProcessInfo.processInfo.environment)

    /// A result.
    static func say(_ text: TerminalText) {
        write((outputIsColoured ? text.coloured : text.plain) + "\n", to: .standardOutput)
    }

    /// A warning, a question, a failure.
    static func remark(_ text: TerminalText) {
        write((errorIsColoured ? text.coloured : text.plain) + "\n", to: .standardError)
    }

    /// A result for programs: one JSON value, keys sorted.
    static func print(json value: some Encodable) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n", to: .standardOutput)
        } catch {
            throw .local("\(error)")
        }
    }

    static func write(_ text: String, to stream: FileHandle) {
        do {
            try stream.write(contentsOf: Data(text.utf8))
        } catch {
            // Nobody is left to tell: the disk behind the stream is full, or the reader has gone.
            exit(Outcome.failed.rawValue)
        }
    }

    /// https://no-color.org: any value but the empty one turns colour off.
    private static func wantsColour(_ descriptor: Int32, _ environment: [String: String]) -> Bool {
        isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
}
