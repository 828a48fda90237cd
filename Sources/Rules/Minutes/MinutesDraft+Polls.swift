extension MinutesRecord {
    /// A poll: question, what was voted on, numbers, verdict with its rule.
    func blocks(of poll: Poll) -> [MinutesBlock] {
        var blocks: [MinutesBlock] = []
        let round = poll.round > 1 ? " (lần \(poll.round)\(poll.before.map { ", lấy lại cuộc biểu quyết\(clock($0))\($0.isAnnulled ? " đã hủy" : "")" } ?? ""))" : ""
        let time = poll.openedAt.map { " lúc \($0.text(.legalClock))" } ?? ""
        let kind = isCirculated ? "Lấy ý kiến bằng phiếu" : poll.secrecy == .secret ? "Bỏ phiếu kín" : poll.taking.minutesName
        let end = poll.title.last.map { ".?!".contains($0) } == true ? "" : "."
        blocks.say("\(kind)\(round)\(time): \(poll.title)\(end)", facts: poll.facts)
        if let subject = poll.subject {
            blocks.say("Văn bản biểu quyết: \(subject.title), bản \(subject.version), mã băm \(subject.sha256.prefix(Self.shortDigestLength)).")
        }
        switch poll.state {
        case .draft: blocks.say("Chưa tiến hành biểu quyết.")
        case .open: blocks.say("Chưa đóng biểu quyết.")
        case .annulled:
            blocks.say("Cuộc biểu quyết này đã bị hủy; lý do: \(poll.annulReason ?? "không ghi").", .clerk)
            if poll.result != nil || poll.election != nil {
                blocks.say("Kết quả trước khi hủy, không còn giá trị:")
                blocks += counted(poll)
            }
        case .closed: blocks += counted(poll)
        }
        if let after = poll.after, poll.state == .closed || poll.state == .annulled {
            blocks.say("Nội dung này được lấy biểu quyết lại (lần \(after.number))\(clock(after)).")
        }
        return blocks
    }

    /// Numbers, verdict, rule, root and list, kept also of what was annulled.
    private func counted(_ poll: Poll) -> [MinutesBlock] {
        var blocks: [MinutesBlock] = []
        let stands = poll.state == .closed
        if let result = poll.result {
            blocks.say(numbers(of: result))
            blocks.say(BilingualText(vi: result.because.vi, en: result.because.en), facts: poll.facts, strong: stands)
        }
        if let election = poll.election {
            blocks.append(.table(optionTable(election)))
            blocks.say(BilingualText(vi: election.because.vi, en: election.because.en), facts: poll.facts, strong: stands)
        }
        if let because = poll.result?.because ?? poll.election?.because, let source = because.source, !source.isEmpty {
            blocks.say("Căn cứ: \(source)\(because.ruleVersion.map { " (quy tắc bản \($0))" } ?? "").")
        }
        if let count = poll.count {
            blocks.say("Số liệu do \(count.enteredBy.name) nhập, \(count.confirmedBy.name) xác nhận bằng tài khoản riêng.", facts: poll.facts)
        }
        if let root = poll.ballotsRoot { blocks.say("Gốc Merkle của các phiếu (SHA-256): \(root.inGroups).") }
        if let annex = annexNumber(of: poll) { blocks.say("Danh sách tại Phụ lục \(annex).") }
        return blocks
    }

    private func clock(_ round: Round) -> String { round.openedAt.map { " lúc \($0.text(.legalClock))" } ?? "" }

    private func numbers(of result: PollResult) -> String {
        let words = Choice.allCases.map { (isCirculated ? $0.slipName : $0.name).vi.lowercased() }
        let heads = result.heads
        var text = "Kết quả: tổng số thành viên \(result.members)"
        if let present = result.present { text += ", có mặt \(present)" }
        text += "; \(words[0]) \(heads.for), \(words[1]) \(heads.against), \(words[2]) \(heads.abstain), không gửi phiếu \(heads.none)"
        if result.remote > 0, !isCirculated { text += "; trong đó biểu quyết từ xa \(result.remote)" }
        if result.tally != heads {
            let tally = result.tally
            text += "; tính theo trọng số: \(words[0]) \(tally.for), \(words[1]) \(tally.against), \(words[2]) \(tally.abstain)"
        }
        return text + "."
    }

    private func optionTable(_ election: ElectionResult) -> MinutesTable {
        var rows = election.options.map { option in
            let mark = election.elected.contains(option.id) ? "Trúng cử" : election.tied.contains(option.id) ? "Ngang phiếu" : ""
            return [option.title, "\(Digits.grouped(option.count))/\(Digits.grouped(election.base))", mark]
        }
        rows.append(["Phiếu trắng", Digits.grouped(election.blank), ""])
        return MinutesTable(columns: [.init("Lựa chọn", 56), .init("Số phiếu", 20, .right), .init("Kết quả", 24, .centre)], rows: rows)
    }
}

extension PollTaking {
    fileprivate var minutesName: String {
        switch self {
        case .devices: "Biểu quyết công khai"
        case .rollCall: "Biểu quyết công khai bằng hình thức gọi tên"
        case .hands: "Biểu quyết công khai bằng hình thức giơ tay"
        }
    }
}
