/// Something the law wants in minutes and the record does not have yet (domain/meetings.md §5).
public struct MinutesGap: Codable, Hashable, Sendable {
    /// Stable, for example `clerk` or `item.3.conclusion`.
    public var code: String
    public var text: BilingualText

    public init(code: String, text: BilingualText) {
        self.code = code
        self.text = text
    }

    init(_ code: String, _ vi: String, _ en: String) { self.init(code: code, text: BilingualText(vi: vi, en: en)) }
}

extension MinutesRecord {
    /// Codes of what is lacking, in the order of the paper; empty when the minutes are complete.
    public func missing() -> [String] { gaps().map(\.code) }

    /// What is lacking, with sentences.
    public func gaps() -> [MinutesGap] {
        var gaps = sessionGaps + peopleGaps
        if agenda.isEmpty { gaps.append(MinutesGap("agenda", "Chưa có chương trình.", "There is no agenda.")) }
        gaps += agenda.flatMap(itemGaps)
        gaps += allPolls.enumerated().flatMap { pollGaps($0.element, number: $0.offset + 1) }
        if recordHash == nil {
            gaps.append(MinutesGap("record-hash", "Chưa có mã băm của bản ghi điện tử.", "The hash of the electronic record is missing."))
        }
        return gaps
    }

    private var sessionGaps: [MinutesGap] {
        var gaps: [MinutesGap] = []
        if body.isEmpty { gaps.append(MinutesGap("body", "Chưa ghi cơ quan họp.", "The body is missing.")) }
        if title.isEmpty { gaps.append(MinutesGap("title", "Chưa ghi tên cuộc họp.", "The title is missing.")) }
        if (conveningGround ?? "").isEmpty || conveningAssumed {
            gaps.append(MinutesGap("convening-ground", "Chưa ghi căn cứ triệu tập.", "The ground for convening is missing."))
        }
        if closedAt == nil { gaps.append(MinutesGap("closed-at", "Cuộc họp chưa kết thúc.", "The meeting is not closed.")) }
        guard !isCirculated else { return gaps }
        if place.isEmpty { gaps.append(MinutesGap("place", "Chưa ghi địa điểm.", "The place is missing.")) }
        if openedAt == nil { gaps.append(MinutesGap("opened-at", "Chưa ghi thời gian bắt đầu.", "The time of opening is missing.")) }
        if quorum == nil { gaps.append(MinutesGap("quorum", "Chưa ghi số thành viên có mặt khi khai mạc.", "The quorum at opening is missing.")) }
        return gaps
    }

    private var peopleGaps: [MinutesGap] {
        var gaps: [MinutesGap] = []
        if presiding == nil { gaps.append(MinutesGap("presiding", "Chưa ghi chủ tọa.", "The presiding person is missing.")) }
        if presiding != nil, !presidingIsChairman, (presidingGround ?? "").isEmpty {
            gaps.append(MinutesGap("presiding-ground", "Chưa ghi căn cứ chủ trì thay Chủ tịch.", "The ground for presiding in the chairman's place is missing."))
        }
        if clerk == nil { gaps.append(MinutesGap("clerk", "Chưa ghi thư ký.", "The clerk is missing.")) }
        if roster.isEmpty { gaps.append(MinutesGap("roster", "Chưa có danh sách thành viên.", "The roster is missing.")) }
        guard !isCirculated else { return gaps }
        for (index, member) in roster.enumerated() {
            if member.attendance == nil {
                gaps.append(MinutesGap(
                    "member.\(index + 1).attendance", "Chưa ghi nhận sự có mặt của \(member.name).", "The attendance of \(member.name) is missing."))
            } else if member.isAbsentThroughout, (member.absenceReason ?? "").isEmpty {
                gaps.append(MinutesGap(
                    "member.\(index + 1).absence-reason", "Chưa ghi lý do vắng mặt của \(member.name).", "The reason for the absence of \(member.name) is missing."))
            }
        }
        return gaps
    }

    private func itemGaps(_ item: Item) -> [MinutesGap] {
        let place = BilingualText(vi: "Nội dung \(item.label)", en: "Item \(item.label)")
        var gaps: [MinutesGap] = []
        if item.submitter.isEmpty {
            gaps.append(MinutesGap("item.\(item.number).submitter", "\(place.vi): chưa ghi cơ quan trình.", "\(place.en): the submitting body is missing."))
        }
        if item.rapporteur.isEmpty, !isCirculated {
            gaps.append(MinutesGap("item.\(item.number).rapporteur", "\(place.vi): chưa ghi người báo cáo.", "\(place.en): the rapporteur is missing."))
        }
        if item.isLate, item.lateApproval == nil {
            gaps.append(MinutesGap("item.\(item.number).late", "\(place.vi): chưa ghi nhận ý kiến chủ tọa về nội dung bổ sung.", "\(place.en): the chair's word on the late item is missing."))
        }
        if item.conclusion.isEmpty {
            gaps.append(MinutesGap("item.\(item.number).conclusion", "\(place.vi): chưa có kết luận.", "\(place.en): the conclusion is missing."))
        }
        return gaps
    }

    private func pollGaps(_ poll: Poll, number: Int) -> [MinutesGap] {
        switch poll.state {
        case .draft: return []
        case .open:
            return [MinutesGap("poll.\(number).open", "Biểu quyết “\(poll.title)” chưa đóng.", "The poll “\(poll.title)” is still open.")]
        case .annulled:
            guard (poll.annulReason ?? "").isEmpty else { return [] }
            return [MinutesGap("poll.\(number).annul-reason", "Chưa ghi lý do hủy biểu quyết “\(poll.title)”.", "The reason for annulling “\(poll.title)” is missing.")]
        case .closed:
            var gaps: [MinutesGap] = []
            if poll.result == nil, poll.election == nil {
                gaps.append(MinutesGap("poll.\(number).result", "Biểu quyết “\(poll.title)” chưa có kết quả.", "The poll “\(poll.title)” has no result."))
            }
            if poll.result?.outcome == .awaitingChairman {
                gaps.append(MinutesGap("poll.\(number).awaiting", "Biểu quyết “\(poll.title)” còn chờ ý kiến quyết định.", "The poll “\(poll.title)” awaits the casting vote."))
            }
            let isListed = poll.secrecy == .secret ? !poll.slips.isEmpty || (poll.result?.heads.cast ?? 0) == 0 : poll.taking == .hands || !poll.named.isEmpty
            if !isListed {
                gaps.append(MinutesGap("poll.\(number).list", "Biểu quyết “\(poll.title)” thiếu danh sách.", "The poll “\(poll.title)” has no list."))
            }
            if poll.taking != .devices, poll.count == nil {
                gaps.append(MinutesGap("poll.\(number).count", "Chưa ghi ai nhập, ai xác nhận số liệu của “\(poll.title)”.", "Who entered and confirmed the count of “\(poll.title)” is missing."))
            }
            return gaps
        }
    }
}
