import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// What `login` leaves behind: one server and a token for it, readable by the user alone.
struct Credentials: Codable, Sendable {
    var server: ServerAddress
    var username: String
    var token: String
    /// RFC 3339.
    var expiresAt: String

    /// `$XDG_CONFIG_HOME/ecabinet/credentials.json` (XDG Base Directory Specification).
    static var file: URL {
        let environment = ProcessInfo.processInfo.environment
        let folder =
            if let named = environment["XDG_CONFIG_HOME"], named.hasPrefix("/") {
                URL(fileURLWithPath: named, isDirectory: true)
            } else {
                FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config", isDirectory: true)
            }
        return folder.appendingPathComponent("ecabinet", isDirectory: true).appendingPathComponent("credentials.json")
    }

    /// Nil when nobody has logged in.
    static func stored() throws(Failure) -> Credentials? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            return try JSONDecoder().decode(Credentials.self, from: Data(contentsOf: file))
        } catch {
            // The error may quote the file, and the file holds a token.
            throw .local(Tongue.pick(vi: "Không đọc được \(file.path); hãy đăng nhập lại.", en: "Cannot read \(file.path); log in again."))
        }
    }

    /// Writes a new file beside the old one and renames it, so that no reader sees half a token or a wider mode.
    func store() throws(Failure) {
        let folder = Self.file.deletingLastPathComponent()
        let fresh = folder.appendingPathComponent("credentials.\(UUID().uuidString).json")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let bytes = try encoder.encode(self)
            let descriptor = open(fresh.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: bytes)
            try handle.synchronize()
            try handle.close()
            guard rename(fresh.path, Self.file.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        } catch {
            throw .local(
                Tongue.pick(
                    vi: "Không ghi được \(Self.file.path): \(error.localizedDescription).",
                    en: "Cannot write \(Self.file.path): \(error.localizedDescription)."))
        }
    }

    static func forget() throws(Failure) {
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw .local(
                Tongue.pick(
                    vi: "Không xóa được \(file.path): \(error.localizedDescription).",
                    en: "Cannot remove \(file.path): \(error.localizedDescription)."))
        }
    }
}
