/// How pressing a report is (QĐ 1207/QĐ-UBND of Hà Nội).
public enum Urgency: String, Codable, Hashable, Sendable, CaseIterable {
    /// Disaster, epidemic, accident, robbery, danger.
    case urgent
    /// Several units involved, or a procedure prescribed by statute.
    case complex
    case normal

    public var name: BilingualText {
        switch self {
        case .urgent: BilingualText(vi: "Khẩn", en: "Urgent")
        case .complex: BilingualText(vi: "Phức tạp", en: "Complex")
        case .normal: BilingualText(vi: "Bình thường", en: "Normal")
        }
    }
}
