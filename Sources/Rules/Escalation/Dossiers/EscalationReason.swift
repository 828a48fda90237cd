/// Why a matter goes up (§1.6, field 1). Being late is never one.
public enum EscalationReason: String, Codable, Hashable, Sendable, CaseIterable {
    case legalAuthority, resources, acrossUnits, noRule, recurring

    public var name: BilingualText {
        switch self {
        case .legalAuthority: BilingualText(vi: "Vượt thẩm quyền pháp lý", en: "Beyond legal authority")
        case .resources: BilingualText(vi: "Vượt nguồn lực, kinh phí", en: "Beyond resources or budget")
        case .acrossUnits: BilingualText(vi: "Liên ngành, liên địa bàn", en: "Across fields or territories")
        case .noRule: BilingualText(vi: "Chưa có quy định hoặc quy định chồng chéo", en: "No rule, or rules that contradict")
        case .recurring: BilingualText(vi: "Đã xử lý nhưng tái diễn", en: "Handled, but recurs")
        }
    }
}
