import PaperWire

/// A small paper in the layout of Decree 30/2020/NĐ-CP, invented.
enum Sample {
    static let layout = Paper.Layout(
        topMM: 20, bottomMM: 20, leftMM: 30, rightMM: 15, family: "Liberation Serif", bodyPt: 14, indentMM: 12.7, paragraphGapPt: 6, linePitch: 1.15,
        tablePt: 12)

    static let sentence = "Ủy ban nhân dân Thành phố thống nhất thông qua Tờ trình số 412/TTr-SXD, giao Sở Xây dựng chủ trì thực hiện, báo cáo kết quả. "

    static func paper(_ blocks: [Paper.Block], layout: Paper.Layout = layout, language: String = "vi") -> Paper {
        Paper(
            title: "Biên bản phiên họp", author: "Ủy ban nhân dân", language: language, watermark: "DỰ THẢO", footer: "7d1e 52ac", layout: layout, blocks: blocks,
            createdAt: "2026-11-23T11:25:00+07:00")
    }

    static let heading = Paper.Block.heading(
        left: [
            .init([.init("ỦY BAN NHÂN DÂN", bold: true)], sizePt: 13), .init([.init("THÀNH PHỐ HÀ NỘI", bold: true)], sizePt: 13, rule: 0.4),
            .init([.init("Số: 11/BB-UBND")], sizePt: 13),
        ],
        right: [
            .init([.init("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true)], sizePt: 13),
            .init([.init("Độc lập - Tự do - Hạnh phúc", bold: true)], sizePt: 14, rule: 1),
            .init([.init("Hà Nội, ngày 23 tháng 11 năm 2026", italic: true)], sizePt: 14),
        ])
    static let title = Paper.Block.title([.init([.init("BIÊN BẢN", bold: true)], sizePt: 14)])
    static let signatures = Paper.Block.signatures(
        left: [.init([.init("THƯ KÝ", bold: true)], sizePt: 14), .init([.init("Đặng Thị Mỹ Hạnh", bold: true)], sizePt: 14)],
        right: [.init([.init("CHỦ TỌA", bold: true)], sizePt: 14), .init([.init("Nguyễn Minh An", bold: true)], sizePt: 14)], gapPt: 60)

    static func paragraph(_ sentences: Int) -> Paper.Block {
        .paragraph([.init(String(repeating: sentence, count: sentences))], alignment: .justified, indented: true)
    }

    static func table(rows: Int) -> Paper.Block {
        .table(
            columns: [0.1, 0.6, 0.3], header: ["TT", "Nội dung", "Kết quả"], rows: (1...rows).map { ["\($0)", sentence, "Thông qua"] },
            alignments: [.centre, .justified, .left])
    }
}
