import CPango
import PaperWire

/// The PDF as cairo writes it: bytes into memory, up to a limit.
final class Ink {
    let surface: OpaquePointer
    let canvas: OpaquePointer
    private let sink: Sink

    init(widthPt: Double, heightPt: Double) {
        sink = Sink()
        let closure = Unmanaged.passUnretained(sink).toOpaque()
        surface = cairo_pdf_surface_create_for_stream({ closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            return Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().take(UnsafeBufferPointer(start: data, count: Int(length)))
        }, closure, widthPt, heightPt)
        canvas = cairo_create(surface)
    }

    deinit {
        cairo_destroy(canvas)
        cairo_surface_destroy(surface)
    }

    /// Ends the document and gives its bytes.
    func finish() throws -> [UInt8] {
        let drawing = cairo_status(canvas)
        cairo_surface_finish(surface)
        let writing = cairo_surface_status(surface)
        guard !sink.full else { throw Refused(code: .tooComplex, detail: "the PDF is larger than \(Press.maxOutputBytes) bytes") }
        for status in [drawing, writing] where status != CAIRO_STATUS_SUCCESS {
            throw Refused(code: .badJob, detail: "cairo: \(String(cString: cairo_status_to_string(status)))")
        }
        return sink.bytes
    }

    private final class Sink {
        var bytes: [UInt8] = []
        var full = false

        func take(_ data: UnsafeBufferPointer<UInt8>) -> cairo_status_t {
            guard bytes.count + data.count <= Press.maxOutputBytes else {
                full = true
                return CAIRO_STATUS_WRITE_ERROR
            }
            bytes.append(contentsOf: data)
            return CAIRO_STATUS_SUCCESS
        }
    }
}
