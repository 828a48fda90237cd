import PaperWire

/// Looks a paper over before any of it is set, so that the setter itself never meets a number it cannot use.
enum Preflight {
    static let marginsMM = 0.0...80.0
    static let sizesPt = 4.0...72.0
    static let gapsPt = 0.0...400.0
    static let pitches = 0.8...3.0
    static let maxColumns = 40
    static let minColumnPt = 18.0
    /// Sum of column fractions may pass 1 by what binary fractions lose.
    static let fractionSlack = 1e-6
    static let maxBlocks = 200_000

    static func check(_ paper: Paper) throws {
        let layout = paper.layout
        if let createdAt = paper.createdAt, createdAt.wholeMatch(of: /2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})/) == nil {
            throw bad("createdAt is not an RFC 3339 time")
        }
        for (name, margin) in [("topMM", layout.topMM), ("bottomMM", layout.bottomMM), ("leftMM", layout.leftMM), ("rightMM", layout.rightMM)] {
            try within(margin, marginsMM, name)
        }
        try within(layout.indentMM, 0...marginsMM.upperBound, "indentMM")
        try within(layout.bodyPt, sizesPt, "bodyPt")
        try within(layout.tablePt ?? layout.bodyPt, sizesPt, "tablePt")
        try within(layout.paragraphGapPt, gapsPt, "paragraphGapPt")
        try within(layout.linePitch, pitches, "linePitch")
        guard paper.blocks.count <= maxBlocks else { throw Refused(code: .tooComplex, detail: "more than \(maxBlocks) blocks") }
        var characters = 0
        for (index, block) in paper.blocks.enumerated() {
            characters += try count(block, at: index, bodyWidthPt: Measure(layout).bodyWidthPt)
            guard characters <= Press.maxCharacters else { throw Refused(code: .tooComplex, detail: "more than \(Press.maxCharacters) characters") }
        }
    }

    /// Characters of one block, once its numbers are found usable.
    private static func count(_ block: Paper.Block, at index: Int, bodyWidthPt: Double) throws -> Int {
        switch block {
        case .heading(let left, let right): return try count(left + right, at: index)
        case .title(let lines): return try count(lines, at: index)
        case .paragraph(let runs, _, _): return runs.reduce(0) { $0 + $1.text.utf8.count }
        case .signatures(let left, let right, let gapPt), .dispatch(let left, let right, let gapPt):
            try within(gapPt, gapsPt, "blocks/\(index)/gapPt")
            return try count(left + right, at: index)
        case .pageBreak: return 0
        case .space(let pt):
            try within(pt, gapsPt, "blocks/\(index)/pt")
            return 0
        case .table(let columns, let header, let rows, let alignments):
            let place = "blocks/\(index)"
            guard !columns.isEmpty, columns.count <= maxColumns else { throw bad("\(place) has \(columns.count) columns") }
            for column in columns { try within(column * bodyWidthPt, minColumnPt...max(minColumnPt, bodyWidthPt * (1 + fractionSlack)), "\(place)/columns") }
            guard columns.reduce(0, +) <= 1 + fractionSlack else { throw bad("\(place)/columns pass the text width") }
            guard header.count == columns.count || header.isEmpty else { throw bad("\(place)/header does not match the columns") }
            guard alignments.count == columns.count else { throw bad("\(place)/alignments do not match the columns") }
            guard rows.allSatisfy({ $0.count == columns.count }) else { throw bad("\(place)/rows do not match the columns") }
            return rows.reduce(header.reduce(0) { $0 + $1.utf8.count }) { $0 + $1.reduce(columns.count) { $0 + $1.utf8.count } }
        }
    }

    private static func count(_ lines: [Paper.HeadLine], at index: Int) throws -> Int {
        for line in lines {
            try within(line.sizePt, sizesPt, "blocks/\(index)/sizePt")
            try within(line.rule, 0...1, "blocks/\(index)/rule")
        }
        return lines.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.text.utf8.count } }
    }

    private static func within(_ value: Double, _ range: ClosedRange<Double>, _ name: String) throws {
        guard range.contains(value) else { throw bad("\(name) is \(value), outside \(range)") }
    }

    private static func bad(_ detail: String) -> Refused { Refused(code: .badJob, detail: detail) }
}
