#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Examiner
import Glibc
import PaperWire

/// Reads one job, answers it, reads the next, until the server closes the pipe.
struct JobLoop {
    var input: Int32
    var output: Int32
    var limits: Limits

    /// The pipe to the server is broken or speaks something else.
    static let protocolExit: Int32 = 76
    private static let chunkBytes = 64 << 10

    /// Returns the exit status: 0 after a clean end of input.
    func run() -> Int32 {
        let bench = Bench(examiner: Examiner())
        var buffer: [UInt8] = []
        while true {
            switch Frame.decode(buffer[...]) {
            case .payload(let payload, let used):
                buffer.removeFirst(used)
                guard answer(payload, at: bench) else { return Self.protocolExit }
            case .incomplete:
                guard let more = read() else { return Self.protocolExit }
                if more.isEmpty {
                    guard !buffer.isEmpty else { return 0 }
                    StandardStreams.note("input ended within a frame")
                    return Self.protocolExit
                }
                buffer += more
            case .tooLarge:
                StandardStreams.note("a frame is larger than \(Frame.maxPayloadBytes) bytes")
                return Self.protocolExit
            }
        }
    }

    private func answer(_ payload: [UInt8], at bench: Bench) -> Bool {
        let reply: Reply
        do {
            try limits.grantJob()
            reply = bench.perform(try JSONDecoder().decode(Job.self, from: Data(payload)))
        } catch {
            reply = .refused(Refused(code: .badJob, detail: "the job cannot be read: \(error)"))
        }
        do {
            var body = try encode(reply)
            if body.count > Frame.maxPayloadBytes {
                body = try encode(.refused(Refused(code: .tooComplex, detail: "the answer is larger than a frame")))
            }
            return write(Frame.encode(body))
        } catch {
            StandardStreams.note("a reply cannot be encoded: \(error)")
            return false
        }
    }

    private func encode(_ reply: Reply) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return [UInt8](try encoder.encode(reply))
    }

    /// The next bytes, none at the end of input, nil when the pipe is broken.
    private func read() -> [UInt8]? {
        while true {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { space, count in
                let got = Glibc.read(input, space.baseAddress, space.count)
                failure = got < 0 ? errno : 0
                count = max(got, 0)
            }
            if failure == EINTR { continue }
            if failure != 0 { StandardStreams.note("reading: \(Errno.sentence(failure))") }
            return failure == 0 ? bytes : nil
        }
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let done = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress! + sent, bytes.count - sent) }
            if done < 0 {
                if errno == EINTR { continue }
                StandardStreams.note("writing: \(Errno.sentence())")
                return false
            }
            sent += done
        }
        return true
    }
}
