import PaperWire
import Rules

/// The invitation as a paper ready to be set: Giấy mời, Mẫu 1.7 of Decree 30/2020/NĐ-CP.
enum InvitationPaper {
    static let title = "Giấy mời"
    static let symbol = "GM"
    static let draftMark = "DỰ THẢO"

    static func paper(_ sheet: InvitationSheet, layout: MinutesLayout) -> Paper {
        let addressee = sheet.person.map { $0.title.isEmpty ? $0.name : "\($0.name), \($0.title)" }
        let subject = sheet.type == .citizenReception ? sheet.type.name.vi : "Họp \(sheet.body)"
        var blocks = head(sheet, layout)
        blocks.append(.title([line(title, .kind, layout), line(subject, .subject, layout)]))
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        blocks.append(.paragraph([.init("Kính gửi: "), .init(addressee ?? "Thành viên \(sheet.body) và đại biểu được mời", bold: true), .init(".")], alignment: .centre, indented: false))
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        say("\(sheet.body) trân trọng kính mời ông/bà tới dự:", &blocks)
        name("Cuộc họp", sheet.title, &blocks)
        name("Hình thức", "\(sheet.type.name.vi), họp \(sheet.form.name.vi.prefix(1).lowercased() + sheet.form.name.vi.dropFirst())", &blocks)
        if let presiding = sheet.presiding { name("Chủ trì", presiding.title.isEmpty ? presiding.name : "\(presiding.name), \(presiding.title)", &blocks) }
        name("Thời gian", "\(sheet.startsAt.text(.legalClock)), \(sheet.startsAt.text(.legalDate))", &blocks)
        if !sheet.place.isEmpty { name("Địa điểm", sheet.place, &blocks) }
        if !sheet.agenda.isEmpty {
            blocks.append(.paragraph([.init("Nội dung:", bold: true)], alignment: .left, indented: true))
            for (index, item) in sheet.agenda.enumerated() {
                say("\(item.number). \(item.title)\(ending(item.title, index == sheet.agenda.count - 1 ? "." : ";"))", &blocks)
            }
        }
        say("Tài liệu cuộc họp được gửi trên hệ thống họp không giấy. Đề nghị ông/bà xác nhận dự họp; trường hợp vắng mặt, nêu lý do và người dự thay để báo cáo chủ tọa./.", &blocks)
        blocks.append(.space(pt: layout.body.paragraphGapPt))
        blocks.append(
            .dispatch(
                recipients: [
                    line("Nơi nhận:", .recipientsTitle, layout), line("- Như trên;", .recipients, layout), line("- Lưu: VT, hồ sơ.", .recipients, layout),
                ],
                signature: sheet.signature.map { line($0, .signatureRole, layout) } + [line(sheet.presiding?.name ?? " ", .signatureName, layout)], gapPt: layout.signingGapPt))
        return Paper(
            title: "\(title): \(sheet.title)", author: sheet.body, language: "vi", watermark: sheet.isDraft ? draftMark : nil, footer: nil,
            layout: .init(
                topMM: layout.paper.topMM, bottomMM: layout.paper.bottomMM, leftMM: layout.paper.leftMM, rightMM: layout.paper.rightMM,
                family: layout.families.joined(separator: ", "), bodyPt: layout.body.sizePt, indentMM: layout.body.indentMM,
                paragraphGapPt: layout.body.paragraphGapPt, linePitch: layout.body.linePitch, tablePt: layout.body.tablePt), blocks: blocks,
            createdAt: sheet.issuedOn?.rfc3339)
    }

    private static func head(_ sheet: InvitationSheet, _ layout: MinutesLayout) -> [Paper.Block] {
        let number = "Số: \(sheet.number.isEmpty ? "……/\(symbol)" : sheet.number)"
        let day = sheet.issuedOn?.text(.legalDate) ?? "ngày …… tháng …… năm ………"
        let dated = sheet.locality.isEmpty ? day.prefix(1).uppercased() + day.dropFirst() : "\(sheet.locality), \(day)"
        return [
            .heading(
                left: [line(sheet.body, .issuer, layout), line(number, .number, layout)],
                right: [line(layout.nation, .nation, layout), line(layout.motto, .motto, layout), line(dated, .placeAndDate, layout)]),
            .space(pt: layout.body.sizePt),
        ]
    }

    /// "; " between the points of a list, unless the title ends itself.
    private static func ending(_ title: String, _ mark: String) -> String { title.last.map { ".;!?".contains($0) } == true ? "" : mark }

    private static func name(_ what: String, _ text: String, _ blocks: inout [Paper.Block]) {
        blocks.append(.paragraph([.init("\(what): ", bold: true), .init("\(text)\(ending(text, "."))")], alignment: .justified, indented: true))
    }

    private static func say(_ text: String, _ blocks: inout [Paper.Block]) { blocks.append(.paragraph([.init(text)], alignment: .justified, indented: true)) }

    private static func line(_ text: String, _ element: MinutesElement, _ layout: MinutesLayout) -> Paper.HeadLine {
        let style = layout[element]!
        return .init([.init(style.capitals ? text.uppercased() : text, bold: style.bold, italic: style.italic)], sizePt: style.sizePt, rule: style.rule)
    }
}
