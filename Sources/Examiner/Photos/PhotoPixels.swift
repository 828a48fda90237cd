/// A photo as it lies in memory: four bytes a pixel (blue, green, red, unused), rows without gaps.
struct PhotoPixels: Equatable {
    var widthPx, heightPx: Int
    var bytes: [UInt8]

    /// Bits of a difference hash: eight rows of eight comparisons.
    private static let hashColumns = 9
    private static let hashRows = 8

    var longSidePx: Int { max(widthPx, heightPx) }

    /// The picture as the camera was held: `orientation` 1…8 of EXIF 2.32 §4.6.5; anything else changes nothing.
    func upright(_ orientation: Int) -> PhotoPixels {
        guard (2...8).contains(orientation) else { return self }
        let turns = orientation >= 5
        let (width, height) = turns ? (heightPx, widthPx) : (widthPx, heightPx)
        var turned = PhotoPixels(widthPx: width, heightPx: height, bytes: [UInt8](repeating: 0, count: bytes.count))
        for y in 0..<height {
            for x in 0..<width {
                let (fromX, fromY): (Int, Int) =
                    switch orientation {
                    case 2: (widthPx - 1 - x, y)
                    case 3: (widthPx - 1 - x, heightPx - 1 - y)
                    case 4: (x, heightPx - 1 - y)
                    case 5: (y, x)
                    case 6: (y, heightPx - 1 - x)
                    case 7: (widthPx - 1 - y, heightPx - 1 - x)
                    default: (widthPx - 1 - y, x)
                    }
                let (to, from) = ((y * width + x) * 4, (fromY * widthPx + fromX) * 4)
                for part in 0..<3 { turned.bytes[to + part] = bytes[from + part] }
            }
        }
        return turned
    }

    /// No side longer than `sidePx`; each new pixel is the mean of those it stands for.
    func reduced(to sidePx: Int) -> PhotoPixels {
        guard longSidePx > sidePx else { return self }
        return scaled(max(1, widthPx * sidePx / longSidePx), max(1, heightPx * sidePx / longSidePx))
    }

    /// Alike for the same picture saved anew, smaller or paler: whether each of 8 × 8 fields is darker than its right neighbour.
    var differenceHash: UInt64 {
        let small = scaled(Self.hashColumns, Self.hashRows)
        var hash: UInt64 = 0
        for row in 0..<Self.hashRows {
            for column in 0..<(Self.hashColumns - 1) { hash = hash << 1 | (small.brightness(column, row) < small.brightness(column + 1, row) ? 1 : 0) }
        }
        return hash
    }

    private func brightness(_ x: Int, _ y: Int) -> Int {
        let at = (y * widthPx + x) * 4
        return Int(bytes[at]) * 29 + Int(bytes[at + 1]) * 150 + Int(bytes[at + 2]) * 77
    }

    private func scaled(_ width: Int, _ height: Int) -> PhotoPixels {
        var small = [UInt8](repeating: 0, count: width * height * 4)
        bytes.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                let rows = Self.share(y, of: height, in: heightPx)
                for x in 0..<width {
                    let columns = Self.share(x, of: width, in: widthPx)
                    var (blue, green, red) = (0, 0, 0)
                    for row in rows {
                        for column in columns {
                            let at = (row * widthPx + column) * 4
                            blue += Int(pixels[at])
                            green += Int(pixels[at + 1])
                            red += Int(pixels[at + 2])
                        }
                    }
                    let (count, to) = (rows.count * columns.count, (y * width + x) * 4)
                    small[to] = UInt8(blue / count)
                    small[to + 1] = UInt8(green / count)
                    small[to + 2] = UInt8(red / count)
                }
            }
        }
        return PhotoPixels(widthPx: width, heightPx: height, bytes: small)
    }

    /// The old pixels that new pixel `index` stands for; never none.
    private static func share(_ index: Int, of count: Int, in length: Int) -> Range<Int> {
        let first = min(index * length / count, length - 1)
        return first..<max(first + 1, (index + 1) * length / count)
    }
}
