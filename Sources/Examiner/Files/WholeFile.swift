import Glibc
import PaperWire

/// Writes a file whole or not at all: a reader sees the old name, or the new bytes.
enum WholeFile {
    static func write(_ bytes: [UInt8], to path: String) throws {
        let partial = path + ".part"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault("the output cannot be created") }
        var sent = 0
        while sent < bytes.count {
            let done = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, bytes.count - sent) }
            if done < 0 && errno == EINTR { continue }
            guard done > 0 else {
                let failure = fault("the output cannot be written")
                close(descriptor)
                unlink(partial)
                throw failure
            }
            sent += done
        }
        guard close(descriptor) == 0, rename(partial, path) == 0 else {
            let failure = fault("the output cannot be put in place")
            unlink(partial)
            throw failure
        }
    }

    private static func fault(_ sentence: String) -> Refused {
        Refused(code: .badJob, detail: "\(sentence): \(String(cString: strerror(errno)))")
    }
}
