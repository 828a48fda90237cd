extension MinutesRecord {
    /// An item as it went: who brought it, on what papers, who spoke, how they voted, what was concluded.
    func section(of item: Item) -> MinutesSection {
        var blocks: [MinutesBlock] = []
        if item.isLate { blocks.say(item.lateApproval?.sentence ?? LateApproval.missing, facts: item.lateApproval?.fact.map { [$0] } ?? []) }
        if !item.submitter.isEmpty { blocks.say("Cơ quan trình: \(item.submitter).") }
        if !item.rapporteur.isEmpty { blocks.say("Người báo cáo: \(item.rapporteur).") }
        if !item.documents.isEmpty { blocks.append(.table(documentTable(item.documents))) }
        for recusal in item.recusals {
            let reason = recusal.reason.map { " do \($0)" } ?? ""
            blocks.say("\(recusal.name) không tham gia biểu quyết nội dung này\(reason).", recusal.reason == nil ? .record : .clerk)
        }
        if !item.speeches.isEmpty {
            blocks.say("Ý kiến phát biểu:")
            for speech in item.speeches {
                let summary = speech.summary.isEmpty ? "." : ": \(speech.summary)"
                blocks.say(
                    "- \(speech.person.line)\(speech.substituteFor.map { ", dự thay \($0)" } ?? "")\(summary)", speech.summary.isEmpty ? .record : .clerk, facts: speech.fact.map { [$0] } ?? [])
            }
        }
        blocks += item.polls.flatMap(self.blocks)
        if !item.conclusion.isEmpty { blocks.say("Kết luận của chủ tọa: \(item.conclusion)", .clerk) }
        if !item.tasks.isEmpty { blocks.append(.table(taskTable(item.tasks))) }
        return MinutesSection(key: "item-\(item.number)", heading: "\(item.label). \(item.title)", blocks: blocks)
    }

    /// Short digests here; whole ones in the annex.
    private func documentTable(_ documents: [Document]) -> MinutesTable {
        MinutesTable(
            columns: [.init("Tài liệu", 48), .init("Bản", 10, .centre), .init("Mã băm", 20), .init("Chữ ký số", 22)],
            rows: documents.map { [[$0.title, $0.delivery].compactMap { $0 }.joined(separator: ". "), "\($0.version)", "\($0.sha256.prefix(Self.shortDigestLength))", $0.verdict ?? "Chưa kiểm tra"] })
    }

    private func taskTable(_ tasks: [Task]) -> MinutesTable {
        MinutesTable(
            columns: [.init("Nhiệm vụ", 50), .init("Thực hiện", 30), .init("Thời hạn", 20, .centre)],
            rows: tasks.map { [$0.text, $0.holder, $0.due?.text(.date) ?? "Không định hạn"] }, provenance: .clerk)
    }

    /// Enough of a digest to tell two papers apart at a glance.
    static let shortDigestLength = 12
}
