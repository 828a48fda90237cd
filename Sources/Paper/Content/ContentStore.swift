import Crypto
import Glibc
public import NIOPosix

/// Bytes by their SHA-256, at `DIR/documents/ab/abcd…`; the same content twice is one file.
///
/// A file gets its name only when it is whole and synced, so whatever has a name is complete. Files are never changed
/// and never removed here. Blocking calls run on `threads`.
public final class ContentStore: Sendable {
    /// Largest content accepted unless a writer is given another limit (contract: 200 MiB).
    public static let defaultLimitBytes = 200 << 20
    /// Largest piece one `read` returns; for more use a reader's chunks.
    public static let maxReadBytes = 8 << 20

    let folder: String
    let incoming: Incoming
    let threads: NIOThreadPool

    /// Opens or makes the store and removes what crashed writers left. Blocks; for start-up.
    public init(folder: String, threads: NIOThreadPool = .singleton) throws {
        self.folder = try Disk.absolute(folder)
        self.threads = threads
        incoming = try Incoming(folder: self.folder + "/.incoming")
    }

    /// Where content with this digest lies, or would lie.
    public func path(of sha256: ContentDigest) -> String {
        Self.path(of: sha256, in: folder)
    }

    /// The same for whoever has the folder's name and no store open.
    public static func path(of sha256: ContentDigest, in folder: String) -> String {
        "\(folder)/\(sha256.hex.prefix(2))/\(sha256.hex)"
    }

    func shelf(of sha256: ContentDigest) -> String {
        "\(folder)/\(sha256.hex.prefix(2))"
    }

    /// Whether the store holds this content.
    public func contains(_ sha256: ContentDigest) async throws -> Bool {
        try await find(sha256) != nil
    }

    /// The content with this digest; nil where the store has none.
    public func find(_ sha256: ContentDigest) async throws -> StoredContent? {
        let path = path(of: sha256)
        return try await threads.runIfActive {
            try Disk.status(path).map { StoredContent(sha256: sha256, bytes: Int($0.st_size), path: path) }
        }
    }

    /// A writer for new content. One that is dropped without `commit` leaves nothing.
    public func writer(limitBytes: Int = ContentStore.defaultLimitBytes) async throws -> ContentWriter {
        try await threads.runIfActive { try ContentWriter(store: self, limitBytes: limitBytes) }
    }

    /// Stores bytes at hand.
    public func store(_ bytes: [UInt8]) async throws -> StoredContent {
        let writer = try await writer(limitBytes: max(bytes.count, Self.defaultLimitBytes))
        try await writer.append(bytes)
        return try await writer.commit()
    }

    /// Takes over a file that was written elsewhere (a resumed upload, a worker's output): copies it in, then removes it.
    ///
    /// Copied and not renamed, because whoever wrote it may still hold it open. A link or device is refused (`disk`, EINVAL),
    /// a missing file is `disk`, ENOENT.
    public func adopt(fileAt path: String, limitBytes: Int = ContentStore.defaultLimitBytes) async throws -> StoredContent {
        try await threads.runIfActive {
            guard let source = try Disk.openForReading(path) else { throw PaperFault.disk(operation: "open", path: path, code: ENOENT) }
            defer { close(source) }
            let writer = try ContentWriter(store: self, limitBytes: limitBytes)
            try Disk.eachBlock(of: source, path) { try writer.write($0) }
            let stored = try writer.finish()
            try Disk.remove(path)
            return stored
        }
    }

    /// Opens content for reading; `PaperFault.missing` where the store has none.
    public func open(_ sha256: ContentDigest) async throws -> ContentReader {
        let path = path(of: sha256)
        return try await threads.runIfActive { [threads] in
            guard let descriptor = try Disk.openForReading(path) else { throw PaperFault.missing(sha256) }
            return try ContentReader(owning: descriptor, path: path, threads: threads)
        }
    }

    /// Bytes of `range`, fewer where the content ends before; at most `maxReadBytes`, else `tooLarge`.
    public func read(_ sha256: ContentDigest, range: Range<Int>) async throws -> [UInt8] {
        try await open(sha256).read(range)
    }

    /// Whether the stored bytes still have the digest they are named by; reads the whole file.
    public func isIntact(_ sha256: ContentDigest) async throws -> Bool {
        let path = path(of: sha256)
        return try await threads.runIfActive {
            guard let descriptor = try Disk.openForReading(path) else { throw PaperFault.missing(sha256) }
            defer { close(descriptor) }
            var hash = SHA256()
            try Disk.eachBlock(of: descriptor, path) { hash.update(bufferPointer: $0) }
            return ContentDigest(hash.finalize()) == sha256
        }
    }

    /// What stored content is, by its magic bytes.
    public func kind(of sha256: ContentDigest) async throws -> FileKind {
        let path = path(of: sha256)
        return try await threads.runIfActive {
            guard let kind = try FileKind.sniff(fileAt: path) else { throw PaperFault.missing(sha256) }
            return kind
        }
    }
}
