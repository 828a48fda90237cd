import Glibc
import NIOPosix

/// Content opened for reading; closes itself when dropped. Any number of tasks may read at once.
public final class ContentReader: Sendable {
    /// Size of the content.
    public let bytes: Int
    private let descriptor: Int32
    private let path: String
    private let threads: NIOThreadPool

    init(owning descriptor: Int32, path: String, threads: NIOThreadPool) throws {
        self.descriptor = descriptor
        self.path = path
        self.threads = threads
        do {
            bytes = try Disk.size(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Bytes of `range`, fewer where the content ends before; at most `ContentStore.maxReadBytes`, else `PaperFault.tooLarge`.
    public func read(_ range: Range<Int>) async throws -> [UInt8] {
        let range = range.clamped(to: 0..<bytes)
        guard range.count <= ContentStore.maxReadBytes else { throw PaperFault.tooLarge(limitBytes: ContentStore.maxReadBytes) }
        return try await threads.runIfActive { try Disk.read(range, of: self.descriptor, self.path) }
    }

    /// The bytes of `range` (all where nil) piece by piece, for streaming an answer.
    public func chunks(_ range: Range<Int>? = nil) -> ContentChunks {
        ContentChunks(reader: self, range: (range ?? 0..<bytes).clamped(to: 0..<bytes))
    }

    func shortened() -> PaperFault { .disk(operation: "pread", path: path, code: EIO) }
}
