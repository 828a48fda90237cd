/// Where an escalation stands.
public enum EscalationState: String, Codable, Hashable, Sendable, CaseIterable {
    /// The City Office is gathering it.
    case gathering
    /// In the leadership's inbox.
    case inbox
    case onAgenda
    case decided
    /// Back with the unit, for more or for good.
    case returned
    case concluded

    public var name: BilingualText {
        switch self {
        case .gathering: BilingualText(vi: "Văn phòng đang tổng hợp", en: "Being gathered by the Office")
        case .inbox: BilingualText(vi: "Chờ lãnh đạo", en: "In the leadership's inbox")
        case .onAgenda: BilingualText(vi: "Chờ họp", en: "On an agenda")
        case .decided: BilingualText(vi: "Đã quyết định", en: "Decided")
        case .returned: BilingualText(vi: "Trả lại đơn vị", en: "Returned to the unit")
        case .concluded: BilingualText(vi: "Đã kết luận", en: "Concluded")
        }
    }

    public var isOpen: Bool { self == .gathering || self == .inbox || self == .onAgenda }
}
