extension MinutesRecord.LateApproval {
    /// "Nội dung bổ sung ngoài chương trình, được chủ tọa … đồng ý lúc 09 giờ 12 phút, ngày 23 tháng 11 năm 2026."; where another recorded
    /// it: "…; chủ tọa … đồng ý, … ghi nhận lúc …: theo ý kiến tại phiên họp."
    var sentence: BilingualText {
        guard let enteredBy else {
            return BilingualText(
                vi: "Nội dung bổ sung ngoài chương trình, được chủ tọa\(chair.map { " \($0.name)" } ?? "") đồng ý lúc \(at.legalMoment).",
                en: "Added to the agenda late, agreed to by the chair\(chair.map { ", \($0.name)," } ?? "") at \(at.englishMoment).")
        }
        let end = note.last.map { ".?!".contains($0) } == true ? "" : "."
        let said = note.isEmpty ? "." : ": \(note)\(end)"
        return BilingualText(
            vi: "Nội dung bổ sung ngoài chương trình; chủ tọa\(chair.map { " \($0.name)" } ?? "") đồng ý, \(enteredBy) ghi nhận lúc \(at.legalMoment)\(said)",
            en: "Added to the agenda late; agreed to by the chair\(chair.map { ", \($0.name)" } ?? ""), recorded by \(enteredBy) at \(at.englishMoment)\(said)")
    }

    /// Late, and the chair has not said yes.
    static let missing = BilingualText(
        vi: "Nội dung bổ sung ngoài chương trình, chưa ghi nhận ý kiến chủ tọa.", en: "Added to the agenda late; no word of the chair is on record.")
}

extension MinutesRecord.Correction {
    /// Where, from when until when, entered by whom and when; then that the verdicts of the polls it touches stay.
    var sentence: BilingualText {
        var vi = "Đính chính: \(name) \(state.name.vi.lowercasedFirst) từ \(from.text(.seconds)) đến \(until.text(.seconds)), ngày \(from.text(.date)); "
        vi += "\(enteredBy) ghi lúc \(at.text(.seconds)), ngày \(at.text(.date))."
        var en = "Correction: \(name) was \(state.placeInEnglish) from \(from.text(.seconds)) to \(until.text(.seconds)) on \(from.text(.date, in: .english)); "
        en += "entered by \(enteredBy) at \(at.text(.seconds)) on \(at.text(.date, in: .english))."
        if !polls.isEmpty {
            let titles = polls.map { "“\($0)”" }.joined(separator: ", ")
            vi += " Biểu quyết đã đóng trong thời gian này: \(titles); kết quả giữ nguyên."
            en += " Polls that had closed in that time: \(titles); their results stay."
        }
        return BilingualText(vi: vi, en: en)
    }
}

extension AttendanceState {
    fileprivate var placeInEnglish: String {
        switch self {
        case .inRoom: "in the room"
        case .online: "online"
        case .absent: "absent"
        }
    }
}

extension MinutesRecord.Reopening {
    /// When it had been closed, when and why it was opened again, and by which two people.
    var sentence: BilingualText {
        let reason = reason.last.map { ".?!".contains($0) } == true ? String(reason.dropLast()) : reason
        return BilingualText(
            vi: "\(closedAt.map { "Cuộc họp đã kết thúc lúc \($0.legalMoment), được" } ?? "Cuộc họp được") mở lại lúc \(at.legalMoment) theo đề nghị của \(askedBy), lý do: \(reason); người chấp thuận: \(approvedBy).",
            en: "The meeting\(closedAt.map { " had been closed at \($0.englishMoment) and" } ?? "") was opened again at \(at.englishMoment) at the request of \(askedBy), for this reason: \(reason); approved by \(approvedBy).")
    }
}

extension MinutesRecord {
    /// Cuộc họp mở lại: each time with its reason and second person; empty where it never was.
    var reopened: [MinutesSection] {
        guard !reopenings.isEmpty else { return [] }
        var blocks: [MinutesBlock] = []
        for reopening in reopenings { blocks.say(reopening.sentence, .clerk, facts: reopening.fact.map { [$0] } ?? []) }
        return [MinutesSection(key: "reopenings", heading: "Mở lại cuộc họp", blocks: blocks)]
    }

    /// Corrections of attendance, in the order they were made.
    var correctionBlocks: [MinutesBlock] {
        var blocks: [MinutesBlock] = []
        for correction in corrections {
            blocks.say(correction.sentence, facts: correction.fact.map { [$0] } ?? [])
            if let note = correction.note, !note.isEmpty { blocks.say(BilingualText(vi: "Lý do đính chính: \(note)", en: "Reason for the correction: \(note)"), .clerk) }
        }
        return blocks
    }
}

extension Timestamp {
    /// "09:12 on 23 November 2026"
    fileprivate var englishMoment: String { "\(text(.legalClock, in: .english)) on \(text(.legalDate, in: .english))" }
}
