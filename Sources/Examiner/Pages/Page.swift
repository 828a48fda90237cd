import CPoppler
import PaperWire

/// One page of a `PageDocument`.
final class Page {
    /// Widest image drawn, and the most pixels: a long narrow page must not fill the memory.
    static let maxWidthPx = 8192
    static let maxPixels = 48 << 20

    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// In points, rotation applied; never zero, never not a number.
    var size: Inspection.Size {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(handle, &width, &height)
        func sane(_ length: Double) -> Double { length.isFinite && length >= 1 ? min(length, 1e6) : 1 }
        return Inspection.Size(widthPt: sane(width), heightPt: sane(height))
    }

    func render(widthPx: Int, output: String) throws -> RenderedPage {
        guard widthPx >= 1, widthPx <= Self.maxWidthPx else {
            throw Refused(code: .badJob, detail: "a width of \(widthPx) pixels is not between 1 and \(Self.maxWidthPx)")
        }
        let size = size
        let scale = Double(widthPx) / size.widthPt
        let heightPx = max(1, Int((size.heightPt * scale).rounded(.up)))
        guard heightPx <= Self.maxPixels / widthPx else { throw Refused(code: .tooComplex, detail: "the page would be \(widthPx) × \(heightPx) pixels") }
        let raster = try Raster(widthPx: widthPx, heightPx: heightPx)
        draw(on: raster, scale: scale)
        let image = try raster.withPixels { try PNGImage.encode($0) }
        try WholeFile.write(image, to: output)
        return RenderedPage(widthPx: widthPx, heightPx: heightPx, bytes: image.count)
    }

    /// Draws the page, with or without its annotations and form fields.
    func draw(on raster: Raster, scale: Double, withAnnotations: Bool = true) {
        raster.draw { context in
            cairo_scale(context, scale, scale)
            if withAnnotations { poppler_page_render(handle, context) } else { poppler_page_render_for_printing_with_options(handle, context, POPPLER_PRINT_DOCUMENT) }
        }
    }
}
