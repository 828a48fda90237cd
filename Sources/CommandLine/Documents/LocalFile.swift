import Crypto
import Foundation
import Proof

#if canImport(Glibc)
    import Glibc
#endif

/// A file on this machine.
struct LocalFile: Sendable {
    /// Read at a time, so that a file never has to fit in memory.
    private static let chunkBytes = 1 << 20

    let path: String

    /// What its bytes are, at the moment they were read.
    struct Measure: Sendable {
        var bytes: Int64
        /// The digest itself, 32 bytes.
        var digest: [UInt8]
        /// Lower-case hex.
        var sha256: String { Hex.encode(digest) }
    }

    var url: URL { URL(fileURLWithPath: path) }
    var name: String { url.lastPathComponent.precomposedStringWithCanonicalMapping }
    /// The name without its extension: a title until somebody finds a better one.
    var stem: String { url.deletingPathExtension().lastPathComponent.precomposedStringWithCanonicalMapping }

    /// Size and SHA-256. Refuses what is no regular file.
    func measured() throws(Failure) -> Measure {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                throw Failure.local(Tongue.pick(vi: "\(path) không phải là tệp.", en: "\(path) is not a file."))
            }
            let handle = try FileHandle(forReadingFrom: url)
            defer { handle.closeFile() }
            var hash = SHA256()
            var bytes: Int64 = 0
            while let chunk = try handle.read(upToCount: Self.chunkBytes), !chunk.isEmpty {
                hash.update(data: chunk)
                bytes += Int64(chunk.count)
            }
            return Measure(bytes: bytes, digest: Array(hash.finalize()))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .local(Tongue.pick(vi: "Không đọc được \(path): \(error.localizedDescription)", en: "Cannot read \(path): \(error.localizedDescription)"))
        }
    }

    /// Writes the file beside itself and renames it when `write` has succeeded: a failure leaves the old one as it was.
    func replaced(_ write: (FileHandle) async throws(Failure) -> Void) async throws(Failure) -> Measure {
        let fresh = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: fresh.path, contents: nil), let handle = FileHandle(forWritingAtPath: fresh.path) else {
            throw .local(Tongue.pick(vi: "Không ghi được \(path).", en: "Cannot write \(path)."))
        }
        do {
            try await write(handle)
            try handle.synchronize()
            try handle.close()
            let measure = try LocalFile(path: fresh.path).measured()
            guard rename(fresh.path, url.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            return measure
        } catch {
            unlink(fresh.path)
            throw error as? Failure ?? .local("\(error.localizedDescription)")
        }
    }
}
