import CTurboJPEG
import PaperWire

/// JPEG (ISO/IEC 10918-1) to pixels and back.
enum JPEGFile {
    static let firstBytes: [UInt8] = [0xFF, 0xD8, 0xFF]
    /// 4:2:0 at this quality: a street photo of 2048 pixels is about half a megabyte.
    static let quality: Int32 = 82

    /// Read no larger than needed: the library halves while it decodes. Progressive files with more scans than any camera makes are refused.
    static func decode(_ file: [UInt8], atLeastPx sidePx: Int) throws -> PhotoPixels {
        guard let reader = tjInitDecompress() else { throw Refused(code: .tooComplex, detail: "no memory for a JPEG reader") }
        defer { tjDestroy(reader) }
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard tjDecompressHeader3(reader, file, UInt(file.count), &width, &height, &sampling, &colours) == 0 else { throw unreadable(reader) }
        try PhotoLimits.check(Int(width), Int(height))
        (width, height) = scaled(width, height, atLeastPx: Int32(sidePx))
        var failed = false
        let count = Int(width) * Int(height) * 4
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { space, used in
            used = count
            space.initialize(repeating: 0)
            failed = tjDecompress2(reader, file, UInt(file.count), space.baseAddress, width, 0, height, Int32(TJPF_BGRX.rawValue), TJFLAG_LIMITSCANS) != 0
        }
        // A warning is a blemish that every viewer overlooks; a file that ends early is not what was taken.
        if failed, tjGetErrorCode(reader) != Int32(TJERR_WARNING.rawValue) || sentence(reader).contains("Premature end") { throw unreadable(reader) }
        return PhotoPixels(widthPx: Int(width), heightPx: Int(height), bytes: bytes)
    }

    /// Holds pixels and nothing else: no EXIF, no thumbnail, no comment.
    static func encode(_ pixels: PhotoPixels) throws -> [UInt8] {
        guard let writer = tjInitCompress() else { throw Refused(code: .tooComplex, detail: "no memory for a JPEG writer") }
        defer { tjDestroy(writer) }
        var image: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(image) }
        let status = tjCompress2(
            writer, pixels.bytes, Int32(pixels.widthPx), 0, Int32(pixels.heightPx), Int32(TJPF_BGRX.rawValue), &image, &size, Int32(TJSAMP_420.rawValue), quality, 0)
        guard status == 0, let image else { throw Refused(code: .tooComplex, detail: "the photo could not be written: \(sentence(writer))") }
        return Array(UnsafeBufferPointer(start: image, count: Int(size)))
    }

    /// The smallest of the library's sizes (eighths) whose long side is not below `sidePx`.
    private static func scaled(_ width: Int32, _ height: Int32, atLeastPx sidePx: Int32) -> (Int32, Int32) {
        var count: Int32 = 0
        guard let factors = tjGetScalingFactors(&count) else { return (width, height) }
        func size(_ length: Int32, _ factor: tjscalingfactor) -> Int32 { (length * factor.num + factor.denom - 1) / factor.denom }
        let fitting = UnsafeBufferPointer(start: factors, count: Int(count)).filter { $0.num <= $0.denom && size(max(width, height), $0) >= sidePx }
        guard let factor = fitting.min(by: { $0.num * $1.denom < $1.num * $0.denom }) else { return (width, height) }
        return (size(width, factor), size(height, factor))
    }

    private static func unreadable(_ handle: tjhandle) -> Refused { Refused(code: .unreadable, detail: "no JPEG that can be read: \(sentence(handle))") }
    private static func sentence(_ handle: tjhandle) -> String { tjGetErrorStr2(handle).map { String(cString: $0) } ?? "" }
}
