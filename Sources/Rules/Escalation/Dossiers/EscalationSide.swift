/// At whose stage (khâu) the difficulty lies (§1.6, field 3).
public enum EscalationSide: String, Codable, Hashable, Sendable, CaseIterable {
    case citizen, business, government

    public var name: BilingualText {
        switch self {
        case .citizen: BilingualText(vi: "Người dân", en: "Citizens")
        case .business: BilingualText(vi: "Doanh nghiệp", en: "Businesses")
        case .government: BilingualText(vi: "Chính quyền", en: "Government")
        }
    }
}
