extension MinutesRecord {
    /// The minutes, drafted: Vietnamese, in the order of Mẫu 1.9 of Decree 30/2020/NĐ-CP, followed by annexes.
    ///
    /// The same record always gives the same sections. Nothing is invented: what the record lacks is left out here and named by `missing()`.
    public func draft() -> [MinutesSection] {
        var sections = [opening, participants, chair, content]
        sections += agenda.map(section)
        if !polls.isEmpty { sections.append(MinutesSection(key: "polls", heading: "Biểu quyết khác", blocks: polls.flatMap(blocks))) }
        if !announcements.isEmpty { sections.append(announced) }
        sections += reopened
        sections.append(closing)
        return sections + annexes
    }

    private var opening: MinutesSection {
        var blocks: [MinutesBlock] = []
        if isCirculated {
            if let convenedAt { blocks.say("Thời gian bắt đầu lấy ý kiến: \(convenedAt.legalMoment).") }
            blocks.say("Hình thức: lấy ý kiến thành viên bằng phiếu, không tổ chức phiên họp.")
        } else {
            if let openedAt { blocks.say("Thời gian bắt đầu: \(openedAt.legalMoment).") }
            if !place.isEmpty { blocks.say("Địa điểm: \(place).") }
            blocks.say("Hình thức: \(type.name.vi.lowercasedFirst), họp \(form.name.vi.lowercasedFirst).")
        }
        if let conveningGround, !conveningGround.isEmpty { blocks.say("Căn cứ triệu tập: \(conveningGround).", .clerk) }
        return MinutesSection(key: "opening", heading: "", blocks: blocks)
    }

    private var chair: MinutesSection {
        var blocks: [MinutesBlock] = []
        if let presiding {
            let ground = presidingGround.map { $0.isEmpty ? "" : " (căn cứ: \($0))" } ?? ""
            blocks.say("Chủ trì (chủ tọa): \(presiding.line)\(ground).")
        }
        if let clerk { blocks.say("Thư ký (người ghi biên bản): \(clerk.line).") }
        return MinutesSection(key: "chair", heading: "", blocks: blocks)
    }

    private var content: MinutesSection {
        var blocks: [MinutesBlock] = []
        if agenda.isEmpty {
            blocks.say("Chương trình không có nội dung nào.")
        } else {
            blocks.say("Chương trình gồm \(agenda.count) nội dung:")
            for item in agenda { blocks.say("\(item.label). \(item.title)\(item.isLate ? " (bổ sung)" : "").") }
        }
        for pause in pauses {
            blocks.say(pause.until.map { "Tạm nghỉ từ \(pause.from.text(.legalClock)) đến \($0.text(.legalClock))." } ?? "Tạm nghỉ từ \(pause.from.text(.legalClock)).")
        }
        let heading = isCirculated ? "Nội dung lấy ý kiến" : "Nội dung (theo diễn biến cuộc họp)"
        return MinutesSection(key: "content", heading: heading, blocks: blocks)
    }

    private var announced: MinutesSection {
        MinutesSection(
            key: "announcements", heading: "Thông báo tại cuộc họp",
            blocks: announcements.map {
                .paragraph(MinutesParagraph("\($0.at.text(.legalClock)): \($0.text)", provenance: .clerk, facts: $0.fact.map { [$0] } ?? []))
            })
    }

    private var closing: MinutesSection {
        var blocks: [MinutesBlock] = []
        if let recordHash { blocks.say("Mã băm bản ghi điện tử của cuộc họp (SHA-256): \(recordHash.inGroups).") }
        if let closedAt {
            blocks.say("\(isCirculated ? "Việc lấy ý kiến kết thúc vào" : "Cuộc họp kết thúc vào") \(closedAt.legalMoment)./.")
        }
        return MinutesSection(key: "closing", heading: "", blocks: blocks)
    }
}

extension [MinutesBlock] {
    mutating func say(_ text: String, _ provenance: MinutesParagraph.Provenance = .record, facts: [Int64] = [], strong: Bool = false) {
        append(.paragraph(MinutesParagraph(text, provenance: provenance, facts: facts, isStrong: strong)))
    }

    /// A sentence that the record knows in both languages: the paper says it in Vietnamese, the English stands by as a gloss.
    mutating func say(_ text: BilingualText, _ provenance: MinutesParagraph.Provenance = .record, facts: [Int64] = [], strong: Bool = false) {
        append(.paragraph(MinutesParagraph(text.vi, gloss: text.en, provenance: provenance, facts: facts, isStrong: strong)))
    }
}

extension MinutesRecord.Person {
    /// Name and title as a paper writes them; no academic title, no form of address.
    var line: String { title.isEmpty ? name : "\(name), \(title)" }
}

extension Timestamp {
    /// "08 giờ 12 phút, ngày 05 tháng 02 năm 2026"
    var legalMoment: String { "\(text(.legalClock)), \(text(.legalDate))" }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// Long digests in groups of eight, so that a narrow column can break them.
    var inGroups: String {
        var grouped = ""
        for (index, character) in enumerated() {
            if index > 0, index.isMultiple(of: 8) { grouped.append(" ") }
            grouped.append(character)
        }
        return grouped
    }
}
