import Glibc
import Testing
@testable import Paper

/// A folder of a test's own, removed with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/ecabinet-paper-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Disk.fault("mkdtemp", "/tmp") }
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.removeTree(path) }

    private static func removeTree(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, let names = try? Disk.names(in: path) {
            for name in names { removeTree("\(path)/\(name)") }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// Writes a file, in folders made where missing, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try Disk.makeFolders(String(file[..<file.lastIndex(of: "/")!]))
        let descriptor = try Disk.open(file, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { try Disk.write($0, to: descriptor, file) }
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String { try write(name, Array(text.utf8), mode: mode) }

    /// The file's text; nil where there is none.
    func text(_ name: String) throws -> String? {
        guard let descriptor = try Disk.openForReading("\(path)/\(name)") else { return nil }
        defer { close(descriptor) }
        return String(decoding: try Disk.read(0..<(try Disk.size(descriptor, name)), of: descriptor, name), as: UTF8.self)
    }

    /// Every file below, without folders.
    func files(_ folder: String = "") throws -> [String] {
        try Disk.names(in: "\(path)/\(folder)").flatMap { name -> [String] in
            let below = folder.isEmpty ? name : "\(folder)/\(name)"
            let isFolder = try Disk.status("\(path)/\(below)")!.st_mode & S_IFMT == S_IFDIR
            return isFolder ? try files(below) : [below]
        }
    }
}
