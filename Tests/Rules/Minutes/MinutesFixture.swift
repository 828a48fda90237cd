import Rules

/// One meeting with everything in it: three members, one away, a late item, an open and a secret poll, an annulled one.
enum MinutesFixture {
    static func at(_ clock: String) -> Timestamp { Timestamp(rfc3339: "2026-11-23T\(clock):00+07:00")! }

    static let digest = String(repeating: "9f3a", count: 16)
    static let draftPaper = MinutesRecord.Document(title: "Dự thảo Quyết định đất dịch vụ", version: 2, sha256: digest, verdict: "Hợp lệ")

    static var count: PollCount {
        PollCount(
            seats: Chamber.seats(3), ballots: [Chamber.user(0): .init(choice: .for), Chamber.user(1): .init(choice: .for, remote: true)],
            presentAtClosing: Chamber.users(0..<2), presentAtOpening: Chamber.users(0..<2), decider: Chamber.user(0), rules: Chamber.rules)
    }

    static var openPoll: MinutesRecord.Poll {
        MinutesRecord.Poll(
            title: "Thông qua dự thảo Quyết định", secrecy: .open, state: .closed, subject: draftPaper, openedAt: at("09:12"), closedAt: at("09:15"),
            result: count.result(),
            named: [
                .init(name: "Nguyễn Văn An", title: "Chủ tịch", choice: .for, at: at("09:13")),
                .init(name: "Trần Thị Bình", title: "Phó Chủ tịch", choice: .for, remote: true, at: at("09:14"), text: "đề nghị rà soát Điều 3"),
                .init(name: "Lê Văn Cường", title: "Ủy viên", choice: nil),
            ], facts: [41, 44])
    }

    static var record: MinutesRecord {
        MinutesRecord(
            superior: nil, body: "Ủy ban nhân dân thành phố Hà Nội", symbol: "BB-UBND", title: "Phiên họp thường kỳ tháng 11 năm 2026", type: .regular,
            form: .hybrid, place: "Phòng họp số 1, trụ sở UBND Thành phố", conveningGround: "Giấy mời số 12/GM-UBND", openedAt: at("08:12"), closedAt: at("11:30"),
            presiding: .init(name: "Trần Thị Bình", title: "Phó Chủ tịch"), presidingIsChairman: false, presidingGround: "Chủ tịch giao",
            clerk: .init(name: "Phạm Thị Dung", title: "Chuyên viên"),
            roster: [
                .init(name: "Nguyễn Văn An", title: "Chủ tịch", attendance: .online, changes: [.init(state: .online, at: at("08:05"), fact: 3)]),
                .init(
                    name: "Trần Thị Bình", title: "Phó Chủ tịch", attendance: .inRoom,
                    changes: [.init(state: .inRoom, at: at("08:00")), .init(state: .absent, at: at("10:05")), .init(state: .inRoom, at: at("10:20"))]),
                .init(name: "Lê Văn Cường", title: "Ủy viên", attendance: .absent, absenceReason: "công tác nước ngoài", absenceAgreed: true, agreementRecordedBy: "Phạm Thị Dung"),
            ],
            substitutes: [.init(person: .init(name: "Vũ Văn Em", title: "Phó Giám đốc"), member: "Lê Văn Cường", from: at("08:10"), until: at("09:10"))],
            invited: [.init(name: "Hoàng Văn Giang", title: "Ban Thường trực MTTQ")], quorum: Quorum(members: 3, present: 2, fraction: Fraction(2, 3)),
            agenda: [
                .init(
                    number: 1, title: "Đất dịch vụ", submitter: "Sở Nông nghiệp và Môi trường", rapporteur: "Giám đốc Sở", documents: [draftPaper],
                    recusals: [.init(name: "Lê Văn Cường", reason: "có lợi ích liên quan")],
                    speeches: [.init(person: .init(name: "Nguyễn Văn An", title: "Chủ tịch"), at: at("09:00"), summary: "đồng ý về chủ trương", fact: 37)],
                    polls: [openPoll], conclusion: "Giao Sở hoàn thiện dự thảo.",
                    tasks: [.init(text: "Hoàn thiện dự thảo", holder: "Sở Nông nghiệp và Môi trường", due: at("17:00"))]),
                .init(
                    number: 2, title: "Công tác cán bộ", submitter: "Sở Nội vụ", rapporteur: "Giám đốc Sở", isLate: true,
                    lateApproval: .init(at: at("08:40"), chair: .init(name: "Trần Thị Bình", title: "Phó Chủ tịch"), enteredBy: "Phạm Thị Dung", note: "theo ý kiến chủ tọa", fact: 33),
                    polls: [
                        .init(
                            title: "Bổ nhiệm", secrecy: .secret, state: .annulled, annulReason: "sai tên người được giới thiệu", openedAt: at("10:00"),
                            closedAt: at("10:02")),
                        .init(
                            title: "Bổ nhiệm", round: 2, secrecy: .secret, state: .closed, openedAt: at("10:25"), closedAt: at("10:30"),
                            result: PollCount(
                                seats: Chamber.seats(3), secret: .init(voted: Chamber.users(0..<2), slips: [.for, .for]),
                                presentAtClosing: Chamber.users(0..<2), presentAtOpening: Chamber.users(0..<2), decider: nil, rules: Chamber.rules
                            ).result(),
                            slips: [.init(tracker: "q8", vote: "Tán thành"), .init(tracker: "k7", vote: "Tán thành")]),
                    ], conclusion: "Thống nhất bổ nhiệm."),
            ], announcements: [.init(text: "Nghỉ giải lao 15 phút", at: at("10:05"), fact: 50)],
            corrections: [
                .init(
                    name: "Nguyễn Văn An", state: .absent, from: at("09:10"), until: at("09:20"), at: at("10:40"), enteredBy: "Phạm Thị Dung", note: "mất kết nối",
                    polls: ["Thông qua dự thảo Quyết định"], fact: 52),
                .init(name: "Lê Văn Cường", state: .online, from: at("08:20"), until: at("08:30"), at: at("10:41"), enteredBy: "Phạm Thị Dung", fact: 53),
            ],
            reopenings: [
                .init(closedAt: at("11:00"), at: at("11:20"), askedBy: "Phạm Thị Dung", reason: "Thiếu một nội dung.", approvedBy: "Trần Thị Bình", fact: 60)
            ], recordHash: String(repeating: "ab12", count: 16))
    }
}
