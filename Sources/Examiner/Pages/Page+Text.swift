import CPoppler
import PaperWire

extension Page {
    /// Most characters of one page handed on; more is no paper to be read.
    static let maxCharacters = 1 << 20

    func text() throws -> PageText {
        guard let raw = poppler_page_get_text(handle) else { return PageText(text: "", words: []) }
        defer { g_free(raw) }
        let scalars = Array(String(cString: raw).unicodeScalars)
        guard scalars.count <= Self.maxCharacters else { throw Refused(code: .tooComplex, detail: "more than \(Self.maxCharacters) characters on one page") }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        let isLaidOut = poppler_page_get_text_layout(handle, &rectangles, &count) != 0
        defer { g_free(rectangles) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let whole = NormalForm.composed(String(text))
        // Poppler gives one rectangle per character, spaces and line ends included; should that ever differ, the
        // text stands without places rather than with wrong ones.
        guard isLaidOut, let rectangles, Int(count) == scalars.count else { return PageText(text: whole, words: []) }
        return PageText(text: whole, words: words(scalars, UnsafeBufferPointer(start: rectangles, count: Int(count))))
    }

    private func words(_ scalars: [Unicode.Scalar], _ places: UnsafeBufferPointer<PopplerRectangle>) -> [PageText.Word] {
        let size = size
        var words: [PageText.Word] = []
        var letters = String.UnicodeScalarView()
        var box: PopplerRectangle?
        func finish() {
            if let box, !letters.isEmpty {
                let left = fraction(box.x1, of: size.widthPt)
                let top = fraction(box.y1, of: size.heightPt)
                let right = fraction(box.x2, of: size.widthPt)
                let bottom = fraction(box.y2, of: size.heightPt)
                words.append(PageText.Word(
                    text: NormalForm.composed(String(letters)), x: rounded(left), y: rounded(top),
                    width: rounded(max(0, right - left)), height: rounded(max(0, bottom - top))))
            }
            letters = String.UnicodeScalarView()
            box = nil
        }
        for (scalar, place) in zip(scalars, places) {
            if scalar.properties.isWhitespace {
                finish()
                continue
            }
            letters.append(scalar)
            if let known = box {
                box = PopplerRectangle(x1: min(known.x1, place.x1), y1: min(known.y1, place.y1), x2: max(known.x2, place.x2), y2: max(known.y2, place.y2))
            } else {
                box = place
            }
        }
        finish()
        return words
    }

    private func fraction(_ length: Double, of whole: Double) -> Double {
        guard length.isFinite else { return 0 }
        return min(max(length / whole, 0), 1)
    }

    private func rounded(_ fraction: Double) -> Double { (fraction * 100_000).rounded() / 100_000 }
}
