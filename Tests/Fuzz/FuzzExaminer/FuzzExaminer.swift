import Examiner
import Foundation
import PaperWire

/// Any file: the examiner answers with a verdict or a refusal. What begins as a PDF is examined as one, all else as a CMS beside its content.
@_cdecl("ecabinet_fuzz_examiner")
public func fuzzExaminer(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let data = Array(UnsafeBufferPointer(start: bytes, count: count))
    FileManager.default.createFile(atPath: path, contents: Data(data))
    do {
        if data.starts(with: Array("%PDF".utf8)) {
            let verdict = try examiner.verify(path: path, policy: policy)
            // No anchor is trusted here: whatever the bytes are, nothing can pass.
            precondition(verdict.indication != .passed, "a signature passed without any trust anchor")
        } else {
            _ = try examiner.verifyDetached(signature: path, content: path, policy: policy)
        }
    } catch is Refused {
        return 0
    } catch {
        preconditionFailure("something else than a refusal: \(error)")
    }
    return 0
}

private let path = "/dev/shm/ecabinet-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
private let policy = VerificationPolicy(trustFolder: "/nonexistent", trustVersion: "fuzz", atMS: 1_772_668_800_000)
nonisolated(unsafe) private let examiner = Examiner()

// SwiftPM calls an executable's entry point by this name; the loop is libFuzzer's.
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
