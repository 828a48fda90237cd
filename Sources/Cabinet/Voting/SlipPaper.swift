import PaperWire
import Rules

/// A slip and the report on it as papers ready to be set, in the layout of Decree 30.
enum SlipPaper {
    static let title = "Phiếu lấy ý kiến"
    static let reportTitle = "Bảng tổng hợp ý kiến"
    /// A line to write on by hand, as wide as the text.
    private static let blankLine = String(repeating: ".", count: 110)

    static func paper(_ sheet: SlipSheet, layout: MinutesLayout) -> Paper {
        var blocks = head(sheet, layout)
        blocks.append(.title([line("Phiếu lấy ý kiến", .kind, layout), line("Thành viên \(sheet.body) về: \(sheet.question)", .subject, layout)]))
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        let addressee = sheet.member.map { $0.title.isEmpty ? $0.name : "\($0.name), \($0.title)" } ?? "Thành viên \(sheet.body)"
        say("Kính gửi: \(addressee).", &blocks)
        blocks += matter(sheet)
        let deadline = sheet.deadline.map { "\($0.text(.legalClock)), \($0.text(.legalDate)) (giờ Hà Nội)" }
        if let deadline { say("Thời hạn gửi phiếu: \(deadline). \(sheet.silence.sentence.vi)", &blocks) }
        blocks.append(.paragraph([.init("Ý kiến của thành viên:", bold: true)], alignment: .left, indented: true))
        for choice in [Choice.for, .against, .abstain] {
            blocks.append(
                .paragraph([.init("[\(sheet.choice == choice ? "x" : "   ")]  \(choice.slipName.vi)", bold: sheet.choice == choice)], alignment: .left, indented: true))
        }
        if let text = sheet.text, !text.isEmpty {
            say("Nội dung ý kiến: \(text)", &blocks)
        } else if sheet.choice == nil {
            say("Nội dung ý kiến: ", &blocks)
            for _ in 0..<3 { blocks.append(.paragraph([.init(blankLine)], alignment: .left, indented: false)) }
        }
        if let sentAt = sheet.sentAt {
            let receipt = sheet.receipt.map { ", mã biên nhận \($0)" } ?? ""
            let late = sheet.isLate ? "; gửi sau thời hạn, không tính vào kết quả" : ""
            say("Đã gửi bằng phương tiện điện tử lúc \(sentAt.text(.seconds)), \(sentAt.text(.legalDate))\(receipt)\(late).", &blocks)
        }
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        let day = sheet.sentAt.map { $0.text(.legalDate) } ?? "ngày …… tháng …… năm ………"
        blocks.append(
            .dispatch(
                recipients: recipients(layout),
                signature: [
                    line(day.prefix(1).uppercased() + day.dropFirst(), .placeAndDate, layout), line("Thành viên", .signatureRole, layout),
                    line("(Ký, ghi rõ họ tên)", .placeAndDate, layout), line(sheet.member?.name ?? " ", .signatureName, layout),
                ], gapPt: layout.signingGapPt))
        return whole("\(title): \(sheet.question)", sheet, blocks, layout)
    }

    static func paper(_ report: SlipReport, layout: MinutesLayout) -> Paper {
        let sheet = report.sheet
        var blocks = head(sheet, layout)
        blocks.append(.title([line(reportTitle, .kind, layout), line("Lấy ý kiến bằng phiếu về: \(sheet.question)", .subject, layout)]))
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        blocks += matter(sheet)
        if let because = report.because { blocks.append(.paragraph([.init(because.vi, bold: true)], alignment: .justified, indented: true)) }
        blocks.append(
            .table(
                columns: [0.07, 0.28, 0.22, 0.25, 0.18], header: ["TT", "Thành viên", "Ý kiến", "Thời gian", "Thời hạn"],
                rows: report.lines.enumerated().map { index, line in
                    [
                        "\(index + 1)", line.title.isEmpty ? line.name : "\(line.name), \(line.title)", line.choice?.slipName.vi ?? "Không gửi phiếu",
                        line.at?.text(.full) ?? "", line.at == nil ? "" : line.isLate ? "Muộn, không tính" : "Đúng hạn",
                    ]
                }, alignments: [.centre, .left, .left, .left, .left]))
        if !report.differing.isEmpty {
            blocks.append(.paragraph([.init("Ý kiến khác và ý kiến kèm theo phiếu:", bold: true)], alignment: .left, indented: true))
            for opinion in report.differing { say("- \(opinion.name) (\((opinion.choice?.slipName.vi ?? "").lowercased())\(opinion.isLate ? ", muộn" : "")): \(opinion.text ?? "")", &blocks) }
        }
        if !report.summary.isEmpty {
            blocks.append(.paragraph([.init("Tiếp thu, chỉnh lý dự thảo:", bold: true)], alignment: .left, indented: true))
            say(report.summary, &blocks)
        }
        return whole("\(reportTitle): \(sheet.question)", sheet, blocks, layout)
    }

