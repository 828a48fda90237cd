import Examiner
import Foundation
import PaperWire

/// Any file: the examiner answers with a verdict or a refusal. What begins as a PDF or a photo is examined as one, all else as a CMS beside its content.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExaminer(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let data = Array(UnsafeBufferPointer(start: bytes, count: count))
    precondition(FileManager.default.createFile(atPath: path, contents: Data(data)), "the input cannot be written")
    do {
        if data.starts(with: [0xFF, 0xD8]) || data.starts(with: [0x89, 0x50]) {
            _ = try examiner.photo(path: path, maxSidePx: 64, output: path + ".jpg")
        } else if data.starts(with: Array("%PDF".utf8)) {
            // Every second one with the anchors of the seeds, so that what lies behind a good chain is reached as well.
            guard data.count.isMultiple(of: 2) else {
                _ = try believer.verify(path: path, policy: trusting)
                return 0
            }
            let verdict = try examiner.verify(path: path, policy: distrusting)
            precondition(verdict.indication != .passed, "a signature passed without any trust anchor")
        } else {
            _ = try believer.verifyDetached(signature: path, content: path, policy: trusting)
        }
    } catch is Refused {
        return 0
    } catch {
        preconditionFailure("something else than a refusal: \(error)")
    }
    return 0
}

private let path = "/dev/shm/ecabinet-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
// 5 March 2026, when the seeds were good.
private let atMS: Int64 = 1_772_668_800_000
private let distrusting = VerificationPolicy(trustFolder: "/nonexistent", trustVersion: "fuzz", atMS: atMS)
private let trusting = VerificationPolicy(trustFolder: ProcessInfo.processInfo.environment["ECABINET_FUZZ_TRUST"] ?? "/nonexistent", trustVersion: "fuzz", atMS: atMS)
// An examiner keeps the anchors it read last: one for each folder.
nonisolated(unsafe) private let examiner = Examiner()
nonisolated(unsafe) private let believer = Examiner()

// SwiftPM looks for an executable's entry point under its module's name; the loop is libFuzzer's.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FuzzExaminer_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { fuzzExaminer($0, $1) }
}
