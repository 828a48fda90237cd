import CPango
import PaperWire

/// A table with hairlines. A row is set in bands, one line of every cell each, so a high row can go over the page.
struct Grid {
    static let hairlinePt = 0.5
    static let paddingPt = 4.0
    static let verticalPaddingPt = 2.5
    static let afterPt = 4.0
    /// A row of up to this many lines is never divided.
    static let undividedLines = 6

    private let edges: [Double]
    private let alignments: [Paper.Alignment]
    private let face: Face
    private let measure: Measure

    init(columns: [Double], alignments: [Paper.Alignment], face: Face, measure: Measure) {
        var edge = 0.0
        edges = [0] + columns.map { edge += $0 * measure.bodyWidthPt; return edge }
        self.alignments = alignments
        self.face = face
        self.measure = measure
    }

    func slabs(header: [String], rows: [[String]], gapPt: Double) -> [Slab] {
        let head = header.isEmpty ? nil : headSlab(header, gapPt: gapPt)
        var slabs = head.map { [$0] } ?? []
        for (index, row) in rows.enumerated() {
            slabs += bands(row, repeats: head, gapPt: head == nil && index == 0 ? gapPt : 0, endsTable: index == rows.count - 1)
        }
        return slabs
    }

    private func headSlab(_ header: [String], gapPt: Double) -> Slab {
        let cells = typed(header, bold: true)
        let textHeight = cells.reduce(0) { max($0, $1.heightPt) }
        let heightPt = textHeight + 2 * Self.verticalPaddingPt
        return Slab(heightPt: heightPt, gapPt: gapPt, keepsWithNext: true) { canvas, xPt, yPt, _ in
            for (index, cell) in cells.enumerated() {
                cell.draw(on: canvas, xPt: xPt + edges[index] + Self.paddingPt, yPt: yPt + (heightPt - cell.heightPt) / 2)
            }
            verticals(on: canvas, xPt: xPt, yPt: yPt, heightPt: heightPt)
            horizontal(on: canvas, xPt: xPt, yPt: yPt)
            horizontal(on: canvas, xPt: xPt, yPt: yPt + heightPt)
        }
    }

    private func bands(_ row: [String], repeats: Slab?, gapPt: Double, endsTable: Bool) -> [Slab] {
        let cells = typed(row, bold: false)
        let count = cells.reduce(1) { max($0, $1.lines.count) }
        return (0..<count).map { band in
            let first = band == 0, last = band == count - 1
            let lineHeight = cells.reduce(0) { band < $1.lines.count ? max($0, $1.lines[band].heightPt) : $0 }
            let top = first ? Self.verticalPaddingPt : 0
            let heightPt = top + lineHeight + (last ? Self.verticalPaddingPt : 0)
            let keeps = !last && (count <= Self.undividedLines || first || band == count - 2)
            return Slab(heightPt: heightPt, gapPt: gapPt * (first ? 1 : 0), keepsWithNext: keeps, repeats: repeats) { canvas, xPt, yPt, closesPage in
                for (index, cell) in cells.enumerated() where band < cell.lines.count {
                    cell.draw(band, on: canvas, xPt: xPt + edges[index] + Self.paddingPt, yPt: yPt + top)
                }
                verticals(on: canvas, xPt: xPt, yPt: yPt, heightPt: heightPt)
                if first { horizontal(on: canvas, xPt: xPt, yPt: yPt) }
                if last && endsTable || closesPage { horizontal(on: canvas, xPt: xPt, yPt: yPt + heightPt) }
            }
        }
    }

    private func typed(_ texts: [String], bold: Bool) -> [Typed] {
        texts.enumerated().map { index, text in
            let widthPt = max(edges[index + 1] - edges[index] - 2 * Self.paddingPt, 1)
            return Typed([Paper.Run(text, bold: bold)], face: face, sizePt: measure.tablePt, widthPt: widthPt, alignment: bold ? .centre : alignments[index])
        }
    }

    private func verticals(on canvas: OpaquePointer, xPt: Double, yPt: Double, heightPt: Double) {
        cairo_set_line_width(canvas, Self.hairlinePt)
        for edge in edges {
            cairo_move_to(canvas, xPt + edge, yPt)
            cairo_line_to(canvas, xPt + edge, yPt + heightPt)
        }
        cairo_stroke(canvas)
    }

    private func horizontal(on canvas: OpaquePointer, xPt: Double, yPt: Double) {
        cairo_set_line_width(canvas, Self.hairlinePt)
        cairo_move_to(canvas, xPt - Self.hairlinePt / 2, yPt)
        cairo_line_to(canvas, xPt + edges[edges.count - 1] + Self.hairlinePt / 2, yPt)
        cairo_stroke(canvas)
    }
}
