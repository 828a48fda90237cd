/// Undoes the PNG and TIFF predictors (ISO 32000-2 §7.4.4.4).
struct Predictor {
    private static let maxRowBytes = 1 << 20
    private var kind = 1
    private var colours = 1
    private var bits = 8
    private var columns = 1

    init(_ parameters: PDFDictionary?, resolve: (PDFObject) throws -> PDFObject) throws {
        guard let parameters else { return }
        func value(_ key: String, default fallback: Int, in range: ClosedRange<Int>) throws -> Int {
            let value = try resolve(parameters[key]).integer ?? fallback
            guard range.contains(value) else { throw PDFFault.malformed("a predictor's \(key) is \(value)") }
            return value
        }
        kind = try value("Predictor", default: 1, in: 1...15)
        colours = try value("Colors", default: 1, in: 1...32)
        bits = try value("BitsPerComponent", default: 8, in: 1...16)
        columns = try value("Columns", default: 1, in: 1...Self.maxRowBytes)
    }

    func undo(_ input: [UInt8]) throws -> [UInt8] {
        guard kind > 1 else { return input }
        let rowBytes = (colours * bits * columns + 7) / 8
        let pixelBytes = max(1, colours * bits / 8)
        guard rowBytes <= Self.maxRowBytes else { throw PDFFault.tooComplex("a predictor's row is \(rowBytes) bytes") }
        return kind == 2 ? try tiff(input, rowBytes: rowBytes) : try png(input, rowBytes: rowBytes, pixelBytes: pixelBytes)
    }

    private func tiff(_ input: [UInt8], rowBytes: Int) throws -> [UInt8] {
        guard bits == 8 else { throw PDFFault.malformed("a TIFF predictor with \(bits) bits") }
        var out = input
        var row = 0
        while row < out.count {
            let end = min(row + rowBytes, out.count)
            var index = row + colours
            while index < end {
                out[index] &+= out[index - colours]
                index += 1
            }
            row = end
        }
        return out
    }

    private func png(_ input: [UInt8], rowBytes: Int, pixelBytes: Int) throws -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(input.count)
        var above = [UInt8](repeating: 0, count: rowBytes)
        var index = 0
        while index < input.count {
            let filter = input[index]
            index += 1
            var row = Array(input[index..<min(index + rowBytes, input.count)])
            index += row.count
            for column in row.indices {
                let left = column >= pixelBytes ? row[column - pixelBytes] : 0
                let corner = column >= pixelBytes ? above[column - pixelBytes] : 0
                switch filter {
                case 0: break
                case 1: row[column] &+= left
                case 2: row[column] &+= above[column]
                case 3: row[column] &+= UInt8((Int(left) + Int(above[column])) / 2)
                case 4: row[column] &+= Self.paeth(left, above[column], corner)
                default: throw PDFFault.malformed("a PNG predictor of type \(filter)")
                }
            }
            out += row
            above = row.count == rowBytes ? row : row + Array(repeating: 0, count: rowBytes - row.count)
        }
        return out
    }

    private static func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(up) - Int(corner)
        let toLeft = abs(estimate - Int(left))
        let toUp = abs(estimate - Int(up))
        let toCorner = abs(estimate - Int(corner))
        if toLeft <= toUp && toLeft <= toCorner { return left }
        return toUp <= toCorner ? up : corner
    }
}
