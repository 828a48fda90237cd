import Glibc

/// Reads the regular files of a folder, sorted by name, without going deeper.
enum Folder {
    static let maxFiles = 4096

    /// None for a folder that does not exist.
    static func files(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder), names.count < maxFiles {
            let name = withUnsafePointer(to: entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(path + "/" + name) }
        }
        return names.sorted()
    }

    /// The bytes of a regular file of at most `maxBytes`; nil otherwise.
    static func bytes(of path: String, maxBytes: Int) -> [UInt8]? {
        guard let source = try? ByteSource(mapping: path), source.count <= maxBytes else { return nil }
        return source.bytes(0..<source.count)
    }
}
