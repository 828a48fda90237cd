import Glibc

/// Calls to the file system, each blocking: for threads of a pool, never for the cooperative one.
///
/// Every failure is a `PaperFault.disk` that names the call, the path and errno.
enum Disk {
    /// Bytes moved per system call when a whole file is read or copied.
    static let blockBytes = 256 << 10

    static func fault(_ operation: String, _ path: String) -> PaperFault {
        .disk(operation: operation, path: path, code: errno)
    }

    /// Repeats a call that a signal interrupted; throws on -1.
    @discardableResult
    static func attempt<N: SignedInteger>(_ operation: String, _ path: String, _ call: () -> N) throws -> N {
        while true {
            let result = call()
            if result != -1 { return result }
            if errno != EINTR { throw fault(operation, path) }
        }
    }

    /// The path with the working folder before it where it was relative: workers may stand elsewhere.
    static func absolute(_ path: String) throws -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { throw fault("getcwd", path) }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws -> Int32 {
        try attempt("open", path) { Glibc.open(path, flags | O_CLOEXEC, mode) }
    }

    /// Opens a regular file for reading; nil where nothing of that name exists. A link, folder or device is refused.
    static func openForReading(_ path: String) throws -> Int32? {
        let descriptor: Int32
        do {
            // O_NONBLOCK: opening a FIFO somebody left here must not wait for a writer.
            descriptor = try open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        } catch PaperFault.disk(_, _, ENOENT) {
            return nil
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            Glibc.close(descriptor)
            throw PaperFault.disk(operation: "open", path: path, code: EINVAL)
        }
        return descriptor
    }

    /// Size, times and identity; nil where nothing of that name exists. Links are not followed.
    static func status(_ path: String) throws -> stat? {
        var status = stat()
        if lstat(path, &status) == 0 { return status }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw fault("lstat", path)
    }

    static func size(_ descriptor: Int32, _ path: String) throws -> Int {
        var status = stat()
        try attempt("fstat", path) { fstat(descriptor, &status) }
        return Int(status.st_size)
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let written = try attempt("write", path) { Glibc.write(descriptor, part.baseAddress, part.count) }
            rest = rest.dropFirst(written)
        }
    }

    /// Bytes of `range`; fewer where the file ends before.
    static func read(_ range: Range<Int>, of descriptor: Int32, _ path: String) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<range.count])
                let got = try attempt("pread", path) { pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + filled)) }
                if got == 0 { break }
                filled += got
            }
        }
    }

    static func sync(_ descriptor: Int32, _ path: String) throws {
        try attempt("fsync", path) { fsync(descriptor) }
    }

    /// Makes names in a folder last: a rename survives a power cut only when its folder was synced.
    static func syncFolder(_ path: String) throws {
        let descriptor = try open(path, O_RDONLY | O_DIRECTORY)
        defer { Glibc.close(descriptor) }
        try sync(descriptor, path)
    }

    /// Makes one folder, readable by the server's account alone; true where it was not there before.
    @discardableResult
    static func makeFolder(_ path: String) throws -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        if errno == EEXIST { return false }
        throw fault("mkdir", path)
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String) throws {
        if try status(path) != nil { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolders(String(path[..<slash])) }
        try makeFolder(path)
    }

    static func rename(_ path: String, to target: String) throws {
        try attempt("rename", target) { Glibc.rename(path, target) }
    }

    /// Removes a file; one that is gone already is no error.
    static func remove(_ path: String) throws {
        if unlink(path) == 0 || errno == ENOENT { return }
        throw fault("unlink", path)
    }

    /// Names in a folder, without `.` and `..`, in byte order; none where the folder does not exist.
    static func names(in path: String) throws -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw fault("opendir", path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                if errno != 0 { throw fault("readdir", path) }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
