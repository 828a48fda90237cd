import Glibc

extension Disk {
    /// Hands out a file block by block, from its beginning to its end.
    static func eachBlock(of descriptor: Int32, _ path: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockBytes, alignment: 16)
        defer { block.deallocate() }
        var offset = 0
        while true {
            let got = try attempt("pread", path) { pread(descriptor, block.baseAddress, block.count, off_t(offset)) }
            if got == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: block[..<got]))
            offset += got
        }
    }
}

extension Disk {
    /// Writes a file that must not be there yet. Not synced: for files whose loss costs nothing.
    static func writeNew(_ bytes: [UInt8], to path: String) throws {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { try write($0, to: descriptor, path) }
    }
}
