import PaperWire

/// Turns blocks into slabs: decides what stays together, not where pages end.
struct Composer {
    static let afterTitlePt = 8.0
    static let beforeTitlePt = 14.0
    /// A paragraph of up to this many lines is never divided; longer ones leave two lines on either side.
    static let undividedLines = 3

    let face: Face
    let measure: Measure

    func compose(_ blocks: [Paper.Block]) -> [Slab] {
        var slabs: [Slab] = []
        /// White that a `space` or a title asked for, on top of the next slab's own.
        var owedPt = 0.0
        var breaks = false
        for block in blocks {
            let before = slabs.count
            switch block {
            case .heading(let left, let right):
                slabs.append(Heading(left: left, right: right, face: face, widthPt: measure.bodyWidthPt).slab(gapPt: owedPt))
                owedPt = 0
            case .title(let lines):
                let column = Column(lines, face: face, widthPt: measure.bodyWidthPt)
                slabs.append(Slab(heightPt: column.heightPt, gapPt: owedPt + Self.beforeTitlePt, keepsWithNext: true) { canvas, xPt, yPt, _ in
                    column.draw(on: canvas, xPt: xPt, yPt: yPt)
                })
                owedPt = Self.afterTitlePt
            case .paragraph(let runs, let alignment, let indented):
                slabs += paragraph(runs, alignment: alignment, indented: indented, gapPt: owedPt + measure.paragraphGapPt)
                owedPt = 0
            case .table(let columns, let header, let rows, let alignments):
                // What introduces a table stays with its first row.
                slabs.last?.keepsWithNext = true
                let grid = Grid(columns: columns, alignments: alignments, face: face, measure: measure)
                slabs += grid.slabs(header: header, rows: rows, gapPt: owedPt + measure.paragraphGapPt)
                owedPt = Grid.afterPt
            case .signatures(let left, let right, let gapPt):
                // A page that holds nothing but signatures proves nothing: the last lines of text come along.
                slabs.last?.keepsWithNext = true
                let ending = Ending(left: left, right: right, signingGapPt: gapPt, recipients: false, face: face, widthPt: measure.bodyWidthPt)
                slabs.append(ending.slab(gapPt: owedPt + measure.paragraphGapPt))
                owedPt = 0
            case .dispatch(let recipients, let signature, let gapPt):
                slabs.last?.keepsWithNext = true
                let ending = Ending(left: recipients, right: signature, signingGapPt: gapPt, recipients: true, face: face, widthPt: measure.bodyWidthPt)
                slabs.append(ending.slab(gapPt: owedPt + measure.paragraphGapPt))
                owedPt = 0
            case .space(let pt):
                owedPt += pt
            case .pageBreak:
                breaks = true
                owedPt = 0
            }
            if breaks, slabs.count > before {
                slabs[before].beginsPage = true
                if before > 0 { slabs[before - 1].keepsWithNext = false }
                breaks = false
            }
        }
        return slabs
    }

    private func paragraph(_ runs: [Paper.Run], alignment: Paper.Alignment, indented: Bool, gapPt: Double) -> [Slab] {
        let text = Typed(
            runs, face: face, sizePt: measure.bodyPt, widthPt: measure.bodyWidthPt, alignment: alignment, indentPt: indented ? measure.indentPt : 0)
        let count = text.lines.count
        // A short paragraph wholly in bold is a heading (Điều 1., Phần I): it stays with what it heads.
        let heads = count < Self.undividedLines && !runs.isEmpty && runs.allSatisfy(\.bold)
        return text.lines.indices.map { index in
            let last = index == count - 1
            let keeps = last ? heads : count <= Self.undividedLines || index == 0 || index == count - 2
            return Slab(heightPt: text.lines[index].heightPt * measure.linePitch, gapPt: index == 0 ? gapPt : 0, keepsWithNext: keeps) { canvas, xPt, yPt, _ in
                text.draw(index, on: canvas, xPt: xPt, yPt: yPt)
            }
        }
    }
}
