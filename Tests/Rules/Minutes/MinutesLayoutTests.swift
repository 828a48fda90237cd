import Foundation
import Rules
import Testing

@Suite("The layout of Decree 30")
struct MinutesLayoutTests {
    let layout: MinutesLayout

    init() throws { layout = try JSONDecoder().decode(MinutesLayout.self, from: Chamber.file("Storage/Seeds/layouts/decree-30.json")) }

    @Test("the file holds every element, within the ranges of Annex I")
    func ranges() throws {
        try layout.validated()
        let paper = layout.paper
        #expect(paper.widthMM == 210 && paper.heightMM == 297)
        #expect((20...25).contains(paper.topMM) && (20...25).contains(paper.bottomMM) && (30...35).contains(paper.leftMM) && (15...20).contains(paper.rightMM))
        #expect((13...14).contains(layout.body.sizePt) && (layout.body.indentMM == 10 || layout.body.indentMM == 12.7))
        #expect(layout.body.paragraphGapPt >= 6 && (1...1.5).contains(layout.body.linePitch))
        #expect((13...14).contains(layout.pageNumber.sizePt) && !layout.pageNumber.onFirstPage)
        for (element, range, bold, italic) in [
            (MinutesElement.nation, 12.0...13, true, false), (.motto, 13...14, true, false), (.superior, 12...13, false, false), (.issuer, 12...13, true, false),
            (.number, 13...13, false, false), (.placeAndDate, 13...14, false, true), (.kind, 13...14, true, false), (.subject, 13...14, true, false),
            (.signatureRole, 13...14, true, false), (.signatureName, 13...14, true, false), (.recipientsTitle, 12...12, true, true),
            (.recipients, 11...11, false, false),
        ] {
            let style = try #require(layout[element])
            #expect(range.contains(style.sizePt) && style.bold == bold && style.italic == italic, "\(element)")
        }
        #expect(layout[.motto]?.rule == 1)
        for element in [MinutesElement.issuer, .subject] {
            let style = try #require(layout[element])
            #expect((1.0 / 3...0.5).contains(style.rule))
        }
    }

    @Test("a layout without an element is refused by name")
    func refusal() {
        var broken = layout
        broken.styles["motto"] = nil
        #expect(throws: Refusal.invalid("/styles/motto", "field.required")) { try broken.validated() }
    }

    @Test("head, title and signatures of the minutes")
    func frame() {
        let frame = MinutesFixture.record.frame(in: layout)
        #expect(frame.headLeft.map(\.text) == ["ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Số: ……/BB-UBND"])
        #expect(frame.headRight.map(\.text) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
        #expect(frame.title.map(\.text) == ["BIÊN BẢN", "Phiên họp thường kỳ tháng 11 năm 2026"])
        #expect(frame.signatureLeft.map(\.text) == ["THƯ KÝ", "Phạm Thị Dung"])
        #expect(frame.signatureRight.map(\.text) == ["CHỦ TỌA", "Trần Thị Bình"])
        #expect(frame.recipients.last?.text == "- Lưu: VT, hồ sơ.")
    }
}
