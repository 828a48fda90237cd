import CZlib
import PaperWire

/// Encodes pixels as PNG (ISO/IEC 15948), fast rather than small: the image is made while someone waits.
///
/// Papers are mostly black on white, so a page without colour is written with one byte a pixel instead of three,
/// and the cheapest deflate level is used; cairo's own writer takes twenty times as long.
enum PNGImage {
    static let compressionLevel: Int32 = 1
    private static let memoryLevel: Int32 = 9
    private static let windowBits: Int32 = 15
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let grey: UInt8 = 0
    private static let trueColour: UInt8 = 2

    static func encode(_ pixels: Raster.Pixels) throws -> [UInt8] {
        let isGrey = isWithoutColour(pixels)
        var header = bigEndian(UInt32(pixels.widthPx)) + bigEndian(UInt32(pixels.heightPx))
        header += [8, isGrey ? grey : trueColour, 0, 0, 0]
        let scanlines = isGrey ? greyScanlines(pixels) : colourScanlines(pixels)
        var image = signature
        append(&image, "IHDR", header)
        append(&image, "IDAT", try deflated(scanlines))
        append(&image, "IEND", [])
        return image
    }

    private static func isWithoutColour(_ pixels: Raster.Pixels) -> Bool {
        for row in 0..<pixels.heightPx {
            let line = UnsafeRawPointer(pixels.base + row * pixels.strideBytes).assumingMemoryBound(to: UInt32.self)
            var difference: UInt32 = 0
            for column in 0..<pixels.widthPx {
                let pixel = line[column]
                difference |= (pixel ^ pixel >> 8) & 0xFFFF
            }
            if difference != 0 { return false }
        }
        return true
    }

    /// Each line is preceded by its filter type, 0: pages of text compress best as they are.
    private static func greyScanlines(_ pixels: Raster.Pixels) -> [UInt8] {
        let width = pixels.widthPx
        return [UInt8](unsafeUninitializedCapacity: (width + 1) * pixels.heightPx) { space, count in
            var out = space.baseAddress!
            for row in 0..<pixels.heightPx {
                let line = UnsafeRawPointer(pixels.base + row * pixels.strideBytes).assumingMemoryBound(to: UInt32.self)
                out[0] = 0
                for column in 0..<width { out[column + 1] = UInt8(truncatingIfNeeded: line[column]) }
                out += width + 1
            }
            count = (width + 1) * pixels.heightPx
        }
    }

    private static func colourScanlines(_ pixels: Raster.Pixels) -> [UInt8] {
        let width = pixels.widthPx
        let lineBytes = width * 3 + 1
        return [UInt8](unsafeUninitializedCapacity: lineBytes * pixels.heightPx) { space, count in
            var out = space.baseAddress!
            for row in 0..<pixels.heightPx {
                let line = UnsafeRawPointer(pixels.base + row * pixels.strideBytes).assumingMemoryBound(to: UInt32.self)
                out[0] = 0
                var at = 1
                for column in 0..<width {
                    let pixel = line[column]
                    out[at] = UInt8(truncatingIfNeeded: pixel >> 16)
                    out[at + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
                    out[at + 2] = UInt8(truncatingIfNeeded: pixel)
                    at += 3
                }
                out += lineBytes
            }
            count = lineBytes * pixels.heightPx
        }
    }

    private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, compressionLevel, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw Refused(code: .tooComplex, detail: "no memory to compress the image")
        }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, uLong(bytes.count)))
        var status = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { space, count in
            bytes.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = uInt(input.count)
                stream.next_out = space.baseAddress
                stream.avail_out = uInt(bound)
                status = deflate(&stream, Z_FINISH)
                count = bound - Int(stream.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw Refused(code: .tooComplex, detail: "the image could not be compressed") }
        return packed
    }

    private static func append(_ image: inout [UInt8], _ type: String, _ body: [UInt8]) {
        let typed = Array(type.utf8) + body
        image += bigEndian(UInt32(body.count)) + typed
        image += bigEndian(UInt32(truncatingIfNeeded: crc32(0, typed, uInt(typed.count))))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
}
