import Foundation
import PaperWire

/// Any bytes on the pipe: the frame decoder and the decoders of jobs and replies are total.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrame(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var buffer = Array(UnsafeBufferPointer(start: bytes, count: count))[...]
    while case .payload(let payload, let used) = Frame.decode(buffer) {
        precondition(used > 0 && used <= buffer.count && payload.count <= Frame.maxPayloadBytes, "the decoder took what was not there")
        _ = try? JSONDecoder().decode(Job.self, from: Data(payload))
        _ = try? JSONDecoder().decode(Reply.self, from: Data(payload))
        buffer = buffer.dropFirst(used)
        buffer = Array(buffer)[...]
    }
    return 0
}

// SwiftPM looks for the entry point of an executable under its module's name; the loop is libFuzzer's.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("FuzzFrame_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { fuzzFrame($0, $1) }
}
