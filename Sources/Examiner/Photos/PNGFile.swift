import CPoppler
import PaperWire

/// PNG to pixels, on white where it is transparent.
enum PNGFile {
    static let firstBytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// Width and height stand at fixed places (ISO/IEC 15948 §11.2.2).
    private static let widthAt = 16
    private static let heightAt = 20
    /// A PNG cannot be read smaller than it is.
    private static let maxPixels = 48 << 20

    static func decode(path: String, _ file: [UInt8]) throws -> PhotoPixels {
        guard file.count > heightAt + 4 else { throw Refused(code: .unreadable, detail: "the PNG ends in its header") }
        let (width, height) = (bigEndian(file, widthAt), bigEndian(file, heightAt))
        try PhotoLimits.check(width, height)
        guard width * height <= maxPixels else { throw Refused(code: .tooComplex, detail: "a PNG of \(width) × \(height) pixels") }
        guard let image = cairo_image_surface_create_from_png(path) else { throw Refused(code: .tooComplex, detail: "no memory for a PNG") }
        defer { cairo_surface_destroy(image) }
        guard cairo_surface_status(image) == CAIRO_STATUS_SUCCESS else { throw Refused(code: .unreadable, detail: "no PNG that can be read") }
        let raster = try Raster(widthPx: width, heightPx: height)
        raster.draw { context in
            cairo_set_source_surface(context, image, 0, 0)
            cairo_paint(context)
        }
        return try raster.withPixels { pixels in
            let line = width * 4
            var bytes: [UInt8] = []
            bytes.reserveCapacity(line * height)
            for row in 0..<height { bytes += UnsafeBufferPointer(start: pixels.base + row * pixels.strideBytes, count: line) }
            return PhotoPixels(widthPx: width, heightPx: height, bytes: bytes)
        }
    }

    private static func bigEndian(_ bytes: [UInt8], _ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
}
