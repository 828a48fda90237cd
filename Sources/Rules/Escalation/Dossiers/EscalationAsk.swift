/// What is asked of leadership (§1.6, field 8).
public enum EscalationAsk: String, Codable, Hashable, Sendable, CaseIterable {
    case direction, funding, leadUnit, meeting, centralOpinion

    public var name: BilingualText {
        switch self {
        case .direction: BilingualText(vi: "Chỉ đạo", en: "Give direction")
        case .funding: BilingualText(vi: "Quyết định kinh phí", en: "Decide the funding")
        case .leadUnit: BilingualText(vi: "Giao đơn vị chủ trì", en: "Name the lead unit")
        case .meeting: BilingualText(vi: "Đưa ra họp", en: "Put it before the meeting")
        case .centralOpinion: BilingualText(vi: "Xin ý kiến Trung ương", en: "Ask the central authorities")
        }
    }
}
