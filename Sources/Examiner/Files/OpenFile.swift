import Glibc
import PaperWire

/// A regular file opened for reading, and the identity of its bytes on disk.
struct OpenFile: ~Copyable {
    /// Equal only for the same unchanged file.
    struct Identity: Equatable {
        var device, inode: UInt
        var bytes, modifiedNS: Int
    }

    /// Longest file looked into (contract §3).
    static let maxBytes = 200 << 20

    private var descriptor: Int32
    let identity: Identity
    var bytes: Int { identity.bytes }

    init(_ path: String) throws {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw Refused(code: .badJob, detail: "the file cannot be opened: \(String(cString: strerror(errno)))") }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw Refused(code: .badJob, detail: "the path names no regular file")
        }
        guard status.st_size <= Self.maxBytes else {
            close(opened)
            throw Refused(code: .tooComplex, detail: "the file is larger than \(Self.maxBytes) bytes")
        }
        descriptor = opened
        identity = Identity(
            device: UInt(status.st_dev), inode: UInt(status.st_ino), bytes: Int(status.st_size),
            modifiedNS: status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Lends the descriptor.
    borrowing func withDescriptor<R>(_ body: (Int32) throws -> R) rethrows -> R { try body(descriptor) }

    /// Hands the descriptor over to someone who will close it.
    consuming func release() -> Int32 {
        let handed = descriptor
        descriptor = -1
        return handed
    }
}
