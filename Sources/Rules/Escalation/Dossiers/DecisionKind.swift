/// What leadership may do with an escalation (contract §6).
public enum DecisionKind: String, Codable, Hashable, Sendable, CaseIterable {
    case instruct, assign, agenda, circulate, `defer`, returnForMore, decline, referOutside

    public var name: BilingualText {
        switch self {
        case .instruct: BilingualText(vi: "Chỉ đạo", en: "Give direction")
        case .assign: BilingualText(vi: "Giao việc có thời hạn", en: "Assign with a deadline")
        case .agenda: BilingualText(vi: "Đưa vào chương trình họp", en: "Put on an agenda")
        case .circulate: BilingualText(vi: "Lấy ý kiến bằng phiếu", en: "Circulate for opinions")
        case .defer: BilingualText(vi: "Để lại xem xét sau", en: "Defer")
        case .returnForMore: BilingualText(vi: "Trả lại, yêu cầu bổ sung", en: "Return for more")
        case .decline: BilingualText(vi: "Không chấp thuận", en: "Decline")
        case .referOutside: BilingualText(vi: "Chuyển cơ quan ngoài Thành phố", en: "Refer outside the city")
        }
    }
}
