import Glibc

/// The files of the render cache, `<sha256>/<page>-<width>.png`. Every call blocks.
///
/// Nothing is synced: an image cut short by a power failure is seen by its missing end and drawn again.
struct ImageShelf: Sendable {
    struct Key: Hashable, Sendable {
        let sha256: ContentDigest
        let page, widthPx: Int
    }

    struct Survey: Sendable {
        var files: [(path: String, bytes: Int, usedAtMS: Int)] = []
        var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
    }

    /// An image's time of use is noted at most this often, so that reading does not always write.
    private static let notedEveryMS = 60_000
    private static let firstBytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// The empty IEND chunk that ends every PNG file.
    private static let lastBytes: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    let folder: String
    let incoming: Incoming
    let maxImageBytes: Int

    init(_ configuration: PageImages.Configuration) throws {
        folder = try Disk.absolute(configuration.folder)
        incoming = try Incoming(folder: folder + "/.incoming")
        maxImageBytes = configuration.maxImageBytes
    }

    func path(of key: Key) -> String { "\(folder)/\(key.sha256.hex)/\(key.page)-\(key.widthPx).png" }

    /// The image, noted as used; nil where there is none. A damaged one is removed and counts as none.
    func read(_ key: Key) throws -> [UInt8]? {
        let path = path(of: key)
        guard let descriptor = try Disk.openForReading(path) else { return nil }
        defer { close(descriptor) }
        guard let png = try whole(descriptor, path) else {
            try Disk.remove(path)
            return nil
        }
        try noteUse(of: descriptor, path)
        return png
    }

    /// Gives a worker's output its name in the cache. Nil where the file is no whole PNG within the limit: what a worker
    /// says about its output is not believed.
    func admit(_ output: String, as key: Key) throws -> [UInt8]? {
        guard let descriptor = try Disk.openForReading(output) else { return nil }
        defer { close(descriptor) }
        guard let png = try whole(descriptor, output) else { return nil }
        let path = path(of: key)
        do {
            try Disk.makeFolder("\(folder)/\(key.sha256.hex)")
            try Disk.rename(output, to: path)
        } catch PaperFault.disk(_, _, ENOENT) {
            // A sweep took the empty folder between the two calls.
            try Disk.makeFolder("\(folder)/\(key.sha256.hex)")
            try Disk.rename(output, to: path)
        }
        return png
    }

    func survey() throws -> Survey {
        var survey = Survey()
        for name in try Disk.names(in: folder) where ContentDigest(hex: name) != nil {
            for file in try Disk.names(in: "\(folder)/\(name)") {
                let path = "\(folder)/\(name)/\(file)"
                guard let status = try Disk.status(path) else { continue }
                survey.files.append((path, Int(status.st_size), status.st_mtim.milliseconds))
            }
        }
        return survey
    }

    /// Removes the images used longest ago until at most `keptBytes` are left; returns what is left.
    func sweep(to keptBytes: Int) throws -> Int {
        let survey = try survey()
        var left = survey.bytes
        for file in survey.files.sorted(by: { $0.usedAtMS < $1.usedAtMS }) where left > keptBytes {
            try Disk.remove(file.path)
            left -= file.bytes
            // Fails while other images of the paper are left, which is as it should be.
            rmdir(String(file.path[..<file.path.lastIndex(of: "/")!]))
        }
        return left
    }

    /// Removes all images of a paper; returns how many bytes they were.
    func forget(_ sha256: ContentDigest) throws -> Int {
        let folder = "\(folder)/\(sha256.hex)"
        var bytes = 0
        for name in try Disk.names(in: folder) {
            bytes += try Disk.status("\(folder)/\(name)").map { Int($0.st_size) } ?? 0
            try Disk.remove("\(folder)/\(name)")
        }
        rmdir(folder)
        return bytes
    }

    private func whole(_ descriptor: Int32, _ path: String) throws -> [UInt8]? {
        let size = try Disk.size(descriptor, path)
        guard size <= maxImageBytes else { return nil }
        let png = try Disk.read(0..<size, of: descriptor, path)
        return png.starts(with: Self.firstBytes) && png.suffix(Self.lastBytes.count).elementsEqual(Self.lastBytes) ? png : nil
    }

    private func noteUse(of descriptor: Int32, _ path: String) throws {
        var status = stat()
        try Disk.attempt("fstat", path) { fstat(descriptor, &status) }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        if now.milliseconds - status.st_mtim.milliseconds > Self.notedEveryMS { try Disk.attempt("futimens", path) { futimens(descriptor, nil) } }
    }
}

extension timespec {
    var milliseconds: Int { tv_sec * 1000 + tv_nsec / 1_000_000 }
}
