import PaperWire
import Rules

/// Minutes as a paper ready to be set: the same sections as the page, in the layout of Decree 30.
enum MinutesPaper {
    static let draftMark = "DỰ THẢO"

    static func paper(_ view: MinutesView, layout: MinutesLayout, glossed: Bool = false) -> Paper {
        let record = view.record
        let frame = record.frame(in: layout)
        var blocks: [Paper.Block] = [
            .heading(left: frame.headLeft.map { line($0, layout) }, right: frame.headRight.map { line($0, layout) }),
            .space(pt: layout.body.sizePt),
            .title(frame.title.map { line($0, layout) }),
        ]
        if let version = view.versionLine { blocks.append(.paragraph([.init("(\(version.vi))", italic: true)], alignment: .centre, indented: false)) }
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        let sections = record.draft()
        for section in sections where !section.isAnnex { blocks += self.blocks(section, glossed) }
        blocks.append(.signatures(left: frame.signatureLeft.map { line($0, layout) }, right: frame.signatureRight.map { line($0, layout) }, gapPt: layout.signingGapPt))
        blocks.append(.space(pt: layout.body.sizePt))
        for recipient in frame.recipients { blocks.append(.paragraph([run(recipient, layout)], alignment: .left, indented: false)) }
        for section in sections where section.isAnnex {
            blocks.append(.pageBreak)
            blocks += self.blocks(section, glossed)
        }
        let footer = record.recordHash.map { "Mã băm bản ghi điện tử: \($0.prefix(32))…" }
        return Paper(
            title: "Biên bản: \(record.title)", author: record.body, language: "vi", watermark: view.isApproved ? nil : draftMark, footer: footer,
            layout: .init(
                topMM: layout.paper.topMM, bottomMM: layout.paper.bottomMM, leftMM: layout.paper.leftMM, rightMM: layout.paper.rightMM,
                family: layout.families.joined(separator: ", "), bodyPt: layout.body.sizePt, indentMM: layout.body.indentMM,
                paragraphGapPt: layout.body.paragraphGapPt, linePitch: layout.body.linePitch), blocks: blocks,
            createdAt: (record.closedAt ?? record.openedAt)?.rfc3339)
    }

    private static func blocks(_ section: MinutesSection, _ glossed: Bool) -> [Paper.Block] {
        var blocks: [Paper.Block] = []
        if !section.heading.isEmpty { blocks.append(.paragraph([.init(section.heading, bold: true)], alignment: section.isAnnex ? .centre : .left, indented: false)) }
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph):
                blocks.append(.paragraph([.init(paragraph.text, bold: paragraph.isStrong)], alignment: .justified, indented: true))
                if glossed, let gloss = paragraph.gloss { blocks.append(.paragraph([.init(gloss, italic: true)], alignment: .justified, indented: true)) }
            case .table(let table):
                blocks.append(
                    .table(
                        columns: table.columns.map { Double($0.widthPercent) / 100 }, header: table.columns.map(\.title), rows: table.rows,
                        alignments: table.columns.map { alignment($0.alignment) }))
            }
        }
        return blocks
    }

    private static func alignment(_ alignment: MinutesTable.Alignment) -> Paper.Alignment {
        switch alignment {
        case .left: .left
        case .centre: .centre
        case .right: .right
        }
    }

    private static func line(_ line: MinutesFrame.Line, _ layout: MinutesLayout) -> Paper.HeadLine {
        let style = layout[line.element]!
        return .init([run(line, layout)], sizePt: style.sizePt, rule: style.rule)
    }

    private static func run(_ line: MinutesFrame.Line, _ layout: MinutesLayout) -> Paper.Run {
        let style = layout[line.element]!
        return .init(line.text, bold: style.bold, italic: style.italic)
    }
}