    /// What is asked: who submits it, why by slip, on which draft and papers.
    private static func matter(_ sheet: SlipSheet) -> [Paper.Block] {
        var blocks: [Paper.Block] = []
        if !sheet.submitter.isEmpty { say("Cơ quan trình: \(sheet.submitter).", &blocks) }
        if !sheet.reason.isEmpty { say("Lý do lấy ý kiến bằng phiếu: \(sheet.reason)", &blocks) }
        say("Nội dung lấy ý kiến\(sheet.round > 1 ? " (lần \(sheet.round))" : ""): \(sheet.question)", &blocks)
        if let subject = sheet.subject {
            say("Dự thảo: \(sheet.subjectTitle ?? ""), bản \(subject.version), SHA-256 \(inGroups(subject.sha256)).", &blocks)
        }
        if !sheet.documents.isEmpty { say("Tài liệu kèm theo: \(sheet.documents.joined(separator: "; ")).", &blocks) }
        return blocks
    }

    private static func head(_ sheet: SlipSheet, _ layout: MinutesLayout) -> [Paper.Block] {
        let number = "Số: \(sheet.number.isEmpty ? "……/PLYK" : sheet.number)"
        var right = [line(layout.nation, .nation, layout), line(layout.motto, .motto, layout)]
        if let day = sheet.issuedOn?.text(.legalDate) { right.append(line(day.prefix(1).uppercased() + day.dropFirst(), .placeAndDate, layout)) }
        return [.heading(left: [line(sheet.body, .issuer, layout), line(number, .number, layout)], right: right), .space(pt: layout.body.sizePt)]
    }

    private static func recipients(_ layout: MinutesLayout) -> [Paper.HeadLine] {
        [line("Nơi nhận:", .recipientsTitle, layout), line("- Văn phòng (tổng hợp);", .recipients, layout), line("- Lưu: VT, hồ sơ.", .recipients, layout)]
    }

    private static func whole(_ title: String, _ sheet: SlipSheet, _ blocks: [Paper.Block], _ layout: MinutesLayout) -> Paper {
        Paper(
            title: title, author: sheet.body, language: "vi", watermark: nil, footer: nil,
            layout: .init(
                topMM: layout.paper.topMM, bottomMM: layout.paper.bottomMM, leftMM: layout.paper.leftMM, rightMM: layout.paper.rightMM,
                family: layout.families.joined(separator: ", "), bodyPt: layout.body.sizePt, indentMM: layout.body.indentMM,
                paragraphGapPt: layout.body.paragraphGapPt, linePitch: layout.body.linePitch, tablePt: layout.body.tablePt), blocks: blocks,
            createdAt: (sheet.sentAt ?? sheet.issuedOn)?.rfc3339)
    }

    private static func say(_ text: String, _ blocks: inout [Paper.Block]) {
        blocks.append(.paragraph([.init(text)], alignment: .justified, indented: true))
    }

    private static func line(_ text: String, _ element: MinutesElement, _ layout: MinutesLayout) -> Paper.HeadLine {
        let style = layout[element]!
        return .init([.init(style.capitals ? text.uppercased() : text, bold: style.bold, italic: style.italic)], sizePt: style.sizePt, rule: style.rule)
    }

    /// In groups of eight, so that a line can break them.
    private static func inGroups(_ digest: String) -> String {
        stride(from: 0, to: digest.count, by: 8).map { String(digest.dropFirst($0).prefix(8)) }.joined(separator: " ")
    }
}
