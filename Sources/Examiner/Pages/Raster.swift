import CPoppler
import PaperWire

/// A white sheet of pixels to draw on.
final class Raster {
    /// Pixels as cairo keeps them: 32 bits each, in memory blue, green, red, unused.
    struct Pixels {
        var base: UnsafePointer<UInt8>
        var widthPx, heightPx, strideBytes: Int

        /// One byte a pixel, as bright as the eye sees it.
        func luminance() -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: widthPx * heightPx) { space, count in
                for row in 0..<heightPx {
                    let line = base + row * strideBytes
                    for column in 0..<widthPx {
                        let pixel = line + column * 4
                        let weighted = Int(pixel[0]) * 29 + Int(pixel[1]) * 150 + Int(pixel[2]) * 77
                        space[row * widthPx + column] = UInt8(weighted >> 8)
                    }
                }
                count = widthPx * heightPx
            }
        }
    }

    private let surface: OpaquePointer
    let widthPx, heightPx: Int

    init(widthPx: Int, heightPx: Int) throws {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(widthPx), Int32(heightPx)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { throw Refused(code: .tooComplex, detail: "no memory for \(widthPx) × \(heightPx) pixels") }
        self.surface = surface
        self.widthPx = widthPx
        self.heightPx = heightPx
    }

    deinit { cairo_surface_destroy(surface) }

    func draw(_ body: (OpaquePointer) -> Void) {
        guard let context = cairo_create(surface) else { return }
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        body(context)
    }

    func withPixels<R>(_ body: (Pixels) throws -> R) throws -> R {
        cairo_surface_flush(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            throw Refused(code: .unreadable, detail: "the page could not be drawn")
        }
        return try body(Pixels(base: UnsafePointer(data), widthPx: widthPx, heightPx: heightPx, strideBytes: Int(cairo_image_surface_get_stride(surface))))
    }
}
