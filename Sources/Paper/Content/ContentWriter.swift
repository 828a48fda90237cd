import Crypto
import Glibc
import NIOPosix
import Synchronization

/// New content on its way into the store: hashed and counted as it comes, named only when it is whole.
///
/// Bytes are on `temporaryPath` as soon as `append` returns, so a worker may look at them before `commit` or `discard`.
/// After a failed `append`, a `commit` or a `discard` the writer is used up. One task at a time.
public final class ContentWriter: Sendable {
    private struct State {
        var descriptor: Int32?
        var hash = SHA256()
        var bytes = 0
    }

    /// Where the bytes lie until `commit`; absolute.
    public let temporaryPath: String
    public let limitBytes: Int
    private let store: ContentStore
    private let state: Mutex<State>

    /// Blocks: creates the temporary file.
    init(store: ContentStore, limitBytes: Int) throws {
        let file = try store.incoming.create()
        self.store = store
        self.limitBytes = limitBytes
        temporaryPath = file.path
        state = Mutex(State(descriptor: file.descriptor))
    }

    deinit { abandon() }

    /// Bytes so far.
    public var bytes: Int { state.withLock { $0.bytes } }

    /// The digest of the bytes so far.
    public var sha256: ContentDigest { state.withLock { ContentDigest($0.hash.finalize()) } }

    /// Adds bytes. More than `limitBytes` in all is `PaperFault.tooLarge`, and nothing of the content is kept.
    public func append(_ bytes: some RandomAccessCollection<UInt8> & Sendable) async throws {
        try await store.threads.runIfActive {
            let done: Void? = try bytes.withContiguousStorageIfAvailable { try self.write(UnsafeRawBufferPointer($0)) }
            if done == nil { try Array(bytes).withUnsafeBytes { try self.write($0) } }
        }
    }

    /// What the bytes so far are, by their magic bytes.
    public func kind() async throws -> FileKind {
        try await store.threads.runIfActive { [temporaryPath] in
            guard let kind = try FileKind.sniff(fileAt: temporaryPath) else {
                throw PaperFault.disk(operation: "open", path: temporaryPath, code: ENOENT)
            }
            return kind
        }
    }

    /// Gives the content its name, durably. The same content a second time is the file that is there already.
    public func commit() async throws -> StoredContent {
        try await store.threads.runIfActive { try self.finish() }
    }

    /// Drops the content.
    public func discard() async throws {
        try await store.threads.runIfActive { self.abandon() }
    }

    /// `append`, blocking.
    func write(_ part: UnsafeRawBufferPointer) throws {
        do {
            try state.withLock { state in
                let descriptor = try open(state)
                guard part.count <= limitBytes - state.bytes else { throw PaperFault.tooLarge(limitBytes: limitBytes) }
                try Disk.write(part, to: descriptor, temporaryPath)
                state.hash.update(bufferPointer: part)
                state.bytes += part.count
            }
        } catch {
            abandon()
            throw error
        }
    }

    /// `commit`, blocking.
    func finish() throws -> StoredContent {
        defer { abandon() }
        return try state.withLock { state in
            let descriptor = try open(state)
            let digest = ContentDigest(state.hash.finalize())
            let shelf = store.shelf(of: digest)
            let path = store.path(of: digest)
            if try Disk.makeFolder(shelf) { try Disk.syncFolder(store.folder) }
            // A file of another size is damaged: what comes now is whole, so it takes the place.
            if try Disk.status(path).map({ Int($0.st_size) }) != state.bytes {
                try Disk.attempt("fchmod", temporaryPath) { fchmod(descriptor, 0o440) }
                try Disk.sync(descriptor, temporaryPath)
                try Disk.rename(temporaryPath, to: path)
                close(descriptor)
                state.descriptor = nil
            }
            // Also for content that was there: whoever put it there may not have come this far.
            try Disk.syncFolder(shelf)
            return StoredContent(sha256: digest, bytes: state.bytes, path: path)
        }
    }

    private func open(_ state: borrowing State) throws -> Int32 {
        guard let descriptor = state.descriptor else { throw PaperFault.disk(operation: "write", path: temporaryPath, code: EBADF) }
        return descriptor
    }

    private func abandon() {
        state.withLock { state in
            guard let descriptor = state.descriptor else { return }
            state.descriptor = nil
            // Unlinked while still locked. A failure leaves a file that the next start removes.
            unlink(temporaryPath)
            close(descriptor)
        }
    }
}
