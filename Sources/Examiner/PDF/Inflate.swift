import CZlib

/// Decompresses zlib data (RFC 1950), within a limit.
enum Inflate {
    static let maxBytes = 128 << 20
    private static let chunkBytes = 64 << 10
    private static let windowBits: Int32 = 15

    /// What is there before the first error counts: writers that cut the checksum are common.
    static func decode(_ source: ByteSource, _ range: Range<Int>, budget: Budget) throws -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw PDFFault.tooComplex("no memory to decompress")
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: source.base + range.lowerBound)
        stream.avail_in = uInt(range.count)
        var out: [UInt8] = []
        var status = Z_OK
        while status == Z_OK {
            let before = out.count
            let chunk = [UInt8](unsafeUninitializedCapacity: max(chunkBytes, min(out.count, 4 << 20))) { space, count in
                stream.next_out = space.baseAddress
                stream.avail_out = uInt(space.count)
                status = inflate(&stream, Z_NO_FLUSH)
                count = space.count - Int(stream.avail_out)
            }
            out += chunk
            try budget.inflated(chunk.count)
            if out.count > maxBytes { throw PDFFault.tooComplex("a stream inflates to more than \(maxBytes) bytes") }
            if out.count == before { break }
        }
        guard status == Z_STREAM_END || !out.isEmpty else { throw PDFFault.malformed("a stream cannot be decompressed") }
        return out
    }
}
