import Glibc

extension FileKind {
    /// A PDF's header stands within its first 1024 bytes (ISO 32000-1, Annex H.3, implementation note 13).
    static let pdfHeaderWithinBytes = 1024

    /// Told from bytes at hand. Total: any bytes have an answer.
    public static func sniff(_ bytes: [UInt8]) -> FileKind {
        sniff(FileBytes(count: bytes.count) { Array(bytes[$0]) })
    }

    /// Told from a file; reads the places that matter, at most about a mebibyte. Nil where there is no such file. Blocks.
    static func sniff(fileAt path: String) throws -> FileKind? {
        guard let descriptor = try Disk.openForReading(path) else { return nil }
        defer { close(descriptor) }
        return try sniff(FileBytes(count: try Disk.size(descriptor, path)) { range throws in try Disk.read(range, of: descriptor, path) })
    }

    static func sniff<Failure>(_ file: FileBytes<Failure>) throws(Failure) -> FileKind {
        let head = try file.read(at: 0, count: pdfHeaderWithinBytes)
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x49, 0x49, 0x2A, 0x00]) || head.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) { return .tiff }
        if head.starts(with: ZipDirectory.firstBytes) { return try ZipDirectory.kind(of: file) }
        if head.starts(with: CompoundFile.firstBytes) { return try CompoundFile.kind(of: file) }
        return head.holds(Array("%PDF-".utf8)) ? .pdf : .unknown
    }
}

extension [UInt8] {
    /// Whether `part` stands somewhere in it, whole.
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard count >= part.count else { return false }
        return (0...(count - part.count)).contains { self[$0...].starts(with: part) }
    }
}
