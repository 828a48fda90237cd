extension MinutesRecord {
    /// Thành phần tham dự: who was there, who was not and why, and whether that made a quorum.
    var participants: MinutesSection {
        var blocks: [MinutesBlock] = []
        blocks.say("Tổng số thành viên: \(roster.count).")
        if !isCirculated {
            blocks.say(presence)
            if let quorum { blocks.say(sentence(of: quorum)) }
        }
        if !roster.isEmpty { blocks.append(.table(rosterTable)) }
        let absent = isCirculated ? [] : roster.filter(\.isAbsentThroughout)
        if !absent.isEmpty {
            blocks.say("Vắng mặt: \(absent.count).")
            for member in absent { blocks.say("- \(absence(of: member))", member.absenceReason == nil ? .record : .clerk) }
        }
        for substitute in substitutes {
            let time = [substitute.from.map { " từ \($0.text(.clock))" }, substitute.until.map { " đến \($0.text(.clock))" }].compactMap(\.self).joined()
            blocks.say("Dự thay (không biểu quyết): \(substitute.person.line), dự thay \(substitute.member)\(time).")
        }
        if !invited.isEmpty { blocks.say("Khách mời: \(invited.map(\.line).joined(separator: "; ")).") }
        blocks += correctionBlocks
        return MinutesSection(key: "participants", heading: "Thành phần tham dự", blocks: blocks)
    }

    private var presence: String {
        let inRoom = roster.count { $0.attendance == .inRoom }
        let online = roster.count { $0.attendance == .online }
        return "Có mặt khi kết thúc: \(inRoom + online) (tại phòng họp \(inRoom), trực tuyến \(online))."
    }

    private func sentence(of quorum: Quorum) -> String {
        let numbers = "\(quorum.present)/\(quorum.members)"
        let rule = "cần ít nhất \(quorum.needed), bằng \(quorum.numerator)/\(quorum.denominator) tổng số thành viên"
        return quorum.isMet
            ? "Khi khai mạc có mặt \(numbers) thành viên, đủ điều kiện tiến hành cuộc họp (\(rule))."
            : "Khi khai mạc có mặt \(numbers) thành viên, không đủ điều kiện tiến hành cuộc họp (\(rule))."
    }

    private var rosterTable: MinutesTable {
        var columns: [MinutesTable.Column] = [.init("TT", 7, .centre), .init("Họ và tên", 30), .init("Chức vụ", 30)]
        if isCirculated {
            columns[1].widthPercent = 45
            columns[2].widthPercent = 48
        } else {
            columns += [.init("Tham dự", 33)]
        }
        let rows = roster.enumerated().map { index, member in
            let person = ["\(index + 1)", member.name, member.title]
            return isCirculated ? person : person + [course(of: member)]
        }
        return MinutesTable(columns: columns, rows: rows)
    }

    /// "Tại phòng họp từ 08:12; vắng 10:05; tại phòng họp 10:20"
    private func course(of member: Member) -> String {
        guard let attendance = member.attendance else { return "Chưa ghi nhận" }
        let moves = member.changes.sorted { $0.at < $1.at }
        guard moves.contains(where: \.state.isPresent) else { return attendance.name.vi }
        return moves.enumerated().map { index, change in
            let name = index == 0 ? change.state.name.vi : change.state.name.vi.lowercasedFirst
            return "\(name) \(change.at.text(.clock))"
        }.joined(separator: "; ")
    }

    private func absence(of member: Member) -> String {
        let reason = member.absenceReason.map { "lý do: \($0)" } ?? "không ghi lý do"
        let consent =
            switch member.absenceAgreed {
            case true: ", được Chủ tịch đồng ý"
            case false: ", không được Chủ tịch đồng ý"
            case nil: ""
            }
        let recorded = member.absenceAgreed == nil ? nil : member.agreementRecordedBy.map { " (\($0) ghi nhận)" }
        return "\(Person(name: member.name, title: member.title).line), \(reason)\(consent)\(recorded ?? "")."
    }
}
