import Crypto
import Glibc
public import NIOPosix

/// The folder of trust anchors (`*.pem`, `*.crt`) and revocation lists (`*.crl`, `crl/*`): which files, and their version.
///
/// Certificates are not parsed here, that is the worker's. Files are read again only when the folder looks different
/// (names, sizes, times, inodes), so asking before every verification is cheap. A folder that does not exist is an empty list.
public actor TrustFolder {
    public static let maxFiles = 4096
    public static let maxFileBytes = 64 << 20
    /// A certificate is a few thousand bytes; a bundle of roots a few hundred thousand.
    public static let maxAnchorBytes = 1 << 20
    private static let attempts = 3

    let folder: String
    let threads: NIOThreadPool
    private var known: (look: [String], list: TrustList)?

    public init(folder: String, threads: NIOThreadPool = .singleton) throws {
        self.folder = try Disk.absolute(folder)
        self.threads = threads
    }

    /// The list as it is now. Throws `PaperFault`: `disk`, or `tooLarge` for a folder beyond the limits.
    public func current() async throws -> TrustList {
        let (folder, known) = (folder, known)
        let fresh = try await threads.runIfActive { () throws -> ([String], TrustList) in
            var look = try Self.look(at: folder)
            if let known, known.look == look { return known }
            for _ in 1..<Self.attempts {
                let list = try Self.read(folder)
                let after = try Self.look(at: folder)
                if after == look { return (look, list) }
                look = after
            }
            // Somebody copies files in while we read; the next call will see another look and read once more.
            return ([], try Self.read(folder))
        }
        self.known = (look: fresh.0, list: fresh.1)
        return fresh.1
    }

    /// Names that count, sorted: anchors and lists in the folder, everything in `crl`.
    private static func names(in folder: String) throws -> [String] {
        let top = try Disk.names(in: folder).filter { isAnchor($0) || $0.lowercased().hasSuffix(".crl") }
        let below = try Disk.names(in: folder + "/crl").map { "crl/" + $0 }
        let all = (top + below).filter { !$0.hasPrefix(".") && !$0.hasPrefix("crl/.") }
        guard all.count <= maxFiles else { throw PaperFault.tooLarge(limitBytes: maxFiles) }
        return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isAnchor(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix(".pem") || name.hasSuffix(".crt")
    }

    /// One line a file, which differs when the file does. The change time is in it, because a copy may keep the old
    /// modification time.
    private static func look(at folder: String) throws -> [String] {
        try names(in: folder).map { name in
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0 else { return "\(name) gone" }
            return "\(name) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
        }
    }

    private static func read(_ folder: String) throws -> TrustList {
        var hash = SHA256()
        var read: [String] = []
        var fingerprints: [String: [String]] = [:]
        for name in try names(in: folder) {
            let path = "\(folder)/\(name)"
            // Links are followed here, unlike in the store: an operator may link the system's own anchors.
            guard let descriptor = try open(path) else { continue }
            defer { close(descriptor) }
            var status = stat()
            try Disk.attempt("fstat", path) { fstat(descriptor, &status) }
            guard status.st_mode & S_IFMT == S_IFREG else { continue }
            let size = Int(status.st_size)
            guard size <= maxFileBytes else { throw PaperFault.tooLarge(limitBytes: maxFileBytes) }
            // With both lengths, or a byte could move from a name into a file unseen.
            hash.update(data: Array("\(name.utf8.count) \(name) \(size) ".utf8))
            let bytes = try Disk.read(0..<size, of: descriptor, path)
            hash.update(data: bytes)
            read.append(name)
            if isAnchor(name), !name.hasPrefix("crl/"), size <= maxAnchorBytes { fingerprints[name] = AnchorFile(bytes).fingerprints }
        }
        var list = TrustList(
            version: String(ContentDigest(hash.finalize()).hex.prefix(16)), anchors: read.filter { !$0.hasPrefix("crl/") && isAnchor($0) },
            revocationLists: read.filter { $0.hasPrefix("crl/") || !isAnchor($0) }, folder: folder)
        list.fingerprints = fingerprints
        return list
    }

    /// Nil for a file that has just gone, or a link to nothing.
    private static func open(_ path: String) throws -> Int32? {
        do { return try Disk.open(path, O_RDONLY | O_NONBLOCK) } catch PaperFault.disk(_, _, ENOENT) { return nil }
    }
}
