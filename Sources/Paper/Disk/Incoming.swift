import Glibc

/// The folder where files grow before they get their name: on the same file system as their place, so that a
/// rename is atomic.
///
/// A file whose writer lives is locked (flock), because several nodes may share the folder: what nobody locks was
/// left behind by a crash.
struct Incoming: Sendable {
    let folder: String

    /// Makes the folder and removes what crashed writers left.
    init(folder: String) throws {
        self.folder = folder
        try Disk.makeFolders(folder)
        for name in try Disk.names(in: folder) {
            try removeIfAbandoned(folder + "/" + name)
        }
    }

    /// A name nobody uses, for a writer elsewhere (a worker); nothing is created.
    func freshPath(_ suffix: String = "") -> String {
        var random = SystemRandomNumberGenerator()
        return "\(folder)/\(getpid())-\(String(random.next(), radix: 36))\(suffix)"
    }

    /// A new, empty, locked file.
    func create() throws -> (descriptor: Int32, path: String) {
        while true {
            let path = freshPath()
            let descriptor = try Disk.open(path, O_RDWR | O_CREAT | O_EXCL)
            // Between creation and lock a starting node may have taken the file for an abandoned one.
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0, try Disk.status(path) != nil { return (descriptor, path) }
            close(descriptor)
        }
    }

    private func removeIfAbandoned(_ path: String) throws {
        guard let descriptor = try Disk.openForReading(path) else { return }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try Disk.remove(path) }
    }
}
