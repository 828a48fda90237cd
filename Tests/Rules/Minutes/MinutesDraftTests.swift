import Foundation
import Rules
import Testing

@Suite("Minutes")
struct MinutesDraftTests {
    let sections = MinutesFixture.record.draft()

    func lines(_ key: String) -> [String] {
        sections.first { $0.key == key }?.paragraphs.map(\.text) ?? []
    }

    func table(_ key: String, _ index: Int = 0) -> MinutesTable? {
        let tables = sections.first { $0.key == key }?.tables ?? []
        return tables.indices.contains(index) ? tables[index] : nil
    }

    @Test("the parts stand in the order of Mẫu 1.9, annexes last")
    func order() {
        #expect(sections.map(\.key) == [
            "opening", "participants", "chair", "content", "item-1", "item-2", "announcements", "reopenings", "closing", "annex-votes-1", "annex-votes-2", "annex-documents",
        ])
        #expect(sections.map(\.isAnnex) == Array(repeating: false, count: 9) + [true, true, true])
    }

    @Test("opening, chair and closing say when, where, who, in the words of the form")
    func frameText() {
        #expect(lines("opening") == [
            "Thời gian bắt đầu: 08 giờ 12 phút, ngày 23 tháng 11 năm 2026.", "Địa điểm: Phòng họp số 1, trụ sở UBND Thành phố.",
            "Hình thức: phiên họp thường kỳ, họp trực tiếp kết hợp trực tuyến.", "Căn cứ triệu tập: Giấy mời số 12/GM-UBND.",
        ])
        #expect(lines("chair") == [
            "Chủ trì (chủ tọa): Trần Thị Bình, Phó Chủ tịch (căn cứ: Chủ tịch giao).", "Thư ký (người ghi biên bản): Phạm Thị Dung, Chuyên viên.",
        ])
        #expect(lines("closing").last == "Cuộc họp kết thúc vào 11 giờ 30 phút, ngày 23 tháng 11 năm 2026./.")
    }

    @Test("participants: numbers, quorum, comings and goings, absence, substitute, guests")
    func participants() {
        #expect(lines("participants") == [
            "Tổng số thành viên: 3.", "Có mặt khi kết thúc: 2 (tại phòng họp 1, trực tuyến 1).",
            "Khi khai mạc có mặt 2/3 thành viên, đủ điều kiện tiến hành cuộc họp (cần ít nhất 2, bằng 2/3 tổng số thành viên).", "Vắng mặt: 1.",
            "- Lê Văn Cường, Ủy viên, lý do: công tác nước ngoài, được Chủ tịch đồng ý (Phạm Thị Dung ghi nhận).",
            "Dự thay (không biểu quyết): Vũ Văn Em, Phó Giám đốc, dự thay Lê Văn Cường từ 08:10 đến 09:10.", "Khách mời: Hoàng Văn Giang, Ban Thường trực MTTQ.",
            "Đính chính: Nguyễn Văn An vắng mặt từ 09:10:00 đến 09:20:00, ngày 23/11/2026; Phạm Thị Dung ghi lúc 10:40:00, ngày 23/11/2026. Biểu quyết đã đóng trong thời gian này: “Thông qua dự thảo Quyết định”; kết quả giữ nguyên.",
            "Lý do đính chính: mất kết nối",
            "Đính chính: Lê Văn Cường trực tuyến từ 08:20:00 đến 08:30:00, ngày 23/11/2026; Phạm Thị Dung ghi lúc 10:41:00, ngày 23/11/2026.",
        ])
        #expect(table("participants")?.rows == [
            ["1", "Nguyễn Văn An", "Chủ tịch", "Trực tuyến 08:05"],
            ["2", "Trần Thị Bình", "Phó Chủ tịch", "Tại phòng họp 08:00; vắng mặt 10:05; tại phòng họp 10:20"],
            ["3", "Lê Văn Cường", "Ủy viên", "Vắng mặt"],
        ])
    }

    @Test("an item: papers, recusal, speeches, the poll with numbers and rule, conclusion, tasks")
    func item() {
        #expect(lines("content") == ["Chương trình gồm 2 nội dung:", "1. Đất dịch vụ.", "2. Công tác cán bộ (bổ sung)."])
        #expect(lines("item-1") == [
            "Cơ quan trình: Sở Nông nghiệp và Môi trường.", "Người báo cáo: Giám đốc Sở.",
            "Lê Văn Cường không tham gia biểu quyết nội dung này do có lợi ích liên quan.", "Ý kiến phát biểu:", "- Nguyễn Văn An, Chủ tịch: đồng ý về chủ trương",
            "Biểu quyết công khai lúc 09 giờ 12 phút: Thông qua dự thảo Quyết định.",
            "Văn bản biểu quyết: Dự thảo Quyết định đất dịch vụ, bản 2, mã băm 9f3a9f3a9f3a.",
            "Kết quả: tổng số thành viên 3, có mặt 2; tán thành 2, không tán thành 0, không biểu quyết 0, không gửi phiếu 1; trong đó biểu quyết từ xa 1.",
            "THÔNG QUA: 2/3 tán thành, quá nửa tổng số thành viên (cần 2).", "Danh sách tại Phụ lục 1.", "Kết luận của chủ tọa: Giao Sở hoàn thiện dự thảo.",
        ])
        #expect(table("item-1")?.rows == [["Dự thảo Quyết định đất dịch vụ", "2", "9f3a9f3a9f3a", "Hợp lệ"]])
        #expect(table("item-1", 1)?.rows == [["Hoàn thiện dự thảo", "Sở Nông nghiệp và Môi trường", "23/11/2026"]])
        #expect(lines("item-2").contains("Cuộc biểu quyết này đã bị hủy; lý do: sai tên người được giới thiệu."))
        #expect(lines("item-2").contains("Bỏ phiếu kín (lần 2) lúc 10 giờ 25 phút: Bổ nhiệm."))
    }

    @Test("a late item, a correction and a reopening each have their line, in both languages")
    func course() throws {
        #expect(lines("item-2").first == "Nội dung bổ sung ngoài chương trình; chủ tọa Trần Thị Bình đồng ý, Phạm Thị Dung ghi nhận lúc 08 giờ 40 phút, ngày 23 tháng 11 năm 2026: theo ý kiến chủ tọa.")
        #expect(lines("reopenings") == [
            "Cuộc họp đã kết thúc lúc 11 giờ 00 phút, ngày 23 tháng 11 năm 2026, được mở lại lúc 11 giờ 20 phút, ngày 23 tháng 11 năm 2026 theo đề nghị của Phạm Thị Dung, lý do: Thiếu một nội dung; người chấp thuận: Trần Thị Bình."
        ])
        func gloss(_ key: String, _ start: String) throws -> String {
            try #require(sections.first { $0.key == key }?.paragraphs.compactMap(\.gloss).first { $0.hasPrefix(start) })
        }
        #expect(try gloss("item-2", "Added") == "Added to the agenda late; agreed to by the chair, Trần Thị Bình, recorded by Phạm Thị Dung at 08:40 on 23 November 2026: theo ý kiến chủ tọa.")
        #expect(try gloss("reopenings", "The") == "The meeting had been closed at 11:00 on 23 November 2026 and was opened again at 11:20 on 23 November 2026 at the request of Phạm Thị Dung, for this reason: Thiếu một nội dung; approved by Trần Thị Bình.")
        #expect(try gloss("participants", "Correction: N") == "Correction: Nguyễn Văn An was absent from 09:10:00 to 09:20:00 on 23 Nov 2026; entered by Phạm Thị Dung at 10:40:00 on 23 Nov 2026. Polls that had closed in that time: “Thông qua dự thảo Quyết định”; their results stay.")
        #expect(try gloss("item-1", "ADOPTED").contains("2/3"))
        var waiting = MinutesFixture.record
        waiting.agenda[1].lateApproval = nil
        #expect(waiting.draft().first { $0.key == "item-2" }?.paragraphs.first?.text == "Nội dung bổ sung ngoài chương trình, chưa ghi nhận ý kiến chủ tọa.")
    }

    @Test("annexes: the named list of the open poll, trackers of the secret one, whole digests")
    func annexes() {
        #expect(table("annex-votes-1")?.rows == [
            ["1", "Nguyễn Văn An", "Chủ tịch", "Tán thành", "Phòng họp, 09:13:00"],
            ["2", "Trần Thị Bình", "Phó Chủ tịch", "Tán thành: đề nghị rà soát Điều 3", "Từ xa, 09:14:00"],
            ["3", "Lê Văn Cường", "Ủy viên", "Không gửi phiếu", ""],
        ])
        #expect(table("annex-votes-2")?.rows == [["k7", "Tán thành"], ["q8", "Tán thành"]])
        #expect(table("annex-documents")?.rows.count == 1)
        #expect(table("annex-documents")?.rows[0][3].replacingOccurrences(of: " ", with: "") == MinutesFixture.digest)
    }

    @Test("an annulled poll keeps its numbers and its list, marked, and leads to the round that repeats it")
    func annulled() throws {
        var record = MinutesFixture.record
        var void = MinutesFixture.openPoll
        void.state = .annulled
        void.annulReason = "sai dự thảo"
        void.after = .init(number: 2, openedAt: MinutesFixture.at("09:20"), isAnnulled: false)
        var again = MinutesFixture.openPoll
        again.round = 2
        again.openedAt = MinutesFixture.at("09:20")
        again.before = .init(number: 1, openedAt: MinutesFixture.at("09:12"), isAnnulled: true)
        record.agenda[0].polls = [void, again]
        let sections = record.draft()
        let lines = try #require(sections.first { $0.key == "item-1" }).paragraphs.map(\.text)
        let reason = try #require(lines.firstIndex(of: "Cuộc biểu quyết này đã bị hủy; lý do: sai dự thảo."))
        #expect(lines[reason + 1] == "Kết quả trước khi hủy, không còn giá trị:" && lines[reason + 2].hasPrefix("Kết quả: tổng số thành viên 3"))
        #expect(lines.contains("Nội dung này được lấy biểu quyết lại (lần 2) lúc 09 giờ 20 phút."))
        #expect(lines.contains("Biểu quyết công khai (lần 2, lấy lại cuộc biểu quyết lúc 09 giờ 12 phút đã hủy) lúc 09 giờ 20 phút: Thông qua dự thảo Quyết định."))
        #expect(sections.filter { $0.key.hasPrefix("annex-votes") }.prefix(2).map(\.heading) == ["Phụ lục 1. Thông qua dự thảo Quyết định (đã hủy)", "Phụ lục 2. Thông qua dự thảo Quyết định"])
    }

    @Test("a secret poll names nobody anywhere")
    func secret() throws {
        var record = MinutesFixture.record
        record.agenda[1].polls[1].named = [.init(name: "Nguyễn Văn An", title: "Chủ tịch", choice: .for)]
        let annex = try #require(record.draft().first { $0.key == "annex-votes-2" })
        #expect(!String(decoding: try JSONEncoder().encode(annex), as: UTF8.self).contains("Nguyễn"))
    }

    @Test("what a clerk wrote is marked as his, numbers never are")
    func provenance() {
        let paragraphs = sections.flatMap(\.paragraphs)
        let clerk = Set(paragraphs.filter { $0.provenance == .clerk }.map(\.text))
        #expect(clerk == [
            "Căn cứ triệu tập: Giấy mời số 12/GM-UBND.", "- Lê Văn Cường, Ủy viên, lý do: công tác nước ngoài, được Chủ tịch đồng ý (Phạm Thị Dung ghi nhận).",
            "Lê Văn Cường không tham gia biểu quyết nội dung này do có lợi ích liên quan.", "- Nguyễn Văn An, Chủ tịch: đồng ý về chủ trương",
            "Kết luận của chủ tọa: Giao Sở hoàn thiện dự thảo.", "Kết luận của chủ tọa: Thống nhất bổ nhiệm.",
            "Lý do đính chính: mất kết nối",
            "Cuộc họp đã kết thúc lúc 11 giờ 00 phút, ngày 23 tháng 11 năm 2026, được mở lại lúc 11 giờ 20 phút, ngày 23 tháng 11 năm 2026 theo đề nghị của Phạm Thị Dung, lý do: Thiếu một nội dung; người chấp thuận: Trần Thị Bình.",
            "Cuộc biểu quyết này đã bị hủy; lý do: sai tên người được giới thiệu.", "10 giờ 05 phút: Nghỉ giải lao 15 phút",
        ])
        #expect(paragraphs.first { $0.text.hasPrefix("THÔNG QUA: 2/3") }?.facts == [41, 44])
    }

    @Test("tables fill the width, rows fit their columns, all text is NFC")
    func shape() {
        for section in sections {
            for table in section.tables {
                #expect(table.columns.reduce(0) { $0 + $1.widthPercent } == 100, "\(section.key)")
                #expect(table.rows.allSatisfy { $0.count == table.columns.count })
            }
            for paragraph in section.paragraphs {
                #expect(Array(paragraph.text.unicodeScalars) == Array(paragraph.text.precomposedStringWithCanonicalMapping.unicodeScalars))
            }
        }
    }

    @Test("an election is a table of options and the sentence of the law; weights and unfinished polls are said")
    func otherPolls() throws {
        var record = MinutesFixture.record
        let options = ["An", "Bình"].map { PollOption(id: PollOptionID(trusted: $0 == "An" ? "a" : "b"), title: $0) }
        let election = ElectionCount(
            method: .election, options: options, places: 1, seats: Chamber.seats(3),
            ballots: [.init(user: Chamber.user(0), selections: [options[1].id]), .init(user: Chamber.user(1), selections: [options[1].id])],
            presentAtClosing: Chamber.users(0..<3), rules: Chamber.rules)
        var weighted = MinutesFixture.count
        weighted = PollCount(
            seats: Chamber.seats(3, weights: [3]), ballots: weighted.ballots, presentAtClosing: weighted.presentAtClosing,
            presentAtOpening: weighted.presentAtOpening, decider: nil, rules: weighted.rules)
        record.polls = [
            .init(
                title: "Bầu Trưởng ban", secrecy: .open, state: .closed, openedAt: nil, closedAt: nil, election: election.result(),
                named: [.init(name: "Nguyễn Văn An", title: "", choice: nil, selections: [], at: MinutesFixture.at("11:00"))]),
            .init(title: "Theo trọng số", secrecy: .open, state: .closed, openedAt: nil, closedAt: nil, result: weighted.result()),
            .init(title: "Chưa mở", secrecy: .open, state: .draft, openedAt: nil, closedAt: nil),
            .init(title: "Đang mở", secrecy: .open, state: .open, openedAt: nil, closedAt: nil),
        ]
        let draft = record.draft()
        let section = try #require(draft.first { $0.key == "polls" })
        #expect(section.tables.map(\.rows) == [[["An", "0/3", ""], ["Bình", "2/3", "Trúng cử"], ["Phiếu trắng", "0", ""]]])
        let lines = section.paragraphs.map(\.text)
        #expect(lines.contains("TRÚNG CỬ: Bình (2/3); quá nửa tổng số thành viên (cần 2)."))
        #expect(lines.contains { $0.contains("tính theo trọng số: tán thành 4, không tán thành 0, không biểu quyết 0") })
        #expect(lines.contains("Chưa tiến hành biểu quyết.") && lines.contains("Chưa đóng biểu quyết."))
        #expect(draft.first { $0.key == "annex-votes-3" }?.tables.first?.rows.first?[3] == "Phiếu trắng")
    }

    @Test("circulated opinions speak of slips, not of a room")
    func circulated() {
        var record = MinutesFixture.record
        record.type = .circulated
        record.convenedAt = MinutesFixture.at("08:00")
        let text = record.draft().flatMap(\.blocks).map { "\($0)" }.joined(separator: "\n")
        #expect(text.contains("Hình thức: lấy ý kiến thành viên bằng phiếu, không tổ chức phiên họp."))
        #expect(text.contains("Việc lấy ý kiến kết thúc vào 11 giờ 30 phút"))
        #expect(!text.contains("Địa điểm") && !text.contains("Vắng mặt") && !text.contains("khai mạc"))
    }
}

extension MinutesSection {
    fileprivate var paragraphs: [MinutesParagraph] {
        blocks.compactMap { block in
            guard case .paragraph(let paragraph) = block else { return nil }
            return paragraph
        }
    }

    fileprivate var tables: [MinutesTable] {
        blocks.compactMap { block in
            guard case .table(let table) = block else { return nil }
            return table
        }
    }
}
