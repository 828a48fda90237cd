extension MinutesRecord {
    /// Named lists and trackers, one annex a poll, then the papers with their whole digests.
    var annexes: [MinutesSection] {
        var sections = listedPolls.enumerated().map { index, poll in
            MinutesSection(
                key: "annex-votes-\(index + 1)", heading: "Phụ lục \(index + 1). \(poll.title)\(poll.state == .annulled ? " (đã hủy)" : "")",
                blocks: [.table(poll.secrecy == .secret ? slipTable(poll) : namedTable(poll))], isAnnex: true)
        }
        let documents = listedDocuments
        if !documents.isEmpty {
            sections.append(
                MinutesSection(
                    key: "annex-documents", heading: "Phụ lục \(sections.count + 1). Danh mục tài liệu",
                    blocks: [.table(digestTable(documents))], isAnnex: true))
        }
        return sections
    }

    func annexNumber(of poll: Poll) -> Int? { listedPolls.firstIndex(of: poll).map { $0 + 1 } }

    private var listedPolls: [Poll] {
        allPolls.filter { ($0.state == .closed || $0.state == .annulled) && !($0.secrecy == .secret ? $0.slips.isEmpty : $0.named.isEmpty) }
    }

    /// Papers of the items and those voted on, each version once.
    private var listedDocuments: [Document] {
        var seen: Set<String> = []
        return (agenda.flatMap(\.documents) + allPolls.compactMap(\.subject)).filter { seen.insert("\($0.sha256) \($0.title) \($0.version)").inserted }
    }

    /// Where votes weigh differently, with each one's weight: a reader can add the result up himself.
    private func namedTable(_ poll: Poll) -> MinutesTable {
        let isWeighted = poll.named.contains { $0.weight != 1 }
        let weight = isWeighted ? [MinutesTable.Column("Trọng số", 10, .right)] : []
        return MinutesTable(
            columns: [.init("TT", 7, .centre), .init("Họ và tên", isWeighted ? 23 : 27), .init("Chức vụ", isWeighted ? 20 : 24)] + weight
                + [.init("Ý kiến", isWeighted ? 20 : 22), .init("Hình thức, thời gian", 20)],
            rows: poll.named.enumerated().map { index, vote in
                ["\(index + 1)", vote.name, vote.title] + (isWeighted ? [Digits.grouped(vote.weight)] : []) + [opinion(of: vote), manner(of: vote)]
            })
    }

    private func opinion(of vote: NamedVote) -> String {
        let word: String
        if let selections = vote.selections {
            word = selections.isEmpty ? "Phiếu trắng" : selections.joined(separator: ", ")
        } else if let choice = vote.choice {
            word = (isCirculated ? choice.slipName : choice.name).vi
        } else if vote.recused {
            word = "Không tham gia biểu quyết"
        } else {
            word = "Không gửi phiếu"
        }
        guard let text = vote.text, !text.isEmpty else { return word }
        return "\(word): \(text)"
    }

    private func manner(of vote: NamedVote) -> String {
        guard vote.choice != nil || vote.selections != nil else { return "" }
        let style: TimeStyle = isCirculated ? .day : .seconds
        let time = vote.at.map { $0.text(style) }
        let place = isCirculated ? nil : vote.remote ? "Từ xa" : "Phòng họp"
        return [place, time].compactMap(\.self).joined(separator: ", ")
    }

    private func slipTable(_ poll: Poll) -> MinutesTable {
        MinutesTable(
            columns: [.init("Mã phiếu", 60), .init("Ý kiến", 40)], rows: poll.slips.sorted { $0.tracker < $1.tracker }.map { [$0.tracker, $0.vote] })
    }

    private func digestTable(_ documents: [Document]) -> MinutesTable {
        MinutesTable(
            columns: [.init("TT", 7, .centre), .init("Tài liệu", 35), .init("Bản", 8, .centre), .init("SHA-256", 50)],
            rows: documents.enumerated().map { index, document in
                ["\(index + 1)", document.title, "\(document.version)", document.sha256.inGroups]
            })
    }
}
