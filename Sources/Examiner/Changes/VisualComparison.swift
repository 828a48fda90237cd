import PaperWire

/// Looks whether marks added after signing hide what was signed.
///
/// Both versions of a page are drawn small. Where the page's own content has ink that could be seen when it was signed, and the current page shows none of it
/// any more (neither dark on light nor any contrast), content is hidden. The page is judged in tiles of three millimetres, so that one covered figure counts
/// as much as a covered page, while the thin strokes of a seal across a name do not. A seal over another signature's picture hides no content.
final class VisualComparison {
    static let dotsPerInch = 100.0
    static let maxDrawings = 80
    private static let maxPixels = 4 << 20
    private static let tilePx = 12
    /// Ink of a tile that counts as content, and the share of it that must be gone.
    private static let minInkPx = 8
    private static let hiddenShare = 0.5
    private static let darkBelow: UInt8 = 150
    /// More than red ink over black makes.
    private static let fadedBy = 90
    private static let minContrast = 48

    private let source: ByteSource
    private var current: PageDocument?
    private var signed: (end: Int, document: PageDocument)?
    private var drawings = 0

    init(_ source: ByteSource) { self.source = source }

    struct Undrawable: Error {}

    /// Whether page `number` (1-based), as signed when the file ended at `end`, has lost ink in the file as it is.
    func hidesContent(page number: Int, signedEnd end: Int) throws -> Bool {
        let before = try draw(number, end: end, .whole)
        let now = try draw(number, end: source.count, .whole)
        guard before.width == now.width, before.height == now.height else { return true }
        if before.grey == now.grey { return false }
        let content = try draw(number, end: end, .contentOnly)
        guard content.width == now.width, content.height == now.height else { throw Undrawable() }
        for top in stride(from: 0, to: before.height, by: Self.tilePx) {
            for left in stride(from: 0, to: before.width, by: Self.tilePx) where isHidden(content, before, now, left, top) { return true }
        }
        return false
    }

    private enum Layer { case whole, contentOnly }

    private struct Drawing {
        var width, height: Int
        var grey: [UInt8]

        /// Darkest and lightest within two pixels.
        func range(_ x: Int, _ y: Int) -> Int {
            var darkest: UInt8 = 255
            var lightest: UInt8 = 0
            for row in max(0, y - 2)...min(height - 1, y + 2) {
                for column in max(0, x - 2)...min(width - 1, x + 2) {
                    darkest = min(darkest, grey[row * width + column])
                    lightest = max(lightest, grey[row * width + column])
                }
            }
            return Int(lightest) - Int(darkest)
        }
    }

    private func isHidden(_ content: Drawing, _ before: Drawing, _ now: Drawing, _ left: Int, _ top: Int) -> Bool {
        guard isDifferent(before, now, left, top) else { return false }
        var ink = 0
        var lost = 0
        for y in top..<min(top + Self.tilePx, before.height) {
            for x in left..<min(left + Self.tilePx, before.width) {
                let was = before.grey[y * before.width + x]
                guard was < Self.darkBelow, content.grey[y * content.width + x] < Self.darkBelow, before.range(x, y) >= Self.minContrast else { continue }
                ink += 1
                let isFaded = Int(now.grey[y * now.width + x]) - Int(was) >= Self.fadedBy
                if isFaded || now.range(x, y) < Self.minContrast { lost += 1 }
            }
        }
        return ink >= Self.minInkPx && Double(lost) >= Double(ink) * Self.hiddenShare
    }

    private func isDifferent(_ before: Drawing, _ now: Drawing, _ left: Int, _ top: Int) -> Bool {
        let right = min(left + Self.tilePx, before.width)
        return (top..<min(top + Self.tilePx, before.height)).contains { y in
            before.grey[(y * before.width + left)..<(y * before.width + right)] != now.grey[(y * now.width + left)..<(y * now.width + right)]
        }
    }

    private var kept: [Int: Drawing] = [:]

    private func draw(_ number: Int, end: Int, _ layer: Layer) throws -> Drawing {
        if end == source.count, layer == .whole, let known = kept[number] { return known }
        drawings += 1
        guard drawings <= Self.maxDrawings else { throw Undrawable() }
        let document = try document(endingAt: end)
        let page = try document.page(number)
        let size = page.size
        let scale = Self.dotsPerInch / 72
        let width = Int((size.widthPt * scale).rounded(.up))
        let height = Int((size.heightPt * scale).rounded(.up))
        guard width <= Self.maxPixels, height <= Self.maxPixels / max(width, 1) else { throw Undrawable() }
        let raster = try Raster(widthPx: width, heightPx: height)
        page.draw(on: raster, scale: scale, withAnnotations: layer == .whole)
        let drawing = Drawing(width: width, height: height, grey: try raster.withPixels { $0.luminance() })
        // The page as it is serves every signature; a signed revision serves one.
        if end == source.count, layer == .whole { kept[number] = drawing }
        return drawing
    }

    private func document(endingAt end: Int) throws -> PageDocument {
        if end == source.count {
            let opened = try current ?? PageDocument(source, end: end)
            current = opened
            return opened
        }
        if let signed, signed.end == end { return signed.document }
        let opened = try PageDocument(source, end: end)
        signed = (end, opened)
        return opened
    }
}
