import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Content and detached signature as one `multipart/form-data` body (RFC 7578), on disk because content may be large.
struct DetachedForm: Sendable {
    private static let chunkBytes = 1 << 20

    let file: LocalFile
    let contentType: String

    /// Parts `content` and `signature`, as contract §3 names them.
    init(content: LocalFile, signature: LocalFile) throws(Failure) {
        let boundary = "ecabinet-\(UUID().uuidString)"
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("ecabinet-\(UUID().uuidString)")
        file = LocalFile(path: place.path)
        contentType = "multipart/form-data; boundary=\(boundary)"
        // Readable for nobody else: the content may not be meant for all users of this machine.
        let descriptor = open(place.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .local("\(place.path): \(String(cString: strerror(errno)))") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            for (name, part) in [("content", content), ("signature", signature)] {
                let head = """
                    --\(boundary)\r
                    Content-Disposition: form-data; name="\(name)"; filename="\(name)"\r
                    Content-Type: application/octet-stream\r
                    \r

                    """
                try handle.write(contentsOf: Data(head.utf8))
                _ = try part.measured()
                let source = try FileHandle(forReadingFrom: part.url)
                while let chunk = try source.read(upToCount: Self.chunkBytes), !chunk.isEmpty { try handle.write(contentsOf: chunk) }
                try source.close()
                try handle.write(contentsOf: Data("\r\n".utf8))
            }
            try handle.write(contentsOf: Data("--\(boundary)--\r\n".utf8))
            try handle.close()
        } catch {
            unlink(place.path)
            throw error as? Failure ?? .local("\(error.localizedDescription)")
        }
    }

    func discard() { unlink(file.path) }
}
